// The inbox: once an answer is copied and its network is open, it is kept as done, and the next
// invitation comes. In a group: keys for stepping and choosing. A mail may be dropped anywhere.
"use strict";
(() => {
  const { key } = window.redleaf;
  const decide = document.getElementById("decide");
  const bring = document.getElementById("mail");

  decide?.addEventListener("redleaf:copied", (event) => {
    const decision = event.target.dataset.went;
    if (!decision) return;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "decision";
    field.value = ["answer", "ask", "decline"].includes(decision) ? decision : "answer";
    decide.append(field);
    decide.requestSubmit();
  });

  // The focus goes into what was opened, and back: keys alone must reach the places.
  document.querySelector("details.elsewhere")?.addEventListener("toggle", (event) => {
    const { target } = event;
    target.querySelector(target.open ? "form button" : "summary").focus();
  });

  if (document.querySelector("[data-step]")) {
    key("j", () => step(1));
    key("k", () => step(-1));
    key("x", choose);
  }

  for (const name of bring ? ["dragenter", "dragover", "drop"] : []) document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (name !== "drop" || !event.dataTransfer.files.length) return;
    bring.files = event.dataTransfer.files;
    bring.form.requestSubmit();
  });

  function step(by) {
    const all = [...document.querySelectorAll("[data-step]")];
    const next = all[all.indexOf(document.activeElement) + by] || (by < 0 ? all[0] : null);
    next?.focus();
    return Boolean(next);
  }

  function choose() {
    const box = document.activeElement?.closest("#choose li")?.querySelector("[name=invitation]");
    if (box) box.checked = !box.checked;
    return Boolean(box);
  }
})();
