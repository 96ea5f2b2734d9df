// Documents as cards to be downloaded; the token goes in a header, so it never stands in an address.

import { el, icon } from "./dom.js";
import { DOCUMENTS, TEXTS } from "./texts.js";

export function documentCards(links, fetchBlob) {
  const cards = links.filter((link) => link.name in DOCUMENTS).sort(byOrder).map((link) => card(link, fetchBlob));
  return cards.length ? [el("div", { class: "documents", role: "group", "aria-label": TEXTS.documents }, cards)] : [];
}

const order = Object.keys(DOCUMENTS);
const byOrder = (one, other) => order.indexOf(one.name) - order.indexOf(other.name);

function card(link, fetchBlob) {
  const { title, kind } = DOCUMENTS[link.name];
  const state = el("span", { class: "state" }, TEXTS.download);
  const button = el(
    "button",
    { type: "button", class: "document", onclick: () => download(link, fetchBlob, button, state) },
    el("span", { class: "kind", "aria-hidden": "true" }, kind),
    el("span", { class: "title" }, title, el("span", { class: "hidden" }, ` (${kind})`)),
    state,
    icon("down"),
  );
  return button;
}

async function download(link, fetchBlob, button, state) {
  button.disabled = true;
  state.textContent = TEXTS.downloading;
  try {
    save(await fetchBlob(link.href), link.name);
    state.textContent = TEXTS.download;
  } catch {
    state.textContent = TEXTS.downloadFailed;
  }
  button.disabled = false;
}

export function save(blob, name) {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
