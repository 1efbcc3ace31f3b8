// The page Check: walk through the findings, take an advice, allow a finding.
"use strict";
(() => {
  const form = document.getElementById("check");
  const field = document.getElementById("text");
  const findings = () => [...form.querySelectorAll(".finding")];
  const current = () => form.querySelector(".finding.now");
  const { key, say, spoken, put } = window.redleaf;
  let resumeAt = null;

  key("j", () => step(1));
  key("k", () => step(-1));
  key("f", () => take(current() || findings()[0]));
  key("x", () => allow(current() || findings()[0]));

  form.addEventListener("click", (event) => {
    const finding = event.target.closest(".finding");
    if (!finding) return;
    light(finding);
    if (event.target.closest(".fix")) { event.preventDefault(); take(finding); }
    if (event.target.closest(".allow")) { event.preventDefault(); allow(finding); }
    if (event.target.closest("[data-select]")) { event.preventDefault(); select(finding); }
  });
  form.addEventListener("focusin", (event) => {
    const finding = event.target.closest(".finding");
    if (finding) light(finding);
    else if (event.target === field) light(null);
  });
  // What the reader unfolded stays unfolded when its text is drawn anew.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (!event.detail.target?.querySelector("details[open]")) return;
    for (const details of event.detail.fragment.querySelectorAll("details")) details.open = true;
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target?.id !== "findings" || document.activeElement === field) return;
    if (resumeAt === null) light(findings()[0]);
    else resume();
  });
  if (field.value) { field.blur(); light(findings()[0]); }

  function light(finding) {
    for (const lit of form.querySelectorAll(".now")) lit.classList.remove("now");
    if (!finding) return;
    finding.classList.add("now");
    for (const mark of form.querySelectorAll(`mark[data-n="${finding.dataset.n}"]`)) mark.classList.add("now");
  }

  function step(by) {
    const all = findings();
    if (!all.length) return false;
    const at = all.indexOf(current());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next.tabIndex = -1;
    next.focus();
    light(next);
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  // After an act in the margin the next finding comes to where the last one stood.
  function resume() {
    const next = findings()[Math.min(resumeAt, findings().length - 1)];
    resumeAt = null;
    light(next || null);
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  }

  function select(finding) {
    field.focus();
    field.setSelectionRange(units(finding.dataset.start), units(finding.dataset.end));
  }

  function take(finding) {
    const fix = finding?.querySelector(".fix");
    if (!fix) return Boolean(finding) && (select(finding), true);
    const before = field.value;
    put(field, fix.dataset.text, units(fix.dataset.start), units(fix.dataset.end));
    field.blur();
    say(spoken("The advice is taken."), () => put(field, before, 0, field.value.length));
    return true;
  }

  function allow(finding) {
    const button = finding?.querySelector(".allow");
    if (!button) return false;
    resumeAt = findings().indexOf(finding);
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = "allowed";
    input.value = button.value;
    document.getElementById("findings").append(input);
    read();
    say(spoken("It is allowed in this text."), () => {
      for (const each of form.querySelectorAll("input[name=allowed]")) if (each.value === button.value) each.remove();
      read();
    });
    return true;
  }

  function read() { window.htmx.trigger(form, "read"); }

  // The server counts code points, the field counts UTF-16 units.
  function units(codePoints) { return [...field.value].slice(0, Number(codePoints)).join("").length; }
})();
