// Specimens that belong to no planned tube so far: shown at once, never guessed.

import { draw, el } from "./dom.js";
import { askToAssign } from "./forms.js";

/** Shows what is held, and lets it be assigned or put aside. */
export function drawHeld(root, state, procedure) {
  const held = [...state.held.values()];
  root.classList.toggle("is-empty", held.length === 0);
  draw(root, [held, procedure?.id, procedure?.news.plan], () => [
    el("h2", {}, "Held specimens ", el("span", { class: "count" }, String(held.length))),
    el("ul", { class: "held" }, held.map((one) => item(one, procedure))),
  ]);
}

function item(held, procedure) {
  return el("li", {},
    el("div", {}, el("b", {}, held.specimen), el("span", {}, held.reason ?? ""),
      held.suggestion ? el("span", { class: "hint" }, `Like ${held.suggestion}`) : null),
    procedure ? el("button", {
      "data-key": `assign ${held.specimen}`, onclick: () => askToAssign(procedure, held),
    }, "Assign …") : null);
}
