// Tubes: every specimen from expected to result, what nobody may guess first.

import { askToAssign, askToMap } from "../parts/asking.js";
import { showTube } from "../parts/details.js";
import { el } from "../parts/dom.js";
import { veinMark } from "../parts/icons.js";
import { hintsAt, resultsAt, siteName, unknownTests } from "../state/procedure.js";
import { seconds, tenths } from "../words/numbers.js";
import { phrase } from "../words/said.js";
import { w } from "../words/words.js";
import { redraw } from "./way.js";

/** The style sheets of what it draws. */
export const sheets = ["forms"];

const order = ["missing", "drawn", "received", "result", "expected", "void"];
let [chosen, sought] = ["all", ""];

/** Shows what is held, then all tubes, by state. */
export function show({ state, procedure }) {
  return [
    el("h1", { class: "unseen" }, w.table.title),
    held(state, procedure),
    procedure ? all(procedure) : el("p", { class: "empty" }, w.table.none),
  ];
}

function held(state, procedure) {
  const specimens = [...state.held.values()];
  const tests = unknownTests(state);
  return el("section", { class: `held${specimens.length + tests.length ? " has-some" : ""}` },
    el("h2", {}, w.table.held, " ", el("span", { class: "count" }, specimens.length)),
    specimens.length + tests.length ? null : el("p", { class: "hint" }, w.table.noneHeld),
    el("ul", {}, specimens.map((one) => el("li", { "data-key": one.specimen },
      el("div", {}, el("b", {}, one.specimen), phrase(one.reason),
        one.suggestion ? el("span", { class: "hint" }, w.table.like(one.suggestion)) : null),
      procedure ? el("button", {
        class: "primary", "aria-label": w.forms.assign(one.specimen),
        onclick: () => askToAssign(procedure, one),
      }, w.table.assign) : null))),
    tests.length ? [
      el("h2", {}, w.table.unknown, " ", el("span", { class: "count" }, tests.length)),
      el("ul", {}, tests.map((one) => test(one, procedure))),
    ] : null);
}

function test(one, procedure) {
  const { count, last } = one;
  return el("li", { "data-key": `${one.line} ${one.test}` },
    el("div", {}, el("b", {}, one.test), el("span", {}, [
      w.table.on(one.line), w.table.results(count),
      `${w.table.last} ${last.specimen || last.position}: ${last.text} ${last.unit}`,
    ].join(", "))),
    procedure ? el("button", {
      class: "primary", "aria-label": w.forms.mapTitle(one.test, one.line),
      onclick: () => askToMap(procedure, one),
    }, w.table.map) : null);
}

function all(procedure) {
  const tubes = [...procedure.tubes.values()];
  const fits = (tube) => (chosen === "all" || tube.state === chosen)
    && (!sought || (tube.specimen ?? "").toLowerCase().includes(sought.toLowerCase()));
  const shown = tubes.filter(fits).sort(inOrder);
  return el("section", { class: "all" },
    el("div", { class: "filters", role: "group", "aria-label": w.table.filter },
      ["all", ...order].map((one) => filter(one, tubes)),
      el("input", {
        type: "search", name: "search", placeholder: w.table.search, "aria-label": w.table.search,
        autocomplete: "off", "data-scan": "",
        oninput: (event) => {
          sought = event.currentTarget.value.trim();
          redraw();
        },
      })),
    shown.length ? table(procedure, shown) : el("p", { class: "empty" }, w.table.empty));
}

// By injection as it is given, then by second; what is missing first where all are shown.
const inOrder = (a, b) => (chosen === "all"
  ? (b.state === "missing") - (a.state === "missing") : 0)
  || a.place.injection - b.place.injection || a.place.second - b.place.second;

function filter(state, tubes) {
  const count = state === "all" ? tubes.length : tubes.filter((one) => one.state === state).length;
  const { mark = "", word = w.table.all } = w.tubes[state] ?? {};
  return el("button", {
    "aria-pressed": String(chosen === state), "data-key": `filter ${state}`,
    class: `filter ${state}`, disabled: count === 0 && state !== chosen,
    onclick: () => {
      chosen = state;
      redraw();
    },
  }, mark ? `${mark} ` : "", word, el("b", {}, ` ${count}`));
}

// The columns of numbers.
const numeric = [3, 4];

function table(procedure, tubes) {
  const heads = [w.table.specimen, w.table.injection, w.table.vein, w.table.planned, w.table.actual,
    w.table.state, w.table.value];
  return el("table", { class: "tubes" },
    el("thead", {}, el("tr", {}, heads.map((head, index) =>
      el("th", { scope: "col", class: numeric.includes(index) ? "number" : "" }, head)))),
    el("tbody", {}, tubes.map((tube) => row(procedure, tube))));
}

function row(procedure, tube) {
  const { place } = tube;
  const { plan } = procedure.news;
  const index = plan.veins.findIndex((vein) => vein.id === place.vein);
  const { mark, word } = w.tubes[tube.state];
  const hints = hintsAt(procedure, place);
  const key = `${place.injection}/${place.vein}/${place.second}/${tube.specimen ?? ""}`;
  return el("tr", { class: tube.state, "data-key": key },
    el("td", { class: "id" }, el("button", { onclick: () => showTube(procedure, place) },
      tube.specimen ?? w.table.noId)),
    el("td", { "data-head": w.table.injection }, `${place.injection} · ${tube.site}`,
      el("small", {}, ` ${siteName(plan, tube.site)}`)),
    el("td", { class: `vein-${index % 4}`, "data-head": w.table.vein },
      veinMark(Math.max(0, index)), place.vein),
    el("td", { class: "number", "data-head": w.table.planned }, `${seconds(place.second)} s`),
    el("td", { class: "number", "data-head": w.table.actual },
      typeof tube.actual === "number" ? `${tenths(tube.actual, true)} s` : "–"),
    el("td", { class: "state", "data-head": w.table.state }, el("b", {}, mark), ` ${word}`,
      tube.reason ? el("small", {}, " ", phrase(tube.reason)) : null),
    el("td", { class: "value", "data-head": w.table.value },
      values(procedure, tube), hints.length ? el("small", { class: "hinted" },
        [...new Set(hints.map((hint) => w.hints[hint.kind] ?? hint.kind))].join(", ")) : null));
}

// What counts first; what was replaced under it.
function values(procedure, tube) {
  return resultsAt(procedure, tube.place).toReversed().map((one) => {
    const counts = one.current && tube.state !== "void";
    return el("p", { class: counts ? "" : "old" }, el(counts ? "b" : "s", {}, one.text),
      el("span", { class: "unit" }, one.unit),
      one.flags.filter((flag) => flag !== "N").map((flag) => el("span", { class: "flag", title: w.tube.flags(flag) }, flag)),
      counts || tube.state === "void" ? null : el("small", {}, w.tube.replaced),
      one.comments.length ? el("small", { class: "comment" }, one.comments.join("; ")) : null);
  });
}
