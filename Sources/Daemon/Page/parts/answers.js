// What the daemon answered to what was done here: a refusal in words, a success in passing.

import { build, el } from "./dom.js";
import { w } from "../words/words.js";

const passing = 2500;
const undoable = 9000;
let standing = null;
let timer = 0;

/** Shows why something was not taken, until the next answer; an empty text takes it away. */
export function refuse(text) {
  put(text && build(el("div", { class: "answer refused", role: "alert" },
    el("p", {}, el("b", {}, w.notices.answer), " ", text),
    el("button", { onclick: () => put(null) }, w.notices.dismiss))));
}

/** Says in passing that something was taken, and offers to take it back where that can be. */
export function confirm(text, undo = null) {
  put(build(el("div", { class: "answer taken", role: "status" }, el("p", {}, text),
    undo ? el("button", {
      onclick: () => {
        put(null);
        undo();
      },
    }, w.room.undo) : null)));
  timer = setTimeout(() => put(null), undo ? undoable : passing);
}

function put(node) {
  clearTimeout(timer);
  standing?.remove();
  standing = node || null;
  if (standing) (document.querySelector("dialog[open]") ?? document.body).append(standing);
}

/** Tells screen readers, once. */
export function cue(text, isUrgent = false) {
  const place = document.getElementById(isUrgent ? "urgent-cue" : "cue");
  if (place && place.textContent !== text) place.textContent = text;
}
