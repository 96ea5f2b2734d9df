// Messages are plain text: lines, blank lines between paragraphs, and bullets.

import { el } from "./dom.js";

const BULLET = /^[•▪–-]\s+/u;
const LONGEST_HEADING = 48;

export function prose(text) {
  const blocks = [];
  for (const line of text.split("\n").map((part) => part.trim())) {
    if (!line) blocks.push(null);
    else if (BULLET.test(line)) item(blocks, line.replace(BULLET, ""));
    else blocks.push(el("p", { class: manner(line) }, line));
  }
  return blocks.filter(Boolean);
}

function item(blocks, text) {
  const last = blocks.at(-1);
  const list = last?.tagName === "UL" ? last : el("ul");
  if (list !== last) blocks.push(list);
  list.append(el("li", {}, text));
}

function manner(line) {
  if (line.endsWith(":") && line.length <= LONGEST_HEADING) return "lead";
  return line.startsWith("(") && line.endsWith(")") ? "aside" : null;
}
