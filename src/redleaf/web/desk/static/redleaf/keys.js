// Keys and small acts of every page. Loaded before the page is drawn, so that it can say "a script
// is running" in time; all listeners are on the document and need no element to be there yet.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  let lettersAreKeys = root.dataset.letters !== "off";
  root.classList.toggle("no-letters", !lettersAreKeys);

  const acts = new Map();
  let undo = null;
  let isGoing = false;
  let isLeaving = 0;
  let warning = "";
  let catalogue = null;

  // A page that is being left still shows what was before: a key pressed now would act on that once
  // more, and not on what comes. Held down, only these may act again.
  const STEPS = "jk";
  const STAYED_MS = 8000;
  // On the window: after all who may prevent it.
  addEventListener("submit", (event) => { if (!event.defaultPrevented && !event.target.target) leave(); });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || isOfThisPage(link)) return;
    leave();
  });
  addEventListener("pageshow", stay);

  // What other scripts use: key(letter, act), say(what happened, how to undo it), put(field, text),
  // spoken(English words, values of {names}): the words in the language of the page.
  window.redleaf = {
    key(letter, act) { acts.set(letter, act); },
    spoken,
    say(words, undoIt) {
      const place = document.getElementById("happened");
      undo = undoIt || null;
      place.replaceChildren(...(words ? [element("span", words)] : []));
      if (undo) {
        const button = element("button", spoken("Undo"));
        button.type = "button";
        button.className = "like-link";
        button.addEventListener("click", takeBack);
        const hint = element("kbd", "u");
        hint.className = "hint";
        place.append(" ", button, hint);
      }
    },
    // Puts text in place of a stretch of a field, in a way the browser's own undo knows.
    put(field, text, start, end) {
      field.focus();
      field.setSelectionRange(start, end);
      const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
      if (!done) {
        field.setRangeText(text, start, end, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest("input:not([type=radio],[type=checkbox],[type=file]), textarea, select");
    // A search field would be cleared by it, and what was found be gone.
    if (event.key === "Escape" && field) { event.preventDefault(); field.blur(); return; }
    if (field || (document.querySelector(".help:popover-open") && event.key !== "?")) return;
    if (isLeaving || (event.repeat && !STEPS.includes(event.key))) return;
    if (event.key === "Enter") { if (!event.target.closest("a, button, summary, [type=file]")) pressFilled(event); return; }
    if (!lettersAreKeys || event.key.length !== 1) return;
    const did = isGoing ? go(event.key) : press(event.key);
    isGoing = !isGoing && event.key === "g";
    if (did) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-copy], [data-focus], [data-clear]");
    if (!act) return;
    if (act.dataset.copy) copy(act);
    if (act.dataset.focus) focusAtEnd(document.querySelector(act.dataset.focus));
    if (act.dataset.clear) { event.preventDefault(); clear(document.querySelector(act.dataset.clear)); }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id !== "letters") return;
    lettersAreKeys = event.target.checked;
    root.classList.toggle("no-letters", !lettersAreKeys);
  });

  document.addEventListener("DOMContentLoaded", () => {
    const wrong = document.querySelector("[aria-invalid=true]");
    if (wrong) wrong.focus();
  });

  // An answer that does not come must not leave an old one standing as if it were new.
  document.addEventListener("htmx:sendError", () => warn(spoken("The desk does not answer. Start it again; what you wrote stays here.")));
  document.addEventListener("htmx:responseError", (event) => warn(event.detail.xhr.status === 403
    ? spoken("This page is from an earlier visit. Copy what you wrote, then open the page again.")
    : spoken("Something broke inside Redleaf. What you wrote stays here.")));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    if (warning && happened() === warning) window.redleaf.say("");
    warning = "";
  });

  function spoken(english, values = {}) {
    catalogue ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}");
    return (catalogue[english] ?? english).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  function warn(words) {
    if (happened() !== words) window.redleaf.say(words);
    warning = words;
  }

  function happened() { return document.getElementById("happened").textContent; }

  // What turns out to be a download leaves nothing: after a while the keys are back.
  function leave() { stay(); isLeaving = setTimeout(stay, STAYED_MS); }
  function isOfThisPage(link) { return link.hash && link.href.split("#")[0] === location.href.split("#")[0]; }
  function stay() { clearTimeout(isLeaving); isLeaving = 0; }

  function press(letter) {
    if (letter === "?") { document.getElementById("all-keys")?.togglePopover(); return true; }
    if (letter === "u") return takeBack();
    const visible = [...document.querySelectorAll(`[data-key="${CSS.escape(letter)}"]`)].find(isShown);
    if (visible) { visible.click(); return true; }
    return acts.has(letter) && acts.get(letter)() !== false;
  }

  function go(letter) {
    const link = document.querySelector(`[data-go="${CSS.escape(letter)}"]`);
    if (link) link.click();
    return Boolean(link);
  }

  function pressFilled(event) {
    const filled = [...document.querySelectorAll(":is(main, .columns) .act")].find(isShown);
    if (filled) { event.preventDefault(); filled.click(); }
  }

  function takeBack() {
    if (!undo) {
      const button = document.querySelector("#happened form button");
      if (button) button.click();
      return Boolean(button);
    }
    const takeItBack = undo;
    undo = null;
    document.getElementById("happened").replaceChildren();
    takeItBack();
    return true;
  }

  function copy(act) {
    const source = document.querySelector(act.dataset.copy);
    const text = source.value ?? source.dataset.text ?? source.textContent;
    if (!text.trim()) { window.redleaf.say(spoken("There is nothing to copy yet.")); source.focus(); return; }
    const say = () => {
      window.redleaf.say(act.dataset.copied);
      act.dispatchEvent(new CustomEvent("redleaf:copied", { bubbles: true, detail: { text } }));
    };
    // At once, if it can be: what opens a page takes the focus away, and with it the right to copy,
    // before the promise of the clipboard is kept.
    if (copyAtOnce(text)) say();
    else if (navigator.clipboard) navigator.clipboard.writeText(text).then(say, () => mark(source));
    else mark(source);
  }

  function copyAtOnce(text) {
    const before = document.activeElement;
    const field = element("textarea", "");
    field.className = "unseen";
    field.value = text;
    document.body.append(field);
    field.focus({ preventScroll: true });
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }

  function mark(source) {
    window.redleaf.say(spoken("The browser does not let it be copied. It is marked: copy it yourself."));
    getSelection().selectAllChildren(source);
    source.select?.();
  }

  function clear(field) {
    const before = field.value;
    if (before) {
      window.redleaf.put(field, "", 0, before.length);
      window.redleaf.say(spoken("The text is cleared."), () => window.redleaf.put(field, before, 0, field.value.length));
    }
    field.focus();
  }

  function focusAtEnd(field) {
    field.focus();
    field.setSelectionRange?.(field.value.length, field.value.length);
  }

  function isShown(each) { return each.getClientRects().length > 0; }
  function element(name, text) { const made = document.createElement(name); made.textContent = text; return made; }
})();
