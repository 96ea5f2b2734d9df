// The tray of exhibits above the composer: what is attached, what is on its way, what is still missing.

import { Refused } from "./api.js";
import { save } from "./documents.js";
import { el, icon } from "./dom.js";
import { exhibitRow, removedRow } from "./exhibit-row.js";
import { newKey } from "./key.js";
import { TEXTS, attached, exhibitsCount, stillMissing, tooLarge } from "./texts.js";
import { failedRow, uploadRow } from "./upload-row.js";

const UNDO_TIME = 7_000; // milliseconds until a removed exhibit is erased

export class ExhibitsTray {
  #section;
  #api;
  #conversation;
  #standing = null; // where the conversation was when the list was fetched
  #list = null; // the answer of the server
  #going = new Map(); // removed exhibits that can still come back: id -> timer
  #status = el("p", { class: "hidden", role: "status" });
  #summary = el("summary");
  #missing = el("p", { class: "missing" });
  #items = el("ol");
  #underWay = el("ul", { class: "under-way" });
  #foot = el("div", { class: "foot" });

  constructor(section, api, conversation) {
    this.#section = section;
    this.#api = api;
    this.#conversation = conversation;
    section.append(this.#status, el("details", { open: true }, this.#summary, this.#missing, this.#items, this.#foot), this.#underWay);
    addEventListener("pagehide", () => this.flush());
  }

  // The list depends on the form and on whether the petition was handed over: fetched anew when these change.
  async stand(standing) {
    if (standing === this.#standing) return;
    this.#standing = standing;
    await this.#fetch();
  }

  add(files) {
    if (!this.#conversation()) return;
    this.#section.hidden = false;
    for (const file of files) this.#send(file, newKey());
  }

  // Erase now what was removed: the page is closing, or another change needs true numbers.
  flush() {
    const gone = [...this.#going.keys()];
    for (const id of gone) this.#forgetTimer(id);
    return Promise.allSettled(gone.map((id) => this.#api.removeExhibit(this.#conversation(), id, true)));
  }

  clear() {
    this.flush();
    this.#standing = this.#list = null;
    this.#underWay.replaceChildren();
    this.#draw();
  }

  async #send(file, key) {
    const limit = this.#list?.limits.file_bytes;
    if (limit && file.size > limit) return this.#failed(file.name, tooLarge(limit));
    const stop = new AbortController();
    const { row, onProgress } = uploadRow(file.name, () => stop.abort());
    this.#underWay.append(row);
    try {
      const exhibit = await this.#api.attach(this.#conversation(), file, titleOf(file.name), key, onProgress, stop.signal);
      this.#status.textContent = attached(exhibit);
      await this.#fetch();
    } catch (error) {
      if (error.name === "AbortError") await this.#fetch();
      else if (error instanceof Refused && error.status < 500) this.#failed(file.name, error.detail ?? TEXTS.notAttached);
      else this.#failed(file.name, TEXTS.notAttached, () => this.#send(file, key)); // the same key: attached once
    } finally {
      row.remove();
      this.#draw();
    }
  }

  #failed(name, reason, retry) {
    const row = failedRow(name, reason, retry, () => this.#draw());
    this.#underWay.append(row);
    this.#draw();
    row.scrollIntoView({ block: "nearest" });
  }

  async #fetch() {
    const conversation = this.#conversation();
    if (!conversation) return;
    try {
      this.#list = await this.#api.exhibits(conversation);
    } catch {
      this.#standing = null; // asked again after the next turn
    }
    this.#draw();
  }

  async #moveUp({ id }) {
    if (this.#going.size) {
      await this.flush();
      await this.#fetch(); // those after a removed one have moved up
    }
    const exhibit = this.#list.exhibits.find((each) => each.id === id);
    if (exhibit?.number > 1) await this.#change(exhibit, { number: exhibit.number - 1 });
  }

  async #change(exhibit, changes) {
    try {
      this.#list = await this.#api.changeExhibit(this.#conversation(), exhibit.id, changes);
    } catch (error) {
      this.#failed(exhibit.title, error.detail ?? TEXTS.notChanged);
    }
    this.#draw(exhibit.id);
  }

  #remove(exhibit) {
    this.#going.set(exhibit.id, setTimeout(() => this.#erase(exhibit), UNDO_TIME));
    this.#draw();
    this.#items.querySelector(`[data-id="${exhibit.id}"] button`)?.focus();
  }

  #restore(exhibit) {
    this.#forgetTimer(exhibit.id);
    this.#draw(exhibit.id);
  }

  async #erase(exhibit) {
    this.#forgetTimer(exhibit.id);
    try {
      this.#list = await this.#api.removeExhibit(this.#conversation(), exhibit.id);
    } catch (error) {
      if (error.status !== 404) this.#failed(exhibit.title, error.detail ?? TEXTS.notChanged);
      return this.#fetch();
    }
    this.#draw();
  }

  #forgetTimer(id) {
    clearTimeout(this.#going.get(id));
    this.#going.delete(id);
  }

  #draw(focused) {
    const { exhibits = [], asked_for: papers = [], missing = [], open = true } = this.#list ?? {};
    const actions = {
      change: (exhibit, changes) => this.#change(exhibit, changes),
      moveUp: (exhibit) => this.#moveUp(exhibit),
      remove: (exhibit) => this.#remove(exhibit),
      restore: (exhibit) => this.#restore(exhibit),
      redraw: (exhibit) => this.#draw(exhibit.id),
      look: (exhibit) => this.#download(exhibit.href, `exhibit-${exhibit.number}.${exhibit.kind === "pdf" ? "pdf" : "jpg"}`),
    };
    const rows = exhibits.map((exhibit) =>
      this.#going.has(exhibit.id) ? removedRow(exhibit, actions) : exhibitRow(exhibit, { papers, open, actions }),
    );
    // A name that is being typed stays; what has changed meanwhile is drawn when it is done.
    if (!this.#items.querySelector("input.title")) this.#items.replaceChildren(...rows);
    this.#summary.replaceChildren(icon("clip"), el("span", {}, exhibitsCount(exhibits.length - this.#going.size)), icon("chevron"));
    this.#missing.textContent = open ? said(papers, missing) : TEXTS.exhibitsClosed;
    this.#foot.replaceChildren(
      el("button", { type: "button", class: "text-button", onclick: () => this.#downloadAll() }, icon("down"), TEXTS.bundle),
    );
    this.#section.querySelector("details").hidden = !exhibits.length;
    this.#section.hidden = !exhibits.length && !this.#underWay.childElementCount;
    if (focused) this.#items.querySelector(`[data-id="${focused}"] button`)?.focus();
  }

  async #downloadAll() {
    await this.flush();
    await this.#fetch();
    await this.#download(`/api/v1/conversations/${this.#conversation().id}/exhibits/bundle`, "exhibits.pdf");
  }

  async #download(href, name) {
    try {
      save(await this.#api.document(this.#conversation(), href), name);
    } catch (error) {
      this.#failed(name, error.detail ?? TEXTS.downloadFailed);
    }
  }
}

function said(papers, missing) {
  if (missing.length) return stillMissing(missing);
  return papers.some(({ required }) => required) ? TEXTS.allAttached : "";
}

// A name that a person gave is kept as the title; «IMG_2034» says nothing.
function titleOf(name) {
  const stem = name.replace(/\.[^.]*$/, "").replace(/[_-]+/g, " ").trim();
  return /[\u0600-\u06ff]/.test(stem) ? stem.slice(0, 120) : "";
}
