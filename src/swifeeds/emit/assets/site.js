// Comfort alone: every page is whole without this file. It shows the button that copies a feed's
// address, and says in the button itself when that has worked, which screen readers read out.
"use strict";

const SHOWN_FOR = 2000;

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No clipboard without TLS, or none allowed: the older way, which needs the selection.
    field.select();
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const name = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    if (!(await copy(field))) return;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = name; }, SHOWN_FOR);
  });
}
