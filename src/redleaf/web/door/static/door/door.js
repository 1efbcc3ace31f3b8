// Reads the note with who writes it: half a second after the last key it says how it reads so far.
"use strict";
(() => {
  const form = document.querySelector("form[data-reads]");
  if (!form) return;
  const list = document.querySelector("#reads ul");
  let waiting, asking;

  form.text.addEventListener("input", soon);
  form.how.addEventListener("input", soon);
  form.querySelector("[aria-invalid=true]")?.focus();

  function soon() {
    clearTimeout(waiting);
    asking?.abort();
    waiting = setTimeout(read, 500);
  }

  async function read() {
    asking = new AbortController();
    // The note and how they know each other; the rest is nobody's business before it is sent.
    const body = new URLSearchParams({ text: form.text.value, how: form.how.value });
    try {
      const answer = await fetch(form.dataset.reads, { method: "POST", body, signal: asking.signal, credentials: "omit" });
      if (answer.ok) show((await answer.json()).sentences);
    } catch {
      // Advice that does not come is no fault of who writes; the note can be sent all the same.
    }
  }

  function show(sentences) {
    // What stands there already is not read out a second time.
    if (sentences.map(([words]) => words).join() === [...list.children].map((line) => line.textContent).join()) return;
    list.replaceChildren(...sentences.map(([words, isGood]) => {
      const line = document.createElement("li");
      line.classList.toggle("met", isGood);
      line.textContent = words;
      return line;
    }));
  }
})();
