// The rules that judge: the plan's own, those beside it, and one more from the catalogue.

import { mark } from "../acting/marks.js";
import { w } from "../words/words.js";
import { el } from "./dom.js";
import { choice, field, form } from "./forms.js";
import { part } from "./planning.js";

/** The rules of a plan; `known` are those of the catalogue. */
export function rules(procedure, known, isOpen) {
  const { plan } = procedure.news;
  const all = [plan.criterion, ...plan.alongside ?? []];
  const others = known.filter((rule) => rule.analytes.includes(plan.analyte)
    && !all.some((one) => one.id === rule.id));
  return part(w.plan.rules,
    all.map((rule, index) => el("span", { class: index ? "chip" : "chip is-given", title: rule.title },
      rule.id)),
    isOpen && others.length ? form([
      field(w.plan.anotherRule, choice("rule", others.map((rule) => [rule.id, rule.title]))),
    ], w.plan.add, ({ rule }) => mark(procedure.id, "add-criterion", {
      criterion: others.find((one) => one.id === rule),
    }), { "data-key": "rule" }) : null);
}
