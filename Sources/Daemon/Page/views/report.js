// The report: one page of paper with reading, map, verdicts, curves, values and deviations.

import { ask } from "../acting/marks.js";
import { anatomy, legend } from "../drawing/anatomy.js";
import { chart } from "../drawing/chart.js";
import { facts } from "../parts/details.js";
import { el } from "../parts/dom.js";
import { veinMark } from "../parts/icons.js";
import { withdrawalsOf } from "../parts/withdrawing.js";
import { clockTime, now } from "../state/clock.js";
import { drawsOf, hasBegun, resultsAt, tubesIn } from "../state/procedure.js";
import { ratioText, seconds } from "../words/numbers.js";
import { reading, said } from "../words/said.js";
import { w } from "../words/words.js";
import { redraw } from "./way.js";

/** The style sheets of what it draws. */
export const sheets = ["anatomy", "chart", "forms"];

// What one page holds.
const shownDeviations = 18;

let notes = { of: null, all: [] };
let seal = null;

// Width and height that Letter, the shorter of the two, leaves between margins of 10 mm.
const [paperWidth, paperHeight] = [190, 256];

// A procedure with much to tell is printed smaller, so that it stays one page.
addEventListener("beforeprint", () => {
  const paper = document.querySelector(".paper");
  if (!paper) return;
  const most = paper.clientWidth / paperWidth * paperHeight;
  paper.style.setProperty("--fit", Math.min(1, most / paper.scrollHeight).toFixed(3));
});

/** Shows the report of the procedure as it stands. */
export function show({ state, procedure }) {
  if (!procedure) return el("p", { class: "empty" }, w.report.none);
  if (notes.of !== procedure.id) askForNotes(procedure.id);
  return [
    el("p", { class: "acts-of-report" }, el("button", {
      class: "primary", "data-key": "print", onclick: () => print(),
    }, w.report.print)),
    el("article", { class: "paper" }, head(state, procedure), judged(procedure), curves(procedure),
      values(procedure), deviations(procedure), foot(state, procedure)),
  ];
}

async function askForNotes(id) {
  notes = { of: id, all: [] };
  askForSeal();
  const answer = await ask(`/api/procedures/${encodeURIComponent(id)}`);
  if (answer?.notes.length) {
    notes = { of: id, all: answer.notes };
    redraw();
  }
}

// The end of the journal's chain: what was printed can be found again by it.
async function askForSeal() {
  seal = await ask("/api/journal");
  redraw();
}

function head(state, procedure) {
  const { plan, opened } = procedure.news;
  const isFinal = procedure.map?.reading.final;
  return el("header", { class: "of-report" },
    el("h1", {}, plan.title, el("small", {}, w.frame.patient(plan.pseudonym))),
    state.simulated ? el("p", { class: "warning" }, w.report.simulated) : null,
    isFinal ? null : el("p", { class: "warning" }, w.report.draft),
    facts([
      [w.plan.opened, new Date(opened).toLocaleString("en-GB")],
      [w.plan.stimulant, `${plan.stimulant.name} ${plan.stimulant.dose}`],
      [w.plan.analyte, `${plan.analyte}, ${plan.unit}`],
      [w.report.rule, `${plan.criterion.title} (${plan.criterion.id})`],
    ]));
}

function judged(procedure) {
  return el("div", { class: "judged" },
    el("figure", {}, anatomy(procedure, { id: "report" }), legend("report-legend")),
    el("div", {}, el("p", { class: "conclusion" }, procedure.map
      ? reading(procedure.map.reading, procedure.verdicts) : w.map.none),
    verdicts(procedure), el("p", { class: "small" }, w.map.basis)));
}

function verdicts(procedure) {
  const { plan, injections } = procedure.news;
  return el("table", { class: "verdict-list" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, w.table.injection),
      plan.veins.map((vein) => el("th", { scope: "col" }, vein.id)))),
    el("tbody", {}, injections.filter((one) => !one.dropped).map((one) => el("tr", {},
      el("th", { scope: "row" }, `${one.number} ${one.site}`,
        el("small", {}, one.zero ? clockTime(Date.parse(one.zero)) : w.room.notMarked)),
      plan.veins.map((vein) => {
        const verdict = procedure.verdicts.get(`${one.number}/${vein.id}`);
        if (!verdict || !hasBegun(procedure, one)) return el("td", {}, "");
        const { mark, word } = w.verdicts[verdict.state];
        return el("td", { class: verdict.state }, el("b", {}, `${mark} ${ratioText(verdict.ratio)}`),
          el("small", {}, word));
      })))));
}

function curves(procedure) {
  const { plan, injections } = procedure.news;
  const begun = injections.filter((one) => hasBegun(procedure, one));
  return el("div", { class: "curves" },
    begun.map((one) => el("figure", {}, el("figcaption", {}, el("b", {}, one.site),
      ` ${one.number}`), chart(procedure, one))),
    el("ul", { class: "veins" }, plan.veins.map((vein, index) =>
      el("li", { class: `vein-${index % 4}` }, veinMark(index), `${vein.id} ${vein.name}`)),
    el("li", {}, w.curves.ratio), el("li", {}, `✕ ${w.curves.old}`),
    el("li", {}, `↑ ${w.curves.atLeast}, ↓ ${w.curves.atMost}`)));
}

function values(procedure) {
  const { plan, injections } = procedure.news;
  const draws = drawsOf(plan);
  const rows = injections.filter((one) => hasBegun(procedure, one)).flatMap((one) =>
    plan.veins.map((vein) => el("tr", {}, el("th", { scope: "row" }, `${one.site} ${vein.id}`),
      draws.map((second) => value(procedure, { injection: one.number, vein: vein.id, second })))));
  const half = Math.ceil(rows.length / 2);
  const table = (part) => el("table", { class: "value-list" },
    el("thead", {}, el("tr", {}, el("th", {}, `${plan.unit}`),
      draws.map((second) => el("th", { scope: "col" }, `${seconds(second)} s`)))),
    el("tbody", {}, part));
  return el("div", { class: "values-of-report" }, table(rows.slice(0, half)),
    rows.length > half ? table(rows.slice(half)) : null);
}

function value(procedure, place) {
  const tube = procedure.tubes.get(`${place.injection}/${place.vein}/${place.second}`);
  const results = resultsAt(procedure, place);
  if (results.length === 0) return el("td", {}, w.tubes[tube?.state ?? "expected"].mark);
  return el("td", {}, results.map((one) =>
    [el(one.current && tube?.state !== "void" ? "span" : "s", {}, one.text), " "]));
}

// What did not go by the plan, each once.
function deviations(procedure) {
  const r = w.report;
  const name = (tube) => tube.specimen
    ?? `${tube.site} ${tube.place.vein} ${seconds(tube.place.second)} s`;
  const off = [...procedure.tubes.values()].filter((one) => typeof one.actual === "number"
    && one.place.second > 0 && Math.abs(one.actual - one.place.second) >= 5);
  const old = procedure.results.filter((one) => !one.current && !one.repeat);
  const all = [
    procedure.news.injections.filter((one) => !one.zero && hasBegun(procedure, one))
      .map((one) => r.notMarked(one.site)),
    procedure.news.injections.flatMap((one) =>
      withdrawalsOf(one).map((text) => `${one.number} ${one.site}: ${text}`)),
    [...procedure.tubes.values()].flatMap((one) =>
      withdrawalsOf(one).map((text) => `${name(one)}: ${text}`)),
    tubesIn(procedure, "missing").map((one) => r.missing(name(one))),
    tubesIn(procedure, "void").map((one) => r.voided(name(one), one.reason)),
    off.map((one) => r.late(name(one), (one.actual - one.place.second).toFixed(0))),
    old.map((one) => r.replaced(one.specimen, `${one.text} ${one.unit}`)),
    [...procedure.hints.values()].map((hint) => said("hint", hint.text, hint)),
    notes.all.map((one) => `${clockTime(Date.parse(one.at))} ${one.by}: ${one.text}`),
  ].flat();
  return el("div", { class: "deviations" }, el("h2", {}, r.deviations),
    el("ul", {}, all.length ? all.slice(0, shownDeviations).map((text) => el("li", {}, text))
      : el("li", {}, r.noDeviations),
    all.length > shownDeviations
      ? el("li", {}, w.notices.more(all.length - shownDeviations)) : null));
}

function foot(state, procedure) {
  return el("footer", {},
    el("p", {}, `${w.report.versions} stepupd ${state.hello?.version ?? ""}, ${
      state.hello?.site ?? ""}. ${w.report.anchor} ${state.anchor ?? "–"}, ${procedure.id}, ${
      w.report.announcement(state.last)}. ${w.report.made} ${
      new Date(now()).toLocaleDateString("en-GB")}.`),
    seal ? el("p", { class: "seal" }, `${w.report.seal(seal.moment)} `,
      el("code", {}, seal.seal)) : null,
    el("p", {}, w.frame.disclaimer),
    el("p", { class: "sign" }, `${w.report.sign}: `, el("span", {})));
}
