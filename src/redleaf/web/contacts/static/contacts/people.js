// The page People: keys for finding, writing down, and stepping through the list.
"use strict";
(() => {
  const { key } = window.redleaf;
  const field = (id) => document.getElementById(id);
  const focus = (id) => { field(id)?.focus(); field(id)?.select(); };

  key("/", () => focus("q"));
  key("m", () => focus("line"));
  key("j", () => step(1));
  key("k", () => step(-1));
  if (location.hash === "#q") focus("q");

  // From the field one goes on to the list without a letter being typed.
  field("q")?.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && step(1)) event.preventDefault();
  });

  function step(by) {
    const people = [...document.querySelectorAll("[data-step]")];
    const next = people[people.indexOf(document.activeElement) + by] || (by < 0 ? people[0] : null);
    next?.focus();
    return Boolean(next);
  }
})();
