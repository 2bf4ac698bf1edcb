// The room: which artery, how many seconds, what to draw next, what has stepped up, what is missing.

import { armedInjection, drawTube, inject } from "../acting/doing.js";
import { el } from "../parts/dom.js";
import { cap } from "../parts/frame.js";
import { icon, veinMark } from "../parts/icons.js";
import { askToClose, askToOpen, askToPrint, showTube } from "../parts/later.js";
import { styled } from "../parts/sheets.js";
import { verdictTable } from "../parts/verdicts.js";
import { clockTime } from "../state/clock.js";
import { placeKey } from "../state/fold.js";
import { attended, drawsOf, dueDraws, dueSecond, hintsAt, siteName, standingAt, toInject, tubesIn,
  unknownTests, unmarked, waitEnds } from "../state/procedure.js";
import { seconds } from "../words/numbers.js";
import { reading as readingWords } from "../words/said.js";
import { speakAll, w } from "../words/words.js";
import { redraw } from "./way.js";

// The picture comes after the first look, which is for the seconds.
let anatomy = null;
let isAsked = false;

async function fetchPicture() {
  const [drawing] = await Promise.all([
    import("../drawing/anatomy.js"), styled("anatomy"), speakAll(),
  ]);
  ({ anatomy } = drawing);
  redraw();
}

/** Shows the room. */
export function show({ state, procedure }) {
  if (!procedure) return ready(null);
  if (!isAsked) requestAnimationFrame(() => setTimeout(fetchPicture));
  isAsked = true;
  const injection = attended(procedure);
  const isOpen = procedure.news.state === "open";
  return [
    el("h1", { class: "unseen" }, w.room.title),
    el("div", { class: "column present" },
      el("section", { class: "hero", "aria-label": w.room.elapsed },
        injection ? hero(procedure, injection) : null),
      el("section", { class: "next", "aria-label": w.room.draw },
        isOpen ? next(procedure) : ready(procedure)),
      injection ? el("section", { class: "strip", "aria-label": w.room.draws },
        strip(procedure, injection)) : null,
      isOpen ? el("section", { class: "inject", "aria-label": w.room.inject },
        injecting(procedure)) : null),
    el("div", { class: "column whole" },
      el("section", { class: "matrix", "aria-label": w.room.verdicts },
        el("h2", {}, w.room.verdicts, el("small", {}, ruleText(procedure.news.plan))),
        verdictTable(procedure, injection?.number)),
      el("section", { class: "glance", "aria-label": w.views.map }, glance(procedure, injection)),
      el("section", { class: "missing", "aria-label": w.room.missing },
        missing(state, procedure))),
  ];
}

function ready(procedure) {
  return el("div", { class: "ready" },
    el("h2", {}, procedure ? w.room.over : w.room.ready),
    el("p", {}, procedure ? w.room.overHint : w.room.readyHint),
    el("button", { class: "primary large", "data-key": "open", onclick: askToOpen },
      w.room.open));
}

function ruleText({ criterion }) {
  return criterion.ratio ? `${criterion.strict ? ">" : "≥"} ×${criterion.ratio}` : "";
}

function hero(procedure, injection) {
  const { plan, injections } = procedure.news;
  return [
    el("div", { class: "site" },
      el("p", { class: "number" }, w.room.injection(injection.number, injections.length),
        injection.repeated ? `, ${w.room.again}` : ""),
      el("p", { class: "name" }, injection.site),
      el("p", { class: "full" }, siteName(plan, injection.site)),
      injection.zero ? el("p", { class: "zero" }, `0 s = ${clockTime(Date.parse(injection.zero))}`)
        : takenBack(injection)),
    injection.zero ? el("div", { class: "elapsed" },
      el("step-seconds", { since: injection.zero, role: "timer", "aria-label": w.room.elapsed }),
      el("p", {}, w.room.elapsed))
      : idle(procedure),
  ];
}

function takenBack({ withdrawn }) {
  return withdrawn ? el("p", { class: "zero" },
    w.room.takenBack(clockTime(Date.parse(withdrawn.at(-1).at)))) : null;
}

// Nothing runs: how long the plan asks to wait is what counts.
function idle(procedure) {
  const ends = waitEnds(procedure);
  return el("div", { class: "elapsed idle" },
    el("step-seconds", { until: String(ends ?? ""), "aria-hidden": "true" }),
    el("p", {}, ends ? el("step-wait", { until: String(ends), beside: true, role: "timer" })
      : `${w.room.idle}. ${w.room.zeroHint}`));
}

function next(procedure) {
  const { prompt } = procedure;
  const due = dueDraws(prompt);
  if (due.length === 0) return el("div", { class: "draws" }, el("h2", {}, w.room.nothing));
  const second = dueSecond(prompt);
  const others = (isHere) => [...new Set(prompt.draws.map((one) => one.second).filter(isHere))]
    .map(seconds).join(", ");
  const [passed, later] = [others((one) => one < second), others((one) => one > second)];
  return el("div", { class: "draws" },
    el("div", { class: "when" },
      el("h2", {}, w.room.draw, " ", el("b", {}, `${seconds(second)} s`)),
      el("p", { class: "of" },
        second <= 0 ? w.room.before(prompt.site) : w.room.after(prompt.site)),
      due[0].due || second > 0 ? el("step-countdown", {
        due: due[0].due ?? "", words: w.room.notYet, role: "timer",
      }) : null,
      passed ? el("p", { class: "passed" }, w.room.passed(passed)) : null,
      later ? el("p", { class: "later" }, w.room.then(later)) : null),
    el("div", { class: "buttons" }, due.map((one) => drawButton(procedure, prompt, one))));
}

function drawButton(procedure, prompt, one) {
  const index = procedure.news.plan.veins.findIndex((vein) => vein.id === one.vein);
  return el("button", {
    class: `draw vein-${index % 4}`, "data-key": `draw ${one.vein}`,
    onclick: () => drawTube(procedure, prompt, one),
  }, veinMark(index), el("b", {}, one.vein), el("span", {}, one.specimen ?? w.room.scan),
  cap(`vein-${index}`));
}

// The draws of the injection that is attended: a row a vein, the present moving over them.
function strip(procedure, injection) {
  const { plan } = procedure.news;
  const draws = drawsOf(plan).filter((second) => !plan.dropped?.draws?.includes(second));
  const due = procedure.prompt?.injection === injection.number ? dueSecond(procedure.prompt) : null;
  return el("div", { class: "track", style: { "--draws": String(draws.length) } },
    el("div", { class: "heads", "aria-hidden": "true" }, el("span", {}), draws.map((second) =>
      el("span", { class: second === due ? "is-due" : "" }, seconds(second)))),
    plan.veins.map((vein, index) => el("div", { class: `lane vein-${index % 4}` },
      el("span", { class: "lane-name" }, veinMark(index), vein.id),
      draws.map((second) => cell(procedure, { injection: injection.number, vein: vein.id, second },
        second === due)))),
    injection.zero ? el("div", { class: "over", "aria-hidden": "true" },
      el("step-cursor", { zero: injection.zero, draws: draws.join(",") })) : null);
}

function cell(procedure, place, isDue) {
  const state = procedure.tubes.get(placeKey(place))?.state ?? "expected";
  const result = state === "void" ? null : standingAt(procedure, place);
  const { mark, word } = w.tubes[state];
  const hints = hintsAt(procedure, place);
  return el("button", {
    class: `cell ${state}${isDue ? " is-due" : ""}${hints.length ? " is-hinted" : ""}`,
    "data-key": `cell ${placeKey(place)}`,
    "aria-label": `${place.vein} ${seconds(place.second)} s: ${word} ${result?.text ?? ""}`,
    onclick: () => showTube(procedure, place),
  }, result ? el("span", { class: result.text.length > 6 ? "value is-long" : "value" }, result.text)
    : el("span", { class: "mark" }, mark));
}

function injecting(procedure) {
  const waiting = toInject(procedure);
  const { prompt } = procedure;
  const isNext = (one) => prompt?.injection === one.number;
  const isDue = (one) => isNext(one) && prompt.draws.every(({ second }) => second > 0);
  const ends = waitEnds(procedure);
  return [
    el("h2", {}, waiting.length ? w.room.inject : w.room.all,
      waiting.length && ends && attended(procedure).zero
        ? el("step-wait", { until: String(ends) }) : null),
    el("div", { class: "buttons" }, waiting.map((one) => {
      const isArmed = armedInjection() === one.number;
      return el("button", {
        class: `site-button${isDue(one) ? " primary" : ""}${isArmed ? " is-armed" : ""}`,
        "data-key": `inject ${one.number}`, title: siteName(procedure.news.plan, one.site),
        onclick: () => inject(procedure, one),
      }, el("span", {}, isArmed ? w.room.arm(one.site) : one.number), el("b", {}, one.site),
      isDue(one) ? cap("inject") : null);
    }), waiting.length ? strips(procedure, waiting.find(isNext) ?? waiting[0]) : el("button", {
      "data-key": "close", onclick: () => askToClose(procedure),
    }, w.room.close)),
  ];
}

// The whole strip of labels, before the injection begins.
function strips(procedure, { number, site }) {
  const { tagging } = procedure.news.plan;
  return tagging.labels || tagging.sheet.length ? el("button", {
    class: "quiet print-labels", "data-key": "labels", "aria-label": w.room.labels(site),
    onclick: () => askToPrint(procedure, number),
  }, icon("label"), w.room.strip) : null;
}

function glance(procedure, injection) {
  const reading = procedure.map?.reading;
  return el("a", { class: "to-map", href: `/map${location.search}` },
    anatomy?.(procedure, {
      id: "glance", injected: procedure.news.state === "open" && injection?.zero ? injection.site : null,
    }),
    el("p", { class: `reading ${reading?.kind ?? ""}`, role: "status" },
      reading ? readingWords(reading, procedure.verdicts) : w.room.unread));
}

// What is not there yet, each as a number that leads to where it is mended.
function missing(state, procedure) {
  const tests = unknownTests(state).length;
  const items = [
    [state.held.size, w.room.held, "is-medium"], [tests, w.room.unknown, "is-medium"],
    [unmarked(procedure).length, w.room.unmarkedDraws, "is-medium"],
    [tubesIn(procedure, "missing").length, w.room.missingTubes, "is-low"],
    [tubesIn(procedure, "drawn", "received").length, w.room.awaitedResults, ""],
  ].filter(([count]) => count > 0);
  return [
    el("h2", {}, w.room.missing),
    el("ul", {}, items.length ? items.map(([count, word, kind]) => el("li", { class: kind },
      el("a", { href: `/tubes${location.search}` }, el("b", {}, count), ` ${word}`)))
      : el("li", { class: "none" }, w.room.complete)),
  ];
}
