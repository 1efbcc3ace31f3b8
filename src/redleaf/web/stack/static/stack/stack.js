// A card: once its note is copied and its network is open, it is kept as sent, and the next one comes.
"use strict";
(() => {
  const form = document.getElementById("facts");
  let isGoing = false;

  form.addEventListener("redleaf:copied", (event) => {
    const { went: number, elsewhere } = event.target.dataset;
    if (elsewhere) keepElsewhere(event.target, { elsewhere, text: event.detail.text });
    if (!number) return;
    const subject = form.querySelector(`#subject-${number}`)?.dataset.text || "";
    send({ number, text: event.detail.text, subject });
  });

  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-bare]")) send({ bare: "1" });
    const later = event.target.closest("[data-later]");
    if (later) { event.preventDefault(); go(later.formAction, {}); }
  });

  // What was typed before the page could listen has not been asked about yet.
  window.addEventListener("load", () => {
    const line = form.querySelector("#line");
    if (line.value !== line.defaultValue) line.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // The person is written to on one more network, and the card still waits.
  function keepElsewhere(act, values) {
    const place = act.closest("li");
    const asked = { ...values, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value };
    window.htmx.ajax("POST", form.dataset.elsewhere, { source: document.body, target: place, values: asked, swap: "outerHTML" });
  }

  function send(more) { go(form.dataset.release, more); }

  function go(address, more) {
    if (isGoing) return;
    isGoing = true;
    const told = [...new FormData(form)].filter(([name]) => !name.startsWith("text-"));
    const values = { ...Object.fromEntries(told), ...more };
    // Not of the form: what is still being drafted for this person must not hold it up.
    window.htmx.ajax("POST", address, { source: document.body, values, swap: "none" }).finally(() => { isGoing = false; });
  }
})();
