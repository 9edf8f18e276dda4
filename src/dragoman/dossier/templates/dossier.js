"use strict";
(() => {
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const title = document.getElementById("panel-title");
  let opener = null;

  // Copies the numbered sentences into the panel and marks the words of the cell that was opened.
  const open = (cell) => {
    const numbers = (cell.dataset.e || "").split(" ").filter(Boolean);
    if (!numbers.length) return;
    body.replaceChildren();
    for (const number of numbers) {
      const source = document.getElementById("e" + number);
      if (!source) continue;
      const copy = source.cloneNode(true);
      copy.removeAttribute("id");
      for (const words of copy.querySelectorAll("[data-r]")) {
        if (words.dataset.r.split(" ").includes(cell.dataset.r)) words.classList.add("own");
      }
      body.append(copy);
    }
    title.textContent = numbers.length > 1 ? title.dataset.many + " (" + numbers.length + ")" : title.dataset.one;
    document.querySelectorAll(".is-open").forEach((one) => one.classList.remove("is-open"));
    cell.classList.add("is-open");
    opener = cell;
    // Making room for the panel moves the text: the cell stays where it was on the screen.
    const top = cell.getBoundingClientRect().top;
    panel.hidden = false;
    document.body.classList.add("with-panel");
    window.scrollBy({ top: cell.getBoundingClientRect().top - top, behavior: "instant" });
    // On a phone the panel comes up from below: the cell stays in sight above it.
    const below = cell.getBoundingClientRect().bottom + 12 - panel.getBoundingClientRect().top;
    if (window.innerWidth <= 720 && below > 0) window.scrollBy({ top: below, behavior: "instant" });
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  };

  const close = () => {
    if (panel.hidden) return;
    const top = opener ? opener.getBoundingClientRect().top : 0;
    panel.hidden = true;
    document.body.classList.remove("with-panel");
    if (opener) window.scrollBy({ top: opener.getBoundingClientRect().top - top, behavior: "instant" });
    document.querySelectorAll(".is-open").forEach((one) => one.classList.remove("is-open"));
    if (opener && opener.focus) opener.focus({ preventScroll: true });
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-e]");
    if (cell && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(cell);
    }
  });
  document.getElementById("panel-close").addEventListener("click", close);

  const shownCells = (inside) => [...inside.querySelectorAll("a.ev")].filter((one) => one.offsetParent !== null);

  // Left and right walk the cells in reading order; up and down keep to the column of a table, or step a row of a list.
  const step = (cell, key) => {
    const column = cell.closest("td, th");
    if ((key === "ArrowUp" || key === "ArrowDown") && column) {
      let row = column.parentElement;
      do {
        row = key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
        const found = row && !row.hidden && row.children[column.cellIndex].querySelector("a.ev");
        if (found) return found;
      } while (row);
      return null;
    }
    const all = shownCells(cell.closest("section, header") || document);
    const here = all.indexOf(cell);
    if (key === "ArrowLeft" || key === "ArrowRight") return all[here + (key === "ArrowRight" ? 1 : -1)];
    const row = cell.closest("li, article, p");
    const rest = key === "ArrowDown" ? all.slice(here + 1) : all.slice(0, here).reverse();
    return rest.find((one) => one.closest("li, article, p") !== row);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      return;
    }
    const cell = event.target.closest && event.target.closest("a.ev");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " ") {
      event.preventDefault();
      open(cell);
    } else if (event.key.startsWith("Arrow")) {
      const next = step(cell, event.key);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  // A link to a fact (#fact:…) opens its first sentence; the row itself is marked by :target.
  const openTarget = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const row = id.includes(":") && document.getElementById(id);
    const cell = row && (row.closest("[data-row]") || row).querySelector("a.ev");
    if (cell) {
      open(cell);
      row.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", openTarget);

  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("[data-row]")];
  const fields = { party: [], kind: [], status: [] };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = new Map(
    [...document.getElementById("f-names").content.querySelectorAll("i")].map((one) => [one.dataset.code, one.textContent])
  );
  const keys = rows.map((row) => ({
    row,
    text: fold(row.textContent),
    party: row.dataset.party.split("|").filter(Boolean),
    kind: [row.dataset.kind].filter(Boolean),
    status: row.dataset.status.split(" ").filter(Boolean),
  }));
  for (const field of Object.keys(fields)) {
    const select = document.getElementById("f-" + field);
    const values = new Set(keys.flatMap((one) => one[field]));
    const named = [...values].map((value) => [names.get(value) || value, value]);
    named.sort((one, other) => one[0].localeCompare(other[0]));
    for (const [name, value] of named) select.append(new Option(name, value));
  }
  const count = document.getElementById("f-count");
  const sift = () => {
    const words = fold(document.getElementById("f-text").value).split(/\s+/).filter(Boolean);
    const chosen = Object.keys(fields).map((field) => [field, document.getElementById("f-" + field).value]);
    let shown = 0;
    for (const one of keys) {
      const fits = words.every((word) => one.text.includes(word)) &&
        chosen.every(([field, value]) => !value || one[field].includes(value));
      one.row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const table of document.querySelectorAll("main table")) {
      const own = [...table.querySelectorAll("[data-row]")];
      if (own.length) table.hidden = own.every((row) => row.hidden);
    }
    for (const year of document.querySelectorAll("li.year")) {
      let next = year.nextElementSibling;
      let any = false;
      for (; next && !next.classList.contains("year"); next = next.nextElementSibling) any = any || !next.hidden;
      year.hidden = !any;
    }
    const all = shown === keys.length;
    count.textContent = all ? "" : count.dataset.text.replace("{shown}", shown).replace("{all}", keys.length);
  };
  form.hidden = rows.length === 0;
  form.addEventListener("input", sift);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(sift));
  document.body.classList.add("has-script");
  openTarget();
})();
