// The page People: keys for finding, writing down, stepping through the list, and choosing in it.
"use strict";
(() => {
  const { key, spoken } = window.redleaf;
  const field = (id) => document.getElementById(id);
  const focus = (id) => { field(id)?.focus(); field(id)?.select(); };
  const boxes = () => [...document.querySelectorAll("#choose [name=contact]")];
  let lastChosen = null;

  key("/", () => focus("q"));
  key("m", () => focus("line"));
  key("j", () => step(1));
  key("k", () => step(-1));
  key("x", () => choose(false));
  key("X", () => choose(true));
  if (location.hash === "#q") focus("q");

  // From the field one goes on to the list without a letter being typed.
  field("q")?.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && step(1)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (!event.target.matches("#choose [name=contact]")) return;
    if (event.shiftKey) chooseRange(event.target);
    lastChosen = event.target;
  });
  document.addEventListener("change", (event) => { if (event.target.closest("#choose")) count(); });
  document.addEventListener("DOMContentLoaded", count);
  window.addEventListener("pageshow", count);

  function step(by) {
    const people = [...document.querySelectorAll("[data-step]")];
    const next = people[people.indexOf(document.activeElement) + by] || (by < 0 ? people[0] : null);
    next?.focus();
    return Boolean(next);
  }

  // The person in focus is chosen, or with a range everybody from the last one to them.
  function choose(isRange) {
    const box = document.activeElement?.closest("#choose li")?.querySelector("[name=contact]");
    if (!box) return false;
    box.checked = isRange || !box.checked;
    if (isRange) chooseRange(box);
    lastChosen = box;
    count();
    return true;
  }

  function chooseRange(box) {
    const all = boxes();
    const ends = [all.indexOf(lastChosen), all.indexOf(box)];
    if (ends[0] < 0) return;
    for (const each of all.slice(Math.min(...ends), Math.max(...ends) + 1)) each.checked = box.checked;
  }

  function count() {
    const place = field("count");
    if (!place) return;
    const chosen = boxes().filter((each) => each.checked).length;
    place.textContent = field("all")?.checked ? spoken("All are chosen.") : spoken("{n} chosen.", { n: chosen });
  }
})();
