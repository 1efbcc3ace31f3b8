// Dropping an export on the field, and saying that a file is too large before it travels.
"use strict";
(() => {
  const form = document.getElementById("bring");
  const field = document.getElementById("export");
  const { spoken } = window.redleaf;
  const zone = form.querySelector(".drop");

  for (const name of ["dragenter", "dragover"]) document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) zone.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    zone.classList.remove("over");
    field.files = event.dataTransfer.files;
    if (isSmallEnough()) form.requestSubmit();
  });
  field.addEventListener("change", isSmallEnough);
  form.addEventListener("submit", (event) => { if (!isSmallEnough()) event.preventDefault(); });

  function isSmallEnough() {
    const file = field.files[0];
    const limit = Number(form.dataset.limit);
    const is = !file || file.size <= limit;
    field.setCustomValidity("");
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    const place = document.getElementById("export-errors");
    place.replaceChildren();
    if (is) return true;
    field.setAttribute("aria-invalid", "true");
    const words = document.createElement("p");
    words.className = "mend";
    words.id = "export-mend";
    field.setAttribute("aria-describedby", words.id);
    words.append(document.querySelector(".wordmark .leaf").cloneNode(true), element(spoken("This file is larger than {limit} MB.", { limit: limit / 1048576 }) + " " + form.dataset.large));
    place.append(words);
    return false;
  }

  function element(text) { const made = document.createElement("span"); made.textContent = text; return made; }
})();
