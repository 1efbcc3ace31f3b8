// Ticks the conditions of a password while it is typed, shows it on demand, and leads to a fault.
"use strict";
(() => {
  const { spoken } = window.redleaf;
  const holds = { number: /\p{Nd}/u, upper: /\p{Lu}/u, lower: /\p{Ll}/u };

  const list = document.querySelector(".conditions");
  const field = list && document.getElementById(list.dataset.of);
  if (field) {
    field.addEventListener("input", tick);
    tick();
  }
  for (const box of document.querySelectorAll("[data-show]")) {
    const shown = document.getElementById(box.dataset.show);
    box.addEventListener("change", () => { shown.type = box.checked ? "text" : "password"; });
    // A browser keeps what is typed into a text field, and would offer it to the next person.
    shown?.form.addEventListener("submit", () => { shown.type = "password"; });
  }
  document.querySelector("form[data-first-fault] [aria-invalid=true]")?.focus();

  function tick() {
    // Code points, as the server counts them.
    const length = [...field.value].length;
    for (const line of list.children) {
      const [name, wanted] = line.dataset.condition.split("-");
      const isMet = wanted ? length >= Number(wanted) : holds[name].test(field.value);
      line.classList.toggle("met", isMet);
      line.querySelector(".so-far").textContent = wanted && length && !isMet ? " " + spoken("({n} so far)", { n: length }) : "";
      line.querySelector(".unseen").textContent = ", " + (isMet ? spoken("there") : spoken("missing so far"));
    }
  }
})();
