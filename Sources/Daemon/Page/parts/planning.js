// The controls of the plan: chips for what is in it, and small forms for what comes to it.

import { w } from "../words/words.js";
import { el } from "./dom.js";
import { field, form } from "./forms.js";

/** One part of the plan: what is in it, and what adds to it. */
export function part(title, chips, controls, more = null) {
  return el("div", { class: "part" }, el("h3", {}, title), el("div", { class: "chips" }, chips),
    more, el("div", { class: "adders" }, controls));
}

/** What is in the plan has a cross; what was dropped is struck out and can be taken back. */
export function chip(name, isDropped, isOpen, say) {
  if (!isOpen) return el("span", { class: "chip" }, isDropped ? el("s", {}, name) : name);
  return el("button", {
    class: isDropped ? "chip is-dropped" : "chip", "data-key": `chip ${name}`,
    "aria-label": isDropped ? w.plan.back(name) : w.plan.drop(name),
    onclick: () => say(isDropped),
  }, isDropped ? el("s", {}, name) : name, el("span", {}, isDropped ? " ↩" : " ✕"));
}

/** A name to type or to choose from those that are known. */
export function adder(name, label, choices, verb, say) {
  const list = `choices-${name}`;
  return form([
    field(label, el("input", {
      name: "value", list, required: true, maxlength: 60, autocomplete: "off",
    })),
    el("datalist", { id: list }, choices.map((value) => el("option", { value }))),
  ], verb, async ({ value }, node) => { if (await say(value)) node.reset(); },
  { "data-key": name });
}

/** Numbers to type. */
export function numbers(name, verb, inputs, say) {
  return form(inputs.map(([key, label]) => field(label, el("input", {
    name: key, type: "number", step: 1, required: true,
  }))), verb, async (values, node) => {
    const said = await say(Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, Number(value)])));
    if (said) node.reset();
  }, { "data-key": name });
}
