// The page Write: words and their sources light up together, drafts are chosen and edited, and an
// edited note is held against the facts.
"use strict";
(() => {
  const form = document.getElementById("facts");
  let wait = 0;
  let wasAsked = false;
  let sent = "";
  let takeBackWords = null;
  const written = new WeakMap();
  const { say, spoken } = window.redleaf;

  form.addEventListener("click", (event) => {
    const edit = event.target.closest("[data-edit]");
    if (edit) toggleEditor(edit.closest(".draft"));
    const reword = event.target.closest("[data-reword]");
    if (reword) { event.preventDefault(); ask(reword.value); }
    const note = event.target.closest(".draft:not(:has(:checked)) .note");
    if (note) { event.preventDefault(); note.closest(".draft").querySelector("input").click(); }
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "chosen") event.target.closest(".draft").scrollIntoView({ block: "nearest" });
  });

  for (const [on, off] of [["focusin", "focusout"], ["mouseover", "mouseout"]]) {
    form.addEventListener(on, (event) => light(event.target.closest("[data-letter]"), true));
    form.addEventListener(off, (event) => light(event.target.closest("[data-letter]"), false));
  }

  form.addEventListener("input", (event) => {
    const field = event.target.closest("[data-verify]");
    if (!field) return;
    carry(field.closest(".draft"), field);
    clearTimeout(wait);
    wait = setTimeout(verify, 300, field);
  });

  form.addEventListener("htmx:configRequest", (event) => {
    const cause = event.detail.triggeringEvent?.type;
    if (event.detail.path !== form.getAttribute("action")?.split("#")[0]) return;
    wasAsked = cause === "submit" || cause === "reword";
    event.detail.parameters.asked = wasAsked ? "1" : "";
  });

  // Leaving a field after typing in it changes nothing; new drafts would only take away the choice.
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    const told = facts();
    if (told === sent && !wasAsked) event.preventDefault();
    sent = told;
  });

  // New facts do not take away what the user wrote: the edited note is held against them instead.
  form.addEventListener("htmx:beforeRequest", (event) => {
    const field = edited();
    if (event.target !== form || !field || wasAsked) return;
    event.preventDefault();
    verify(field);
  });

  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const id = event.detail.target?.id || "";
    if (id.endsWith("-errors")) mark(id.slice(0, -7), event.detail.target);
    if (id === "drafts" && wasAsked) show();
    if (id === "drafts" && takeBackWords) { say(spoken("The notes are reworded."), takeBackWords); takeBackWords = null; }
  });

  function facts() {
    const told = [...new FormData(form)].filter(([name]) => !/^(text-|chosen|csrf)/.test(name));
    return JSON.stringify(told);
  }

  function ask(seed) {
    const place = document.getElementById("drafts"), field = form.querySelector("#seed");
    const before = [...place.childNodes], chosen = place.querySelector(":checked"), seedBefore = field.value;
    // The very notes come back, with what was edited in them.
    takeBackWords = () => {
      field.value = seedBefore;
      place.replaceChildren(...before);
      if (chosen) chosen.checked = true;
      sent = facts();
    };
    field.value = seed;
    window.htmx.trigger(form, "reword");
  }

  function show() {
    wasAsked = false;
    const place = form.querySelector(".draft :checked, .question label");
    if (!place) return;
    if (place.matches("label")) place.control.focus();
    else { place.focus({ preventScroll: true }); place.closest(".draft").scrollIntoView({ block: "nearest" }); }
  }

  function toggleEditor(draft) {
    const details = draft.querySelector("details");
    const field = details.querySelector("textarea");
    // Closed, an edited note would look as if it had never been edited.
    details.open = !details.open || field.value !== field.defaultValue;
    if (!details.open) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    verify(field);
  }

  // What is copied, what opens with the text in it, and what stands there, is the note as edited.
  function carry(draft, field) {
    const text = field.value, read = draft.querySelector(".read");
    if (!written.has(read)) written.set(read, [...read.childNodes]);
    read.dataset.text = text;
    read.replaceChildren(...(text === field.defaultValue ? written.get(read) : [text]));
    const link = draft.querySelector("a.act[href^='mailto:']");
    if (link) link.href = link.href.replace(/body=[^&]*/, () => `body=${encodeURIComponent(text)}`);
  }

  function verify(field) {
    const values = { ...Object.fromEntries(new FormData(form)), text: field.value, number: field.dataset.verify };
    window.htmx.ajax("POST", form.dataset.look, { source: field, values, swap: "none" });
  }

  function edited() {
    return [...form.querySelectorAll("details[open] [data-verify]")].find((field) => field.value !== field.defaultValue);
  }

  function light(one, isOn) {
    const draft = one?.closest(".draft");
    if (!draft) return;
    for (const each of draft.querySelectorAll(`[data-letter="${one.dataset.letter}"]`)) each.classList.toggle("now", isOn);
  }

  function mark(name, place) {
    const field = document.getElementById(name);
    const isWrong = place.childElementCount > 0;
    if (!field) return;
    if (isWrong) { field.setAttribute("aria-invalid", "true"); field.setAttribute("aria-describedby", `${name}-mend`); if (wasAsked) field.focus(); }
    else { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); }
  }
})();
