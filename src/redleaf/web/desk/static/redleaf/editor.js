// A field with marks: under the textarea lies a copy of its text with the marks. The server draws
// the marks; until its next answer the copy follows what is typed, and the marks move along.
"use strict";
(() => {
  for (const field of document.querySelectorAll(".editor > textarea")) follow(field);
  document.addEventListener("input", (event) => {
    if (event.target.matches(".editor > textarea")) follow(event.target);
  });
  // An answer may be older than what was typed meanwhile.
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const editor = event.detail.target?.closest?.(".editor");
    if (editor) follow(editor.querySelector("textarea"));
  });

  function follow(field) {
    const copy = field.parentElement.querySelector(".mirror");
    const nodes = textNodes(copy);
    const before = nodes.map((node) => node.data).join("");
    const after = field.value;
    if (before === after) return;
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let end = before.length, put = after.length;
    while (end > start && put > start && before[end - 1] === after[put - 1]) { end--; put--; }
    replace(copy, nodes, start, end, after.slice(start, put));
  }

  function replace(copy, nodes, start, end, text) {
    let at = 0;
    let isPut = false;
    for (const node of nodes) {
      const length = node.data.length;
      const from = Math.max(0, start - at), to = Math.min(length, end - at);
      if (!isPut && start <= at + length) { node.replaceData(from, Math.max(0, to - from), text); isPut = true; }
      else if (isPut && to > 0) node.replaceData(0, to, "");
      at += length;
    }
    if (!isPut) copy.append(text);
  }

  function textNodes(copy) {
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT,
      (node) => (node.parentElement.closest(".n") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }
})();
