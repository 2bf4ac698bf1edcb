// The plan: what is to be done and by which rule, and every change of it while the procedure runs.

import { ask, mark } from "../acting/marks.js";
import { askToClose, askToOpen } from "../parts/asking.js";
import { facts } from "../parts/details.js";
import { el } from "../parts/dom.js";
import { field, form } from "../parts/forms.js";
import { injectionChip, withdrawals } from "../parts/injections.js";
import { printing } from "../parts/labels.js";
import { adder, chip, numbers, part } from "../parts/planning.js";
import { rules } from "../parts/rules.js";
import { askForTree } from "../parts/tree.js";
import { clockTime } from "../state/clock.js";
import { drawsOf, droppedOf } from "../state/procedure.js";
import { seconds } from "../words/numbers.js";
import { w } from "../words/words.js";
import { redraw } from "./way.js";

/** The style sheets of what it draws. */
export const sheets = ["forms"];

let anatomy = { arteries: [], veins: [] };
let papers = null;
let criteria = [];
let told = { of: null, notes: [] };

ask("/api/anatomy").then((answer) => { anatomy = answer ?? anatomy; });
ask("/api/criteria").then((answer) => { criteria = answer ?? criteria; });
ask("/api/papers").then((answer) => {
  papers = answer;
  redraw();
});

/** Shows the plan with a control beside each part of it. */
export function show({ procedure, replay }) {
  if (!procedure) {
    return [el("p", { class: "empty" }, w.plan.none),
      el("button", { class: "primary", onclick: askToOpen }, w.room.open)];
  }
  const isOpen = procedure.news.state === "open";
  if (told.of !== procedure.id) askForNotes(procedure.id);
  return [
    el("h1", { class: "unseen" }, w.plan.title),
    el("section", { class: "whole-plan" }, el("h2", {}, procedure.news.plan.title),
      about(procedure.news), procedure.map ? el("button", {
        "data-key": "tree", onclick: () => askForTree(procedure),
      }, w.map.tree) : null),
    el("section", { class: "changes" }, isOpen ? el("p", { class: "hint" }, w.plan.hint) : null,
      parts(procedure, isOpen), isOpen && !replay && papers ? printing(procedure, papers) : null),
    el("section", { class: "notes" }, el("h2", {}, w.plan.notes), notes(procedure, isOpen)),
    isOpen && !replay ? el("button", {
      class: "closing", "data-key": "close", onclick: () => askToClose(procedure),
    }, w.plan.close) : null,
  ];
}

function about({ plan, opened }) {
  const { criterion: rule, tagging } = plan;
  const ways = [
    tagging.labels && w.plan.labels(tagging.labels),
    tagging.sheet.length && w.plan.sheet(tagging.sheet.length),
    tagging.positions.length && w.plan.positions(tagging.positions.length),
  ].filter(Boolean);
  return facts([
    [w.plan.patient, plan.pseudonym], [w.plan.analyte, `${plan.analyte}, ${plan.unit}`],
    [w.plan.stimulant, `${plan.stimulant.name} ${plan.stimulant.dose}`],
    [w.plan.rule, `${rule.title} (${rule.id})`], [w.plan.source, rule.source],
    [w.detail.read, rule.read],
    [w.plan.alongside, (plan.alongside ?? []).map((one) => one.title).join("; ")],
    [w.plan.tagging, ways.join(", ") || w.plan.scanned],
    [w.plan.opened, new Date(opened).toLocaleString("en-GB")],
  ]);
}

function parts(procedure, isOpen) {
  const { plan, injections } = procedure.news;
  const dropped = droppedOf(plan);
  const say = (action, fields) => mark(procedure.id, action, fields);
  const only = (...controls) => (isOpen ? controls : []);
  return [
    part(w.plan.injections, injections.map((one) => injectionChip(procedure, one, say, isOpen)),
      only(adder("site", w.plan.anotherSite, known(anatomy.arteries, plan.sites), w.plan.add,
        (site) => say("add-site", { site })),
      adder("again", w.plan.again, plan.sites.map((one) => one.id), w.plan.repeat,
        (site) => say("add-injection", { site }))), withdrawals(procedure.news)),
    part(w.plan.veins, plan.veins.map((vein) =>
      chip(vein.id, dropped.veins.includes(vein.id), isOpen,
        (isBack) => say(isBack ? "add-vein" : "drop-vein", { vein: vein.id }))),
    only(adder("vein", w.plan.anotherVein, known(anatomy.veins, plan.veins), w.plan.add,
      (vein) => say("add-vein", { vein })))),
    part(w.plan.draws, drawsOf(plan).map((second) =>
      chip(`${seconds(second)} s`, dropped.draws.includes(second), isOpen,
        (isBack) => say(isBack ? "add-draw" : "drop-draw", { second }))),
    only(numbers("add", w.plan.add, [["second", w.plan.second]],
      ({ second }) => say("add-draw", { second })),
    numbers("move", w.plan.move, [["second", w.plan.from], ["to", w.plan.to]],
      (values) => say("move-draw", values)))),
    part(w.plan.dose, [el("span", { class: "chip" }, plan.stimulant.dose)],
      only(adder("dose", w.plan.nextDose, [], w.plan.set, (dose) => say("set-dose", { dose })))),
    rules(procedure, criteria, isOpen),
    part(w.plan.wait, [el("span", { class: "chip" }, `${plan.wait} s`)],
      only(numbers("wait", w.plan.set, [["wait", w.plan.seconds]],
        ({ wait }) => say("set-wait", { wait })))),
  ];
}

const known = (all, planned) => all.map((one) => one.id)
  .filter((id) => !planned.some((one) => one.id === id));

// Notes are not announced: they are asked for.
async function askForNotes(id) {
  told = { of: id, notes: told.of === id ? told.notes : [] };
  const answer = await ask(`/api/procedures/${encodeURIComponent(id)}`);
  told = { of: id, notes: answer?.notes ?? [] };
  redraw();
}

function notes(procedure, isOpen) {
  return [
    told.notes.length ? el("ul", {}, told.notes.map((one) => el("li", {},
      el("small", {}, `${clockTime(Date.parse(one.at))} ${one.by}`), el("p", {}, one.text))))
      : el("p", { class: "hint" }, w.plan.noNotes),
    isOpen ? form([field(w.plan.note, el("textarea", {
      name: "text", required: true, maxlength: 1000, rows: 2,
    }))], w.plan.write, async ({ text }, node) => {
      if (!await mark(procedure.id, "note", { text })) return;
      node.reset();
      askForNotes(procedure.id);
    }) : null,
  ];
}
