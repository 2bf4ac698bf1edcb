// The plan while the procedure runs: what is added, dropped, moved and repeated.

import { open } from "./dialog.js";
import { el } from "./dom.js";
import { field, form } from "./forms.js";
import { mark } from "./marks.js";
import { seconds } from "./words.js";

/** What of the plan is not to be done any more; nothing when nothing is said. */
export const droppedOf = (plan) => ({ sites: [], veins: [], draws: [], ...plan.dropped });

/** Shows the plan with a control beside each part of it. */
export async function askToChangePlan(procedure) {
  const answer = await fetch("/api/anatomy");
  const anatomy = answer.ok ? await answer.json() : { arteries: [], veins: [] };
  const { plan, injections } = procedure.news;
  const dropped = droppedOf(plan);
  const say = async (action, fields) => {
    if (await mark(procedure.id, action, fields)) dialog.close();
  };
  const dialog = open("Change the plan",
    el("p", { class: "hint" }, "It changes what is still ahead. What was drawn or measured stays, "
      + "and every change can be taken back here."),
    part("Injections", injections.map((one) => injectionChip(one, say)),
      adder("site", known(anatomy.arteries, plan.sites), "Add", (site) => say("add-site", { site })),
      adder("again", plan.sites.map((one) => one.id), "Repeat",
        (site) => say("add-injection", { site }))),
    part("Veins", plan.veins.map((vein) => chip(vein.id, dropped.veins.includes(vein.id),
      (isBack) => say(isBack ? "add-vein" : "drop-vein", { vein: vein.id }))),
    adder("vein", known(anatomy.veins, plan.veins), "Add", (vein) => say("add-vein", { vein }))),
    part("Draws", [...plan.draws].sort((a, b) => a - b).map((second) =>
      chip(`${seconds(second)} s`, dropped.draws.includes(second),
        (isBack) => say(isBack ? "add-draw" : "drop-draw", { second }))),
    numbers("Add", [["second", "s"]], ({ second }) => say("add-draw", { second })),
    numbers("Move", [["second", "from s"], ["to", "to s"]], (values) => say("move-draw", values))),
    part("Wait between injections", [],
      numbers("Set", [["wait", "s", plan.wait]], ({ wait }) => say("set-wait", { wait }))));
}

function part(title, chips, ...controls) {
  return el("section", { class: "part" }, el("h3", {}, title),
    chips.length ? el("div", { class: "chips" }, chips) : null,
    el("div", { class: "adders" }, controls));
}

// What is in the plan has a cross; what was dropped is struck out and can be taken back.
function chip(name, isDropped, say) {
  return el("button", {
    class: isDropped ? "chip is-dropped" : "chip",
    title: isDropped ? `Take ${name} back` : `Drop ${name} from what is ahead`,
    onclick: () => say(isDropped),
  }, isDropped ? el("s", {}, name) : name, el("span", {}, isDropped ? " ↩" : " ✕"));
}

function injectionChip(one, say) {
  const name = `${one.number} ${one.site}`;
  if (one.zero) return el("span", { class: "chip is-given" }, `${name} given`);
  return chip(name, one.dropped, (isBack) => (isBack
    ? say("add-injection", { site: one.site }) : say("drop-injection", { number: one.number })));
}

const known = (all, planned) => all.map((one) => one.id)
  .filter((id) => !planned.some((one) => one.id === id));

let lists = 0;

// A name to type or to choose from those that the anatomy knows.
function adder(label, choices, verb, say) {
  lists += 1;
  const list = `choices-${lists}`;
  return form([
    field(label === "again" ? "Site, once more" : `Another ${label}`,
      el("input", { name: "value", list, required: true, maxlength: 60, autocomplete: "off" })),
    el("datalist", { id: list }, choices.map((value) => el("option", { value }))),
  ], verb, ({ value }) => say(value));
}

function numbers(verb, inputs, say) {
  return form(inputs.map(([name, label, value]) => field(`${verb} ${label}`, el("input", {
    name, type: "number", step: 1, required: true, value,
  }))), verb, (values) => say(Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)]))));
}
