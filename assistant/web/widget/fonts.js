// A font is known to a whole document, not to a shadow tree: the page that embeds the widget gets it here.

const WEIGHTS = { 400: "Vazirmatn-Regular.woff2", 700: "Vazirmatn-Bold.woff2" };

export function loadFonts(base) {
  for (const [weight, file] of Object.entries(WEIGHTS)) {
    const url = new URL(`/static/${file}`, base);
    document.fonts.add(new FontFace("Vazirmatn", `url("${url}") format("woff2")`, { weight, display: "swap" }));
  }
}
