// Injections by veins: every tube, every result, the verdict of each, and its curve.

import { curve } from "./curve.js";
import { draw, el } from "./dom.js";
import { showTube, showVerdict } from "./details.js";
import { droppedOf } from "./plan.js";
import { hasBegun, hintsAt, placeKey, resultsAt, running } from "./state.js";
import { hintNames, ratioText, seconds, tubes as tubeWords, verdicts as verdictWords }
  from "./words.js";

/** Shows the plan filling with results. */
export function drawGrid(root, procedure) {
  const input = procedure && [
    procedure.id, procedure.news, procedure.results.map((result) => [result.id, result.current]),
    [...procedure.tubes.values()], [...procedure.verdicts.values()],
    [...procedure.hints.values()],
  ];
  draw(root, input, () => (procedure ? [table(procedure)] : [
    el("p", { class: "empty" }, "The plan appears here when a procedure is opened."),
  ]));
}

function table(procedure) {
  const { plan, injections } = procedure.news;
  const current = running(procedure)?.number;
  const dropped = droppedOf(plan);
  return el("table", {},
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, "Site"),
      plan.veins.map((vein, index) => {
        const isDropped = dropped.veins.includes(vein.id);
        return el("th", {
          scope: "col", title: vein.name, class: isDropped ? "is-dropped" : null,
        }, el("i", { class: `vein vein-${index}` }), vein.id,
        el("small", {}, isDropped ? " not sampled any more" : ` ${vein.name}`));
      }),
      el("th", { scope: "col" }, "× baseline"))),
    el("tbody", {}, injections.map((injection) =>
      row(procedure, injection, injection.number === current))));
}

function row(procedure, injection, isRunning) {
  const { plan } = procedure.news;
  const name = plan.sites.find((site) => site.id === injection.site)?.name ?? injection.site;
  const begun = hasBegun(procedure, injection);
  return el("tr", { class: isRunning ? "is-running" : begun ? ""
    : injection.dropped ? "is-planned is-dropped" : "is-planned" },
    el("th", { scope: "row", title: `Injection ${injection.number}: ${name}` },
      el("b", {}, injection.site),
      el("span", { class: "full" }, `${injection.number} · ${name}`),
      el("span", { class: "when" }, injection.zero
        ? new Date(injection.zero).toLocaleTimeString("en-GB")
        : begun ? "not marked" : injection.dropped ? "dropped" : "planned")),
    plan.veins.map((vein) => el("td", {}, cell(procedure, injection, vein))),
    el("td", { class: "curve" }, curve(procedure, injection)));
}

function cell(procedure, injection, vein) {
  const verdict = procedure.verdicts.get(`${injection.number}/${vein.id}`);
  const draws = [...procedure.news.plan.draws].sort((a, b) => a - b);
  const hints = hintsAt(procedure, { injection: injection.number, vein: vein.id });
  return el("div", { class: "cell" },
    hints.length ? el("p", { class: "hints", title: hints.map((hint) => hint.text).join(" ") },
      [...new Set(hints.map((hint) => hintNames[hint.kind] ?? hint.kind))].join(", ")) : null,
    verdictButton(procedure, verdict, injection, vein),
    el("div", { class: "tubes" }, draws.map((second) =>
      tubeButton(procedure, { injection: injection.number, vein: vein.id, second }))));
}

function verdictButton(procedure, verdict, injection, vein) {
  const words = verdictWords[verdict?.state] ?? { mark: "", word: "" };
  if (!verdict || !hasBegun(procedure, injection)) return el("span", { class: "verdict none" }, " ");
  const isRatio = verdict.ratio && verdict.state !== "awaiting-baseline";
  return el("button", {
    class: `verdict ${verdict.state}${verdict.final ? "" : " is-provisional"}`,
    "data-key": `verdict ${injection.number}/${vein.id}`,
    onclick: () => showVerdict(procedure, verdict),
    title: [verdict.certainty, ...verdict.reasons].filter(Boolean).join(" "),
  }, el("b", {}, words.mark), isRatio ? el("b", {}, ` ${ratioText(verdict.ratio)}`) : null,
  el("span", {}, ` ${words.word}`),
  verdict.near ? el("em", {}, " near threshold") : null,
  verdict.mixed ? el("em", {}, " two analyzers") : null,
  verdict.withdrawn ? el("em", {}, " withdrawn") : null,
  !verdict.final && verdict.state === "step-up" ? el("em", {}, " so far") : null);
}

function tubeButton(procedure, place) {
  const tube = procedure.tubes.get(placeKey(place));
  const state = tube?.state ?? "expected";
  const results = resultsAt(procedure, place);
  const current = results.findLast((result) => result.current) ?? results.at(-1);
  const { mark, word } = tubeWords[state] ?? tubeWords.expected;
  const isOld = results.length > 1;
  const hints = hintsAt(procedure, place);
  return el("button", {
    class: `tube ${state}${isOld ? " is-rerun" : ""}${hints.length ? " is-hinted" : ""}`, "data-key": `tube ${placeKey(place)}`,
    "aria-label": `${place.vein} ${seconds(place.second)} s: ${word} ${current?.text ?? ""}`,
    title: [`${tube?.specimen ?? "no ID yet"}: ${word}`, ...hints.map((hint) => hint.text)]
      .join("\n"),
    onclick: () => showTube(procedure, place),
  }, el("small", {}, seconds(place.second)),
  current && state !== "void" ? el("span", {
      class: current.text.length > 5 ? "value is-long" : "value",
    }, current.text)
    : el("span", { class: "mark" }, mark));
}
