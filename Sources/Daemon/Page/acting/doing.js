// What can be done by one key, one button or one scan, and what it comes to.

import { cue, refuse } from "../parts/answers.js";
import { askToAssign, askToPlace, askToScan, askToTakeBack, askToWithdraw } from "../parts/later.js";
import { dueDraws, toInject } from "../state/procedure.js";
import { seconds } from "../words/numbers.js";
import { w } from "../words/words.js";
import { mark } from "./marks.js";

/** How long an injection stays armed: the second press within it is second zero. */
const armedFor = 4000;
let armed = { number: 0, until: 0 };

/** The injection whose key was pressed once; 0: none. */
export const armedInjection = () => (performance.now() < armed.until ? armed.number : 0);

/** Marks one tube as drawn; asks for its ID where the plan has none. */
export function drawTube(procedure, prompt, one) {
  const place = { injection: prompt.injection, vein: one.vein, second: one.second };
  if (!one.specimen) return askToScan(procedure, place);
  return mark(procedure.id, "draw", { place }, w.room.drew(one.vein, seconds(one.second)),
    () => askToTakeBack(procedure, place));
}

/** Marks the next tube that is due, of vein number `index` or of the first. */
export function drawNext(procedure, index) {
  const due = dueDraws(procedure.prompt);
  const vein = procedure.news.plan.veins[index]?.id;
  const one = index === undefined ? due[0] : due.find((draw) => draw.vein === vein);
  if (one) drawTube(procedure, procedure.prompt, one);
}

/** Second zero of an injection. */
export function inject(procedure, injection) {
  armed = { number: 0, until: 0 };
  return mark(procedure.id, "injection", { site: injection.site, number: injection.number },
    w.room.started(injection.site), () => askToWithdraw(procedure, injection));
}

/** The next injection by a key: the first press arms it, the second is second zero. */
export function injectByKey(procedure) {
  const all = toInject(procedure);
  const next = all.find((one) => one.number === procedure.prompt?.injection) ?? all[0];
  if (!next) return;
  if (armedInjection() === next.number) {
    inject(procedure, next);
    return;
  }
  armed = { number: next.number, until: performance.now() + armedFor };
  cue(w.room.arm(next.site), true);
}

/** A tube was scanned: its draw is marked, or what it can be is asked. */
export function scanned(state, procedure, text) {
  const id = text.trim();
  const tube = [...procedure.tubes.values()].find((one) => one.specimen === id);
  if (tube && (tube.state === "expected" || tube.state === "missing")) {
    mark(procedure.id, "draw", { specimen: id }, w.scans.drawn(id),
      () => askToTakeBack(procedure, tube.place));
  } else if (tube) {
    refuse(w.scans.already(id, w.tubes[tube.state].word));
  } else if (state.held.has(id)) {
    askToAssign(procedure, state.held.get(id));
  } else {
    scannedUnknown(procedure, id);
  }
}

// An ID that no plan has is the tube that is being drawn, where those bear none yet.
function scannedUnknown(procedure, id) {
  const blank = dueDraws(procedure.prompt).filter((one) => !one.specimen);
  const place = (one) => ({
    injection: procedure.prompt.injection, vein: one.vein, second: one.second,
  });
  if (blank.length === 1) {
    mark(procedure.id, "draw", { place: place(blank[0]), specimen: id }, w.scans.drawn(id),
      () => askToTakeBack(procedure, place(blank[0])));
  } else if (blank.length > 1) {
    askToPlace(procedure, id, blank.map(place));
  } else {
    refuse(w.scans.none(id));
  }
}
