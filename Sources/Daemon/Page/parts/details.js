// What stands behind a tube, a verdict or a region, in a dialog that follows what comes in.

import { mark } from "../acting/marks.js";
import { placeKey } from "../state/fold.js";
import { hintsAt, resultsAt } from "../state/procedure.js";
import { awaitedText, beforeText, ratioText, seconds, tenths } from "../words/numbers.js";
import { phrase, said } from "../words/said.js";
import { w } from "../words/words.js";
import { askToAssign, askToScan } from "./asking.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { field, form, reasonField, reasonForm } from "./forms.js";
import { askToTakeBack, withdrawalsOf } from "./withdrawing.js";

/** A tube: its ID, its state, every result it ever had, and what can be said of it. */
export function showTube(procedure, place) {
  const find = () => procedure.tubes.get(placeKey(place));
  const dialog = open(w.tube.title(place.vein, seconds(place.second), place.injection),
    () => tubeFacts(find()), () => hintList(hintsAt(procedure, place)),
    () => resultList(resultsAt(procedure, place)),
    () => tubeActs(procedure, place, find(), () => dialog.close()));
}

function tubeFacts(tube) {
  const { mark: sign, word } = w.tubes[tube?.state] ?? w.tubes.expected;
  const actual = tube?.actual;
  return facts([
    [w.tube.specimen, tube?.specimen ?? w.table.noId], [w.tube.state, `${sign} ${word}`],
    [w.tube.drawn, actual === null || actual === undefined
      ? w.tube.unmarked : w.tube.after(tenths(actual))],
    [w.tube.reason, phrase(tube?.reason)], ...withdrawalsOf(tube).map((text) => [w.withdraw.short, text]),
  ]);
}

function tubeActs(procedure, place, tube, done) {
  const isOpen = !tube || tube.state === "expected" || tube.state === "missing";
  const isKnown = tube?.specimen && tube.state !== "void";
  return [
    isOpen ? el("button", {
      class: "primary",
      onclick: () => {
        done();
        if (tube?.specimen) mark(procedure.id, "draw", { place });
        else askToScan(procedure, place);
      },
    }, w.tube.drawnNow) : null,
    isKnown ? secondForm(procedure, tube, done) : null,
    isKnown ? el("details", {}, el("summary", {}, w.tube.void), reasonForm(w.forms.void,
      async (reason) => {
        if (await mark(procedure.id, "void", { specimen: tube.specimen, reason })) done();
      })) : null,
    el("p", { class: "choices" },
      isKnown ? el("button", {
        onclick: () => {
          done();
          askToAssign(procedure, tube);
        },
      }, `${w.tube.move} …`) : null,
      canBeTakenBack(tube) ? el("button", {
        onclick: () => {
          done();
          askToTakeBack(procedure, place);
        },
      }, `${w.withdraw.drawVerb} …`) : null),
  ];
}

const canBeTakenBack = (tube) => tube && tube.state !== "void"
  && (tube.state === "drawn" || typeof tube.actual === "number");

function secondForm(procedure, tube, done) {
  return el("details", {}, el("summary", {}, w.tube.correct), form([
    field(w.tube.second, el("input", {
      name: "second", type: "number", step: "0.1", required: true,
      value: tube.actual ?? tube.place.second,
    })), reasonField(),
  ], w.tube.correct, async ({ second, reason }) => {
    const fields = { specimen: tube.specimen, second: Number(second), reason };
    if (await mark(procedure.id, "correct-draw", fields)) done();
  }));
}

function hintList(hints) {
  return hints.length ? el("ul", { class: "hint" },
    hints.map((hint) => el("li", {}, said("hint", hint.text, hint)))) : null;
}

function resultList(results) {
  return results.length ? el("ul", { class: "results" }, results.map((result) =>
    el("li", { class: result.current ? "" : "old" },
      el(result.current ? "b" : "s", {}, `${result.text} ${result.unit}`),
      ` ${[
        w.tube.run(result.run), result.flags.length && w.tube.flags(result.flags.join(" ")),
        result.measured && w.tube.measured(result.measured.replace("T", " ")),
        result.repeat && w.tube.again, !result.current && w.tube.replaced,
      ].filter(Boolean).join(", ")}`,
      result.comments.length ? el("span", { class: "comment" }, result.comments.join("; ")) : null,
      el("small", {}, w.tube.from(result.line, result.moment, ...result.bytes))))) : null;
}

/** A verdict: its rule, its numbers, its reasons, and what other rules of the plan say. */
export function showVerdict(procedure, { injection, vein, site }) {
  const find = () => procedure.verdicts.get(`${injection}/${vein}`);
  open(`${injection} · ${site} → ${vein}`, () => verdictParts(procedure, find()));
}

function verdictParts(procedure, verdict) {
  const { mark: sign, word } = w.verdicts[verdict.state];
  const { criterion: rule } = procedure.news.plan;
  const lane = `${verdict.injection}/${verdict.vein}/`;
  const others = [...procedure.alongside].filter(([key]) => key.startsWith(lane));
  const value = (one) => one && [`${one.text} ${one.unit}`, w.detail.at(tenths(one.second)),
    w.detail.specimen(one.specimen)].join(", ");
  const d = w.detail;
  return [
    el("p", { class: `verdict-line ${verdict.state}` }, el("b", {}, sign), ` ${word} `,
      ratioText(verdict.ratio)),
    facts([
      [d.standing, verdict.final ? d.final : d.provisional],
      [d.awaited, awaitedText(verdict.awaited)], [d.before, beforeText(verdict.previous)],
      [d.ratio, ratioText(verdict.ratio)], [d.certainty, verdict.certainty && said("certainty", verdict.certainty, verdict)],
      [d.baseline, value(verdict.baseline)], [d.peak, value(verdict.peak)],
      [d.level, verdict.level], [d.rule, `${rule.title} (${rule.id})`],
      [d.source, rule.source], [d.read, rule.read],
      [d.withdrawn, verdict.withdrawn ? d.wasWithdrawn : null],
    ]),
    hintList(hintsAt(procedure, { injection: verdict.injection, vein: verdict.vein })),
    el("h3", {}, d.reasons),
    el("ul", { lang: "en" }, verdict.reasons.map((reason) => el("li", {}, reason))),
    others.length ? el("h3", {}, d.others) : null,
    others.length ? facts(others.map(([, other]) => otherRule(procedure, other))) : null,
  ];
}

/** The name of another rule, and what it says. */
function otherRule(procedure, verdict) {
  const { mark: sign, word } = w.verdicts[verdict.state];
  const rule = procedure.news.plan.alongside.find((one) => one.id === verdict.criterion);
  return [rule?.title ?? verdict.criterion, [
    `${sign} ${word}`, verdict.level && w.detail.as(verdict.level),
    verdict.ratio && ratioText(verdict.ratio), verdict.final ? null : w.detail.provisionalWord,
    rule?.source,
  ].filter(Boolean).join(", ")];
}

/** Names and values, a row each; those without a value are left out. */
export function facts(pairs) {
  return el("dl", {}, pairs.filter(([, value]) => value).map(([name, value]) =>
    [el("dt", {}, name), el("dd", {}, value)]));
}
