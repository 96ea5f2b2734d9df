// Where the citizen writes. Enter sends where there is a keyboard; on a phone it makes a new line.

const TALLEST = 9.5; // rem

export class Composer {
  #form;
  #field;
  #button;
  #onText;

  constructor(form, { onSend, onText }) {
    this.#form = form;
    this.#field = form.querySelector("textarea");
    this.#button = form.querySelector("button[type=submit]");
    this.#onText = onText;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.text && !this.#button.disabled) onSend(this.text);
    });
    this.#field.addEventListener("input", () => this.#changed());
    this.#field.addEventListener("keydown", (event) => {
      const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && hasKeyboard();
      if (!sends) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  get text() {
    return this.#field.value.trim();
  }

  set text(value) {
    this.#field.value = value;
    this.#changed();
  }

  // While a turn is on its way the field stays open, so nothing typed is lost; only sending waits.
  set busy(busy) {
    this.#button.disabled = busy;
    this.#form.setAttribute("aria-busy", String(busy));
  }

  focus() {
    if (hasKeyboard()) this.#field.focus({ preventScroll: true });
  }

  #changed() {
    this.#form.classList.toggle("empty", !this.text);
    this.#field.style.height = "auto";
    this.#field.style.height = `min(${this.#field.scrollHeight}px, ${TALLEST}rem)`;
    this.#onText(this.#field.value);
  }
}

const hasKeyboard = () => matchMedia("(pointer: fine)").matches;
