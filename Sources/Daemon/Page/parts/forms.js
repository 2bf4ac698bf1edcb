// The form's parts: a labelled field, a choice, a reason, and the button that says them.

import { w } from "../words/words.js";
import { el } from "./dom.js";

/** A labelled input. */
export function field(label, input, hint) {
  return el("label", {}, el("span", {}, label), input, hint ? el("small", {}, hint) : null);
}

/** A choice among `[value, text]` pairs. */
export function choice(name, pairs, chosen) {
  return el("select", { name, required: true }, pairs.map(([value, text]) =>
    el("option", { value, selected: String(value) === String(chosen) }, text)));
}

/** A reason, without which nothing is said. */
export const reasonField = (placeholder) => field(w.forms.reason, el("input", {
  name: "reason", required: true, maxlength: 200, autocomplete: "off", placeholder,
}));

/** Fields, and the button that says them. */
export function form(fields, verb, say, attributes = {}) {
  return el("form", {
    class: "fields", ...attributes,
    onsubmit: (event) => {
      event.preventDefault();
      const entries = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
      say(Object.fromEntries(entries), event.currentTarget);
    },
  }, fields, el("button", { class: "primary" }, verb));
}

/** A reason and a button. */
export function reasonForm(verb, say) {
  return form([reasonField()], verb, ({ reason }) => say(reason));
}
