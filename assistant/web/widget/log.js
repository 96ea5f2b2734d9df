// The log of the conversation: messages, choices, documents, and what has gone wrong.

import { documentCards } from "./documents.js";
import { el } from "./dom.js";
import { paper } from "./paper.js";
import { prose } from "./prose.js";
import { TEXTS } from "./texts.js";

export class Log {
  #list;
  #actions;

  // actions: choose({id, text}), say(text), retry(), fetchDocument(href)
  constructor(list, actions) {
    this.#list = list;
    this.#actions = actions;
  }

  // Fill the log anew, without a screen reader telling all of it again.
  fill(messages) {
    this.#list.setAttribute("aria-live", "off");
    this.#list.replaceChildren();
    for (const message of messages) this.add(message);
    this.#list.scrollTop = this.#list.scrollHeight;
    requestAnimationFrame(() => this.#list.setAttribute("aria-live", "polite"));
  }

  add(message) {
    if (message.id && this.#list.querySelector(`[data-id="${message.id}"]`)) return null; // heard already
    if (message.by === "citizen" || message.choices.length) this.#closeChoices();
    const parts = message.html ? [el("p", {}, firstParagraph(message.text)), paper(message.html)] : prose(message.text);
    parts.push(...documentCards(message.documents, this.#actions.fetchDocument), ...this.#choices(message.choices));
    return this.#append(entry(message.by, parts, message.id));
  }

  addAll(messages) {
    const added = messages.map((message) => this.add(message)).filter(Boolean);
    if (added.length) this.#bringIntoView(added[0]);
  }

  // What the citizen has just said, before the server knows it.
  said(text) {
    this.#closeChoices();
    const added = this.#append(entry("citizen", prose(text)));
    this.#toEnd();
    return added;
  }

  starters(texts) {
    const buttons = texts.map((text) => choiceButton({ text }, "starter", () => this.#actions.say(text)));
    this.#append(el("div", { class: "starters", role: "group", "aria-label": TEXTS.starters }, el("p", {}, TEXTS.starters), buttons));
  }

  failed(reason, action = TEXTS.retry) {
    this.settled();
    const again = el("button", { type: "button", class: "choice primary", onclick: () => this.#actions.retry() }, action);
    this.#append(el("div", { class: "failure", role: "alert" }, el("p", {}, reason), again));
    this.#toEnd();
  }

  thinking() {
    this.settled();
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.#append(el("div", { class: "thinking" }, dots, el("span", { class: "hidden" }, TEXTS.thinking)));
    this.#toEnd();
  }

  settled() {
    for (const gone of this.#list.querySelectorAll(".thinking, .failure, .starters")) gone.remove();
  }

  #append(element) {
    this.#list.append(element);
    return element;
  }

  #choices(choices) {
    if (!choices.length) return [];
    const buttons = choices.map((choice) =>
      choiceButton(choice, `choice ${rank(choice.id)}`, () => this.#actions.choose(choice)),
    );
    return [el("div", { class: "choices", role: "group", "aria-label": TEXTS.choices }, buttons)];
  }

  // Only the choices of the last question can be picked.
  #closeChoices() {
    for (const old of this.#list.querySelectorAll(".choices, .starters")) old.remove();
  }

  // A long answer is read from its beginning.
  #bringIntoView(element) {
    const room = this.#list.scrollHeight - element.offsetTop > this.#list.clientHeight;
    if (room) this.#list.scrollTo({ top: element.offsetTop - 12, behavior: motion() });
    else this.#toEnd();
  }

  #toEnd() {
    this.#list.scrollTo({ top: this.#list.scrollHeight, behavior: motion() });
  }
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

const firstParagraph = (text) => text.split("\n\n", 1)[0];

function entry(by, parts, id) {
  const who = el("span", { class: "hidden" }, by === "citizen" ? `${TEXTS.you}: ` : `${TEXTS.name}: `);
  return el("div", { class: `entry ${by}`, "data-id": id }, el("div", { class: "bubble" }, who, parts));
}

function choiceButton(choice, names, onclick) {
  return el("button", { type: "button", class: names, onclick, "data-choice": choice.id }, choice.text);
}

const PRIMARY = /^(form:|confirm$|resume$|story$|later$|value:|pick:|insist$|look$)/;
const GRAVE = /^irrevocable$/;

function rank(id) {
  if (GRAVE.test(id)) return "grave";
  return PRIMARY.test(id) ? "primary" : "quiet";
}
