// <dadkhah-chat>: the conversation with Dadkhah, for any page:
//   <script type="module" src="https://HOST/widget/dadkhah-chat.js"></script>
//   <dadkhah-chat></dadkhah-chat>

import { Api, Refused } from "./api.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { loadFonts } from "./fonts.js";
import { newKey } from "./key.js";
import { Log } from "./log.js";
import { Memory } from "./memory.js";
import { listen } from "./news.js";
import { RoadPanel } from "./road.js";
import { shell } from "./shell.js";
import { TEXTS } from "./texts.js";

const BASE = new URL(import.meta.url).origin;
const NEVER = new Set([400, 413, 415, 422]); // answers that sending again doesn't change

class DadkhahChat extends HTMLElement {
  #api = new Api(BASE);
  #memory = new Memory(BASE);
  #parts = shell();
  #log;
  #road;
  #composer;
  #listening = null;
  #busy = false;

  constructor() {
    super();
    const { list, strip, panel, form, fresh, dialog } = this.#parts;
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
    fresh.addEventListener("click", () => dialog.showModal());
    dialog.addEventListener("close", () => dialog.returnValue === "yes" && this.#startAnew());
  }

  async connectedCallback() {
    if (!this.shadowRoot) await this.#dress();
    this.#composer.text = this.#memory.typed;
    this.#open();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  // The styles come first, so that nothing is shown undressed.
  async #dress() {
    const root = this.attachShadow({ mode: "open" });
    loadFonts(BASE);
    const styles = el("link", { rel: "stylesheet", href: new URL("dadkhah-chat.css", import.meta.url) });
    const dressed = new Promise((resolve) => (styles.onload = styles.onerror = resolve));
    root.append(styles);
    await dressed;
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
    this.#road.show(begun.state, begun.road);
  }

  async #comeBack() {
    await this.#deliver();
    const snapshot = await this.#api.resume(this.#memory.conversation);
    this.#log.fill(snapshot.transcript);
    if (snapshot.transcript.every(({ by }) => by === "assistant")) this.#log.starters(TEXTS.starterTexts);
    this.#road.show(snapshot.state, snapshot.road);
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
        this.#road.show(answer.state, answer.road);
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
    if (snapshot) this.#road.show(snapshot.state, snapshot.road);
  }

  #startAnew() {
    this.#listening?.abort();
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
