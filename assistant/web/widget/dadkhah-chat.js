// <dadkhah-chat>: the conversation with Dadkhah, for any page:
//   <script type="module" src="https://HOST/widget/dadkhah-chat.js"></script>
//   <dadkhah-chat></dadkhah-chat>

import { Api, Refused } from "./api.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { ExhibitsTray } from "./exhibits.js";
import { loadFonts } from "./fonts.js";
import { takeFiles } from "./intake.js";
import { newKey } from "./key.js";
import { Log } from "./log.js";
import { Memory } from "./memory.js";
import { listen } from "./news.js";
import { RoadPanel } from "./road.js";
import { shell } from "./shell.js";
import { TEXTS } from "./texts.js";

const BASE = new URL(import.meta.url).origin;
const STYLES = ["dadkhah-chat.css", "exhibits.css"];
const NEVER = new Set([400, 413, 415, 422]); // answers that sending again doesn't change

class DadkhahChat extends HTMLElement {
  #api = new Api(BASE);
  #memory = new Memory(BASE);
  #parts = shell();
  #log;
  #road;
  #composer;
  #tray;
  #listening = null;
  #busy = false;

  constructor() {
    super();
    const { root, list, strip, panel, form, fresh, exhibits, dialog } = this.#parts;
    this.#log = new Log(list, {
      choose: (choice) => this.#turn({ choice_id: choice.id }, choice.text),
      say: (text) => this.#turn({ text }, text),
      retry: () => (this.#memory.conversation ? this.#send() : this.#open()),
      fetchDocument: (href) => this.#api.document(this.#memory.conversation, href),
    });
    this.#road = new RoadPanel(strip, panel);
    this.#composer = new Composer(form, {
      onSend: (text) => this.#turn({ text }, text),
      onText: (typed) => this.#memory.keep({ typed }),
    });
    this.#tray = new ExhibitsTray(exhibits, this.#api, () => this.#memory.conversation);
    takeFiles(root, form, (files) => this.#tray.add(files));
    fresh.addEventListener("click", () => dialog.showModal());
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && this.#startAnew());
  }

  async connectedCallback() {
    if (!this.shadowRoot) await this.#dress();
    this.#composer.text = this.#memory.typed;
    this.#open();
  }

  disconnectedCallback() {
    this.#tray.flush();
    this.#listening?.abort();
  }

  // The styles come first, so that nothing is shown undressed.
  async #dress() {
    const root = this.attachShadow({ mode: "open" });
    loadFonts(BASE);
    const links = STYLES.map((name) => el("link", { rel: "stylesheet", href: new URL(name, import.meta.url) }));
    const dressed = links.map((link) => new Promise((resolve) => (link.onload = link.onerror = resolve)));
    root.append(...links);
    await Promise.all(dressed);
    root.append(this.#parts.root);
  }

  // Begin, or go on where this browser was; a turn without its answer is sent again first.
  async #open() {
    this.#working(true);
    try {
      if (this.#memory.conversation) await this.#comeBack();
      else await this.#begin();
    } catch (error) {
      if (error.code === "unknown-conversation") return this.#startAnew();
      this.#log.failed(reason(error, TEXTS.closed), TEXTS.reopen);
    } finally {
      this.#working(false);
    }
    this.#listen();
  }

  async #begin() {
    const begun = await this.#api.begin(newKey());
    this.#memory.keep({ conversation: { id: begun.id, token: begun.token } });
    this.#log.fill(begun.messages);
    this.#log.starters(TEXTS.starterTexts);
    this.#show(begun);
  }

  async #comeBack() {
    await this.#deliver();
    const snapshot = await this.#api.resume(this.#memory.conversation);
    this.#log.fill(snapshot.transcript);
    if (snapshot.transcript.every(({ by }) => by === "assistant")) this.#log.starters(TEXTS.starterTexts);
    this.#show(snapshot);
  }

  // Where the conversation stands: the road, and the papers that its form asks for.
  #show({ state, form, road }) {
    this.#road.show(state, road);
    this.#tray.stand(`${state} ${form}`);
  }

  #turn(body, shown) {
    if (this.#busy || !this.#memory.conversation) return;
    this.#memory.keep({ outbox: [...this.#memory.outbox, { body, key: newKey() }] });
    this.#log.said(shown);
    this.#composer.text = "";
    this.#send();
  }

  async #send() {
    if (!this.#memory.outbox.length) return this.#open();
    this.#working(true);
    this.#log.thinking();
    try {
      await this.#deliver((answer) => {
        this.#log.settled();
        this.#log.addAll(withDocuments(answer));
        this.#show(answer);
      });
    } catch (error) {
      this.#log.failed(`${TEXTS.notSent} ${reason(error, TEXTS.offline)}`);
    } finally {
      this.#working(false);
      this.#composer.focus();
    }
  }

  // Send what waits, oldest first; what the server will never take goes back to where it was typed.
  async #deliver(onAnswer = () => {}) {
    while (this.#memory.outbox.length) {
      const [{ body, key }, ...rest] = this.#memory.outbox;
      try {
        const answer = await this.#api.turn(this.#memory.conversation, body, key);
        this.#memory.keep({ outbox: rest });
        onAnswer(answer);
      } catch (error) {
        if (NEVER.has(error.status)) {
          this.#memory.keep({ outbox: rest });
          this.#composer.text = [body.text, this.#composer.text].filter(Boolean).join("\n");
        }
        throw error;
      }
    }
  }

  #listen() {
    this.#listening?.abort();
    const { conversation } = this.#memory;
    if (!conversation) return;
    this.#listening = new AbortController();
    listen(this.#api, conversation, this.#listening.signal, (message) => this.#heard(message));
  }

  async #heard(message) {
    this.#log.addAll([message]);
    const snapshot = await this.#api.resume(this.#memory.conversation).catch(() => null);
    if (snapshot) this.#show(snapshot);
  }

  #startAnew() {
    this.#listening?.abort();
    this.#tray.clear();
    this.#memory.forget();
    this.#composer.text = "";
    this.#open().then(() => this.#composer.focus());
  }

  #working(working) {
    this.#busy = working;
    this.#composer.busy = working;
    this.#parts.status.textContent = working ? TEXTS.thinking : "";
  }
}

// The documents of a turn belong under its last message.
function withDocuments({ messages, documents }) {
  if (!documents.length) return messages;
  const last = messages.at(-1);
  return [...messages.slice(0, -1), { ...last, documents }];
}

const reason = (error, otherwise) => (error instanceof Refused && error.detail ? error.detail : otherwise);

customElements.define("dadkhah-chat", DadkhahChat);
