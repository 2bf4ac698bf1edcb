// A dialog: the page's only window, closed by Escape or its own button.

import { el } from "./dom.js";

/** Opens a dialog; Escape and its button close it. */
export function open(title, ...content) {
  const dialog = el("dialog", { onclose: () => dialog.remove() },
    el("h2", {}, title), ...content,
    el("form", { method: "dialog" }, el("button", {}, "Back")));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
