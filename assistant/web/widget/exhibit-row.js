// One exhibit in the tray: what it is called, which paper it is, its place, and taking it away.

import { el, icon } from "./dom.js";
import { TEXTS, exhibitNumber, removed } from "./texts.js";

export function exhibitRow(exhibit, { papers, open, actions }) {
  const title = el("button", { type: "button", class: "title", title: TEXTS.download, onclick: () => actions.look(exhibit) }, exhibit.title);
  const row = el("li", { "data-id": exhibit.id, value: exhibit.number }, number(exhibit.number), title);
  if (!open) return row;
  row.append(
    papers.length ? paperPicker(exhibit, papers, actions) : "",
    el(
      "span",
      { class: "tools" },
      tool("up", `${TEXTS.moveUp}: ${exhibit.title}`, () => actions.moveUp(exhibit), exhibit.number === 1),
      tool("pencil", `${TEXTS.rename}: ${exhibit.title}`, () => title.replaceWith(nameField(exhibit, title, actions))),
      tool("bin", `${TEXTS.remove}: ${exhibit.title}`, () => actions.remove(exhibit)),
    ),
  );
  return row;
}

export function removedRow(exhibit, actions) {
  const undo = el("button", { type: "button", class: "text-button", onclick: () => actions.restore(exhibit) }, TEXTS.undo);
  return el("li", { class: "gone", "data-id": exhibit.id }, el("span", { role: "status" }, removed(exhibit.title)), undo);
}

const number = (value) => el("span", { class: "number", "aria-hidden": "true" }, exhibitNumber(value));

function tool(name, label, onclick, disabled = false) {
  return el("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick, disabled }, icon(name));
}

function paperPicker(exhibit, papers, actions) {
  const chosen = (text) => text === exhibit.asked_for;
  const options = papers.map(({ text }) => el("option", { value: text, selected: chosen(text) }, text));
  const none = el("option", { value: "", selected: !exhibit.asked_for }, TEXTS.otherPaper);
  const label = `${TEXTS.paperOf} ${exhibit.title}`;
  return el("select", { "aria-label": label, onchange: (event) => actions.change(exhibit, { asked_for: event.target.value }) }, none, options);
}

// Enter and leaving the field keep the new name, Escape the old one.
function nameField(exhibit, title, actions) {
  const field = el("input", { type: "text", class: "title", value: exhibit.title, maxlength: "120", "aria-label": TEXTS.newName });
  let settled = false;
  const settle = (keep) => {
    if (settled) return;
    settled = true;
    field.replaceWith(title);
    const name = field.value.trim();
    if (keep && name && name !== exhibit.title) actions.change(exhibit, { title: name });
    else actions.redraw(exhibit);
  };
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    settle(event.key === "Enter");
  });
  field.addEventListener("blur", () => settle(true));
  requestAnimationFrame(() => field.select());
  return field;
}
