"use strict";
(() => {
  const page = document.body.dataset;
  const entries = [...document.querySelectorAll(".entry")];
  const by = (id) => document.getElementById(id);
  const store = `dadkhah-report ${page.name} ${page.version}`;
  const fold = (text) => text.toLowerCase().replace(/ي/g, "ی").replace(/ك/g, "ک").replace(/[\u200c\u200f\u200e]/g, "")
    .replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit));

  const verdict = (entry) => entry.querySelector("input[type=radio]:checked")?.value ?? "";
  const comment = (entry) => entry.querySelector("textarea").value.trim();
  const paint = (entry) => { entry.className = `entry ${verdict(entry)}`; };

  // What was marked stays in this browser until it is saved; a browser that keeps nothing loses only that.
  const keep = () => {
    const marks = {};
    for (const entry of entries) {
      if (verdict(entry) || comment(entry)) marks[entry.dataset.record] = [verdict(entry), comment(entry)];
    }
    try { localStorage.setItem(store, JSON.stringify({ reviewer: by("reviewer").value, marks })); } catch { /* no storage */ }
  };
  const recall = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(store)); } catch { /* no storage */ }
    if (!kept) return;
    by("reviewer").value = kept.reviewer;
    for (const entry of entries) {
      const [choice, said] = kept.marks[entry.dataset.record] ?? ["", ""];
      entry.querySelector("textarea").value = said;
      const radio = choice && entry.querySelector(`input[value="${choice}"]`);
      if (radio) radio.checked = true;
      paint(entry);
    }
  };

  const texts = new Map();
  const textOf = (entry) => {
    if (!texts.has(entry)) texts.set(entry, fold(entry.textContent));
    return texts.get(entry);
  };
  const wanted = {
    all: () => true,
    unread: (entry) => entry.dataset.unread === "yes",
    review: (entry) => entry.dataset.review === "yes",
    unmarked: (entry) => !verdict(entry),
    marked: (entry) => Boolean(verdict(entry)),
  };
  const show = () => {
    const words = fold(by("search").value).split(/\s+/).filter(Boolean);
    const test = wanted[by("only").value];
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !(test(entry) && words.every((word) => textOf(entry).includes(word)));
      if (!entry.hidden) shown += 1;
    }
    const number = new Intl.NumberFormat("fa-IR");
    const marked = entries.filter(verdict).length;
    by("count").textContent = `${number.format(shown)} از ${number.format(entries.length)}؛ ${number.format(marked)} علامت`;
  };

  const today = () => {
    const parts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "2-digit", day: "2-digit" })
      .formatToParts(new Date());
    const part = (type) => parts.find((each) => each.type === type).value;
    return `${part("year")}/${part("month")}/${part("day")}`;
  };
  const tell = (message, at) => {
    by("message").textContent = message;
    if (at) { at.hidden = false; at.scrollIntoView({ block: "center" }); at.querySelector("textarea")?.focus(); }
  };
  const save = () => {
    const reviewer = by("reviewer").value.trim();
    if (!reviewer) { by("reviewer").focus(); return tell("نام خود را بنویسید."); }
    const marked = entries.filter(verdict);
    if (!marked.length) return tell("هنوز چیزی علامت نخورده است.");
    const silent = marked.find((entry) => verdict(entry) !== "right" && !comment(entry));
    if (silent) return tell("برای «اصلاح شود» و «تردید» توضیح بنویسید.", silent);
    const marks = marked.map((entry) => ({
      record: entry.dataset.record, seen: entry.dataset.seen, verdict: verdict(entry), comment: comment(entry),
    }));
    const file = { reviewer, date: today(), figures_on: page.day, marks };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
    link.download = `marks-${page.name}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return tell("ذخیره شد؛ پرونده را برای گروه دادخواه بفرستید.");
  };

  const toggle = (button) => {
    const line = button.closest(".cites").parentElement;
    const open = line.querySelector(`.official[data-article="${CSS.escape(button.dataset.article)}"]`);
    if (open) { open.remove(); return; }
    const template = document.querySelector(`template[data-article="${CSS.escape(button.dataset.article)}"]`);
    line.append(template.content.cloneNode(true));
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-article]");
    if (button) toggle(button);
  });
  document.addEventListener("input", (event) => {
    const entry = event.target.closest(".entry");
    if (entry) paint(entry);
    keep();
    show();
  });
  by("save").addEventListener("click", save);
  recall();
  show();
})();
