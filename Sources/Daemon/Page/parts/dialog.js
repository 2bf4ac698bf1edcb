// Dialogs: closed by Escape or their own button; what they show follows the state as views do.

import { w } from "../words/words.js";
import { build, draw, el } from "./dom.js";
import { openDialogs } from "./open.js";
import { styled } from "./sheets.js";

await styled("forms");

/**
 * Opens a dialog. `content` is what it shows, or a function that describes it anew whenever
 * something changed.
 */
export function open(title, ...content) {
  const dialog = build(el("dialog", { "aria-label": title }));
  const show = () => draw(dialog,
    el("h2", {}, title),
    content.map((one) => (typeof one === "function" ? one() : one)),
    el("form", { method: "dialog", class: "ending" }, el("button", {}, w.forms.back)));
  show();
  openDialogs.add(show);
  dialog.addEventListener("close", () => {
    openDialogs.delete(show);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
