// How far the form under way is: what is still missing, what is known.

import { el, icon } from "./dom.js";
import { STEPS, TEXTS, progress } from "./texts.js";

export class RoadPanel {
  #strip;
  #panel;
  #step = 0;

  constructor(strip, panel) {
    this.#strip = strip;
    this.#panel = panel;
    strip.addEventListener("click", () => this.#open(strip.getAttribute("aria-expanded") !== "true"));
  }

  // A cancelled matter stays at the step where it was left.
  show(state, { title, known, missing }) {
    const step = STEPS.findIndex(({ states }) => states.includes(state));
    if (step >= 0) this.#step = step;
    this.#strip.hidden = title === null;
    if (title === null) {
      this.#open(false);
      this.#panel.replaceChildren(steps(this.#step));
      return;
    }
    const told = known.filter(({ required }) => required).length;
    const all = told + missing.length;
    this.#strip.replaceChildren(
      el("span", { class: "road-title" }, title),
      el("span", { class: "road-count" }, progress(told, all)),
      icon("chevron"),
    );
    this.#panel.replaceChildren(
      steps(this.#step),
      el("h2", {}, title),
      bar(told, all),
      missing.length ? section(TEXTS.roadMissing, missing, "open") : el("p", { class: "all-known" }, icon("check"), TEXTS.roadReady),
      known.length ? section(TEXTS.roadKnown, known, "known") : null,
    );
  }

  #open(open) {
    this.#strip.setAttribute("aria-expanded", String(open));
    this.#panel.classList.toggle("open", open);
  }
}

function steps(now) {
  const items = STEPS.map(({ title }, place) =>
    el(
      "li",
      { class: place < now ? "past" : place === now ? "now" : "ahead", "aria-current": place === now ? "step" : null },
      place < now ? icon("check") : null,
      title,
    ),
  );
  return el("ol", { class: "steps", "aria-label": TEXTS.steps }, items);
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
