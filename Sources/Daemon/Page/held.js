// What nobody may guess: specimens that belong to no planned tube, and tests that no dialect knows.

import { draw, el } from "./dom.js";
import { askToAssign, askToMap } from "./forms.js";
import { unknownTests } from "./state.js";

/** Shows what is held, and lets it be assigned, mapped or put aside. */
export function drawHeld(root, state, procedure) {
  const held = [...state.held.values()];
  const tests = unknownTests(state);
  root.classList.toggle("is-empty", held.length + tests.length === 0);
  draw(root, [held, tests, procedure?.id, procedure?.news.plan], () => [
    el("h2", {}, "Held specimens ", el("span", { class: "count" }, String(held.length))),
    el("ul", { class: "held" }, held.map((one) => item(one, procedure))),
    tests.length ? [
      el("h2", {}, "Unknown tests ", el("span", { class: "count" }, String(tests.length))),
      el("ul", { class: "held" }, tests.map((one) => testItem(one, procedure))),
    ] : [],
  ].flat());
}

function testItem(test, procedure) {
  const { count, last } = test;
  return el("li", {},
    el("div", {}, el("b", {}, test.test), el("span", {}, `on ${test.line}, `
      + `${count} ${count === 1 ? "result" : "results"}, last ${last.specimen || last.position}: `
      + `${last.text} ${last.unit}`)),
    procedure ? el("button", {
      "data-key": `map ${test.line} ${test.test}`, onclick: () => askToMap(procedure, test),
    }, "Map …") : null);
}

function item(held, procedure) {
  return el("li", {},
    el("div", {}, el("b", {}, held.specimen), el("span", {}, held.reason ?? ""),
      held.suggestion ? el("span", { class: "hint" }, `Like ${held.suggestion}`) : null),
    procedure ? el("button", {
      "data-key": `assign ${held.specimen}`, onclick: () => askToAssign(procedure, held),
    }, "Assign …") : null);
}
