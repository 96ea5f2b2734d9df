// How far the form under way is: what is still missing, what is known.

import { el, icon } from "./dom.js";
import { TEXTS, progress } from "./texts.js";

export class RoadPanel {
  #strip;
  #panel;

  constructor(strip, panel) {
    this.#strip = strip;
    this.#panel = panel;
    strip.addEventListener("click", () => this.#open(strip.getAttribute("aria-expanded") !== "true"));
  }

  show({ title, known, missing }) {
    const all = known.length + missing.length;
    const shown = title !== null;
    this.#strip.hidden = !shown;
    this.#panel.hidden = !shown;
    if (!shown) return;
    this.#strip.replaceChildren(
      el("span", { class: "road-title" }, title),
      el("span", { class: "road-count" }, progress(known.length, all)),
      icon("chevron"),
    );
    this.#panel.replaceChildren(
      el("h2", {}, title),
      bar(known.length, all),
      missing.length ? section(TEXTS.roadMissing, missing, "open") : el("p", { class: "all-known" }, icon("check"), TEXTS.roadReady),
      known.length ? section(TEXTS.roadKnown, known, "known") : null,
    );
  }

  #open(open) {
    this.#strip.setAttribute("aria-expanded", String(open));
    this.#panel.classList.toggle("open", open);
  }
}

function bar(known, all) {
  return el(
    "div",
    { class: "bar" },
    el("progress", { value: known, max: Math.max(all, 1), "aria-label": TEXTS.road }),
    el("span", {}, progress(known, all)),
  );
}

function section(title, facts, name) {
  const items = facts.map(({ label, value }) =>
    el("li", {}, el("span", { class: "label" }, label), value === undefined ? null : el("span", { class: "value", dir: "auto" }, value)),
  );
  return el("section", { class: name }, el("h3", {}, title), el("ul", {}, items));
}
