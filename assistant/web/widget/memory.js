// What this browser keeps: the conversation with its token, the turns on their way, the text being typed.

export class Memory {
  #name;
  #kept;

  constructor(base) {
    this.#name = `dadkhah:${base}`;
    this.#kept = read(this.#name);
  }

  get conversation() {
    return this.#kept.conversation ?? null;
  }

  // The turns that have no answer yet, in order: sent again with the same key, each is run once.
  get outbox() {
    return this.#kept.outbox ?? [];
  }

  get typed() {
    return this.#kept.typed ?? "";
  }

  keep(changes) {
    Object.assign(this.#kept, changes);
    try {
      localStorage.setItem(this.#name, JSON.stringify(this.#kept));
    } catch {
      // Storage is closed or full: the conversation goes on in this page, it only can't be resumed.
    }
  }

  forget() {
    this.#kept = {};
    this.keep({});
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
}
