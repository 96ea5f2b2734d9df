// The fixed parts of the widget.

import { el, icon } from "./dom.js";
import { TEXTS } from "./texts.js";

// Named one by one: a telephone that takes photos as HEIC then hands them over as JPEG.
const ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf";

export function shell() {
  const strip = el("button", { type: "button", class: "strip", "aria-expanded": "false", "aria-controls": "road", title: TEXTS.roadShow, hidden: true });
  const panel = el("aside", { id: "road", class: "road", "aria-label": TEXTS.road, tabindex: "0" });
  const list = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": TEXTS.conversation, tabindex: "0" });
  const status = el("div", { class: "hidden", role: "status" });
  const fresh = el("button", { type: "button", class: "fresh", "aria-label": TEXTS.fresh, title: TEXTS.fresh }, icon("fresh"));
  const form = composer();
  const exhibits = el("section", { class: "exhibits", "aria-label": TEXTS.exhibits, hidden: true });
  const dialog = freshDialog();
  const root = el(
    "section",
    { class: "chat", lang: "fa", dir: "rtl", "aria-label": TEXTS.conversation, "data-drop": TEXTS.dropHere },
    el("header", {}, el("span", { class: "mark" }, icon("scales")), el("div", { class: "names" }, el("strong", {}, TEXTS.name), el("span", {}, TEXTS.role)), fresh),
    strip,
    el("div", { class: "body" }, el("div", { class: "talk" }, list, status, exhibits, form), panel),
    dialog,
  );
  return { root, strip, panel, list, status, fresh, exhibits, form, dialog };
}

function composer() {
  return el(
    "form",
    { class: "composer empty" },
    el("button", { type: "button", class: "attach", "aria-label": TEXTS.attach, title: TEXTS.attach }, icon("clip")),
    el("input", { type: "file", multiple: true, hidden: true, accept: ACCEPTED }),
    el("label", { class: "hidden", for: "text" }, TEXTS.write),
    el("textarea", { id: "text", rows: "1", maxlength: "20000", placeholder: TEXTS.placeholder, enterkeyhint: "enter", autocomplete: "off" }),
    el("button", { type: "submit", "aria-label": TEXTS.send, title: TEXTS.send }, icon("send")),
  );
}

function freshDialog() {
  return el(
    "dialog",
    { "aria-labelledby": "fresh-title", "aria-describedby": "fresh-text" },
    el(
      "form",
      { method: "dialog" },
      el("h2", { id: "fresh-title" }, TEXTS.freshTitle),
      el("p", { id: "fresh-text" }, TEXTS.freshText),
      el("div", { class: "choices" }, el("button", { class: "choice primary", value: "no", autofocus: true }, TEXTS.freshNo), el("button", { class: "choice quiet", value: "yes" }, TEXTS.freshYes)),
    ),
  );
}
