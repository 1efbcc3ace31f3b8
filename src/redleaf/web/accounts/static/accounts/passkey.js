// Joins the forms of a page to allauth's own passkey script, and says when a passkey was not used.
"use strict";
(() => {
  // The names by which allauth's script asks for the elements of a form.
  const ids = { login: "passkey_login", add: "passkey_add", authenticate: "passkey_use", passwordless: "id_passwordless", data: "js_data" };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const credential = form.querySelector("[name=credential]").id;
    window.allauth.webauthn.forms[form.dataset.passkey]({ ids: { ...ids, credential } });
  }

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const words = document.createElement("p");
    words.className = "told";
    words.setAttribute("role", "alert");
    words.textContent = window.redleaf.spoken("The passkey was not used: it was refused, or took too long. Try again, or take another way.");
    document.querySelector("main .told[role=alert]")?.remove();
    document.querySelector("main h1").after(words);
  });
})();
