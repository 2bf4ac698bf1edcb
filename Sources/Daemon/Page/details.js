// What stands behind a tube, a verdict or a region, in a dialog.

import { open } from "./dialog.js";
import { el } from "./dom.js";
import { askToScan, reasonForm, secondForm } from "./forms.js";
import { mark } from "./marks.js";
import { hintsAt, placeKey, resultsAt } from "./state.js";
import { awaitedText, beforeText, ratioText, regionNames, seconds, tubes, verdicts, voices }
  from "./words.js";

/** A tube: its ID, its state, every result it ever had, and what can be said of it. */
export function showTube(procedure, place) {
  const tube = procedure.tubes.get(placeKey(place));
  const results = resultsAt(procedure, place);
  const words = tubes[tube?.state] ?? tubes.expected;
  const actual = tube?.actual;
  const isOpen = tube?.state === "expected" || tube?.state === "missing";
  const dialog = open(`${place.vein} at ${seconds(place.second)} s, injection ${place.injection}`,
    facts([
      ["Specimen", tube?.specimen ?? "no ID yet"], ["State", `${words.mark} ${words.word}`],
      ["Drawn", actual === null || actual === undefined
        ? "not marked" : `${seconds(Number(actual.toFixed(1)))} s after the injection`],
      ["Reason", tube?.reason],
    ]),
    hintList(hintsAt(procedure, place)),
    results.length ? resultList(results) : null,
    isOpen ? el("button", {
      class: "primary",
      onclick: () => {
        dialog.close();
        if (tube?.specimen) mark(procedure.id, "draw", { place });
        else askToScan(procedure, place);
      },
    }, "Drawn now") : null,
    tube?.specimen && tube.state !== "void"
      ? secondForm(procedure, tube, () => dialog.close()) : null,
    tube?.specimen && tube.state !== "void"
      ? reasonForm("Void this specimen", (reason) => {
        mark(procedure.id, "void", { specimen: tube.specimen, reason });
        dialog.close();
      }) : null);
}

function hintList(hints) {
  return hints.length
    ? el("ul", { class: "hint" }, hints.map((hint) => el("li", {}, hint.text))) : null;
}

function resultList(results) {
  return el("ul", { class: "results" }, results.map((result) =>
    el("li", { class: result.current ? "" : "old" },
      el(result.current ? "b" : "s", {}, `${result.text} ${result.unit}`),
      ` run ${result.run}`, result.flags.length ? `, flags ${result.flags.join(" ")}` : "",
      result.measured ? `, measured ${result.measured.replace("T", " ")}` : "",
      result.repeat ? ", sent again" : "", result.current ? "" : ", replaced",
      result.comments.length ? `: ${result.comments.join("; ")}` : "")));
}

/** A verdict: its rule, its numbers, its reasons, and what other rules of the plan say. */
export function showVerdict(procedure, verdict) {
  const words = verdicts[verdict.state];
  const { criterion: rule } = procedure.news.plan;
  const lane = `${verdict.injection}/${verdict.vein}/`;
  const others = [...procedure.alongside].filter(([key]) => key.startsWith(lane));
  const value = (one) => one && `${one.text} ${one.unit} at ${seconds(one.second)} s, `
    + `specimen ${one.specimen}`;
  open(`${verdict.site}, ${verdict.vein}: ${words.mark} ${words.word}`,
    facts([
      ["Standing", verdict.final ? "final" : "provisional: results are still to come"],
      ["Awaited", awaitedText(verdict.awaited)], ["Before", beforeText(verdict.previous)],
      ["Ratio", ratioText(verdict.ratio)], ["Certainty", verdict.certainty], ["Baseline", value(verdict.baseline)],
      ["Peak", value(verdict.peak)], ["Level", verdict.level],
      ["Rule", `${rule.title} (${rule.id})`], ["Source", rule.source], ["Read", rule.read],
      ["Withdrawn", verdict.withdrawn ? "yes: a step-up had been announced" : null],
    ]),
    hintList(hintsAt(procedure, { injection: verdict.injection, vein: verdict.vein })),
    el("ul", {}, verdict.reasons.map((reason) => el("li", {}, reason))),
    others.length ? el("h3", {}, "By the other rules of the plan") : null,
    others.length ? facts(others.map(([, other]) => otherRule(procedure, other))) : null);
}

/** The name of another rule, and what it says. */
function otherRule(procedure, verdict) {
  const words = verdicts[verdict.state];
  const rule = procedure.news.plan.alongside.find((one) => one.id === verdict.criterion);
  return [rule?.title ?? verdict.criterion, [
    `${words.mark} ${words.word}`, verdict.level && `as ${verdict.level}`,
    verdict.ratio && ratioText(verdict.ratio), verdict.final ? null : "provisional",
  ].filter(Boolean).join(", ")];
}

/** A region of the map: why it is drawn as it is. */
export function showRegion(region, state) {
  open(`${region.organ === "liver" ? "Segment " : ""}${regionNames[region.region]
    ?? region.region}: ${state.word}`,
  el("p", {}, region.reason),
  region.evidence.length ? evidence(region) : null,
  el("p", { class: "hint" }, "Inferred from the artery's feed and the vein's drainage, which "
    + "differ between patients; no image finding."));
}

// Every injection and vein that could see it, a row each.
function evidence(region) {
  return el("table", { class: "evidence" }, el("tbody", {}, region.evidence.map((one) =>
    el("tr", { class: one.says },
      el("th", { scope: "row" }, `${one.injection} · ${one.site} → ${one.vein}`),
      el("td", {}, one.ratio === null ? "" : ratioText({ low: one.ratio, high: one.ratio })
        + ` at ${seconds(Number(one.second.toFixed(1)))} s`),
      el("td", {}, `${voices[one.says].mark} ${voices[one.says].word}`),
      el("td", { class: "hint" }, one.why ?? "")))));
}

function facts(pairs) {
  return el("dl", {}, pairs.filter(([, value]) => value).map(([name, value]) =>
    [el("dt", {}, name), el("dd", {}, value)]));
}
