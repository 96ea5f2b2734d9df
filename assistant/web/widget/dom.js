// Building elements: text always goes in as text.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const PATHS = {
  send: "M20 12H5m0 0 6-6m-6 6 6 6",
  fresh: "M12 5v14M5 12h14",
  down: "M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M5 20h14",
  check: "m5 12.5 4.5 4.5L19 7.5",
  clip: "m20 11-8.4 8.4a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5",
  pencil: "M4 20h4L19 9l-4-4L4 16v4Zm9-13 4 4",
  up: "M12 19V6m0 0-5.5 5.5M12 6l5.5 5.5",
  bin: "M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13M10.5 11v5m3-5v5",
  cross: "M6 6l12 12M18 6 6 18",
  chevron: "m6 9 6 6 6-6",
  scales: "M12 4v16M7 20h10M5 7h14M5 7l-2.6 6.2a2.9 2.9 0 0 0 5.2 0L5 7Zm14 0-2.6 6.2a2.9 2.9 0 0 0 5.2 0L19 7Z",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
