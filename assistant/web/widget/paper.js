// The petition as paper. Of the server's HTML only the elements named here are rebuilt, without their attributes.

import { el } from "./dom.js";
import { TEXTS } from "./texts.js";

const ALLOWED = new Set([
  "HEADER", "H1", "H2", "H3", "P", "OL", "UL", "LI", "BR", "STRONG", "EM",
  "TABLE", "THEAD", "TBODY", "TR", "TH", "TD",
]);
const CLASSES = new Set(["addressee", "signature"]);
const SCOPES = new Set(["row", "col"]);

export function paper(html) {
  // Its own styles go first: a page's content security policy would complain of each.
  const bare = html.replace(/<style[\s\S]*?<\/style>|\sstyle="[^"]*"/g, "");
  const parsed = new DOMParser().parseFromString(bare, "text/html");
  const source = parsed.querySelector("main") ?? parsed.body;
  return el("article", { class: "paper", "aria-label": TEXTS.paper, tabindex: "0" }, rebuilt(source));
}

function rebuilt(source) {
  return [...source.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() || node.data === " " ? [node.data] : [];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    return ALLOWED.has(node.tagName) ? [element(node)] : [];
  });
}

function element(node) {
  const shown = CLASSES.has(node.className) ? node.className : null;
  const scope = SCOPES.has(node.getAttribute("scope")) ? node.getAttribute("scope") : null;
  return el(node.tagName.toLowerCase(), { class: shown, scope }, rebuilt(node));
}
