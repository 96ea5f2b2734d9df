// A file on its way, and one that did not get through.

import { el, icon } from "./dom.js";
import { TEXTS } from "./texts.js";

export function uploadRow(name, onStop) {
  const bar = el("progress", { max: "1", value: "0", "aria-label": `${TEXTS.uploading} ${name}` });
  const state = el("span", { class: "state" }, TEXTS.uploading);
  const stop = el("button", { type: "button", class: "tool", "aria-label": `${TEXTS.stopUpload}: ${name}`, title: TEXTS.stopUpload, onclick: onStop }, icon("cross"));
  const row = el("li", { class: "uploading" }, el("span", { class: "title", dir: "auto" }, name), bar, state, stop);
  const onProgress = (part) => {
    bar.value = part;
    if (part >= 1) state.textContent = TEXTS.checking;
  };
  return { row, onProgress };
}

export function failedRow(name, reason, onRetry, onGone) {
  const alert = el("div", { role: "alert" }, el("p", {}, el("bdi", {}, name), ": ", reason));
  const row = el("li", { class: "failed" }, alert);
  const leave = () => {
    row.remove();
    onGone();
  };
  const again = () => {
    leave();
    onRetry();
  };
  if (onRetry) alert.append(el("button", { type: "button", class: "text-button", onclick: again }, TEXTS.retry));
  alert.append(el("button", { type: "button", class: "tool", "aria-label": `${TEXTS.dismiss}: ${name}`, title: TEXTS.dismiss, onclick: leave }, icon("cross")));
  return row;
}
