// What can be asked of the folded state: no view looks for itself.

import { now } from "./clock.js";
import { placeKey } from "./fold.js";

/** The tests that no dialect knows, by line, with the last result of each. */
export function unknownTests(state) {
  const found = new Map();
  const results = [...state.procedures.values()].flatMap((one) => one.results);
  for (const result of [...results, ...state.loose]) {
    if (result.role !== "result" || result.analyte || !result.current || !result.test) continue;
    const line = result.line.replace(/#\d+$/, "");
    const key = `${line}\n${result.test}`;
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { line, test: result.test, count, last: result });
  }
  return [...found.values()];
}

/** The hints that name a tube, or an injection and vein. */
export function hintsAt(procedure, place) {
  return [...procedure.hints.values()].filter((hint) => hint.places.some((one) =>
    one.injection === place.injection && one.vein === place.vein
    && (place.second === undefined || one.second === place.second)));
}

/** The procedure that is shown: the one asked for, else the open one that began last. */
export function shown(state, asked) {
  const named = asked && state.procedures.get(asked);
  if (named?.news) return named;
  const all = [...state.procedures.values()].filter((one) => one.news);
  return all.filter((one) => one.news.state === "open").at(-1) ?? all.at(-1) ?? null;
}

/** The injection that was given last; undefined before the first. */
export function running(procedure) {
  const given = procedure.news.injections.filter((one) => one.zero);
  return given.sort((a, b) => Date.parse(a.zero) - Date.parse(b.zero)).at(-1);
}

/** True once an injection was given: it was marked, or a tube drawn after it has a fate. */
export function hasBegun(procedure, injection) {
  return Boolean(injection.zero) || [...procedure.tubes.values()].some(({ place, state }) =>
    place?.injection === injection.number && place.second > 0
    && !["expected", "missing", "void"].includes(state));
}

/**
 * The results of the tube at a place, of the analyte that is judged, oldest first: by specimen where
 * there is one, for it may have been assigned since; else by the place they came with.
 */
export function resultsAt(procedure, place) {
  const key = placeKey(place);
  const specimen = procedure.tubes.get(key)?.specimen;
  const isHere = (result) => (specimen && result.specimen
    ? result.specimen === specimen : result.place && placeKey(result.place) === key);
  return procedure.results.filter((result) =>
    isHere(result) && result.analyte === procedure.news.plan.analyte
    && (result.role === "result" || result.role === "none"));
}

/** The result of a tube that counts, or else the last that came. */
export function standingAt(procedure, place) {
  const results = resultsAt(procedure, place);
  return results.findLast((result) => result.current) ?? results.at(-1);
}

/** What of the plan is not to be done any more; nothing when nothing is said. */
export const droppedOf = (plan) => ({ sites: [], veins: [], draws: [], ...plan.dropped });

/** The planned seconds, by time. */
export const drawsOf = (plan) => [...plan.draws].sort((a, b) => a - b);

/** A site's name in full. */
export const siteName = (plan, id) => plan.sites.find((site) => site.id === id)?.name ?? id;

/** The injection that runs, or the one that comes next; undefined when there is neither. */
export function attended(procedure) {
  const { injections } = procedure.news;
  const prompted = injections.find((one) => one.number === procedure.prompt?.injection);
  return prompted ?? running(procedure) ?? injections.find((one) => !one.dropped);
}

/** The injections that are still to be given. */
export const toInject = (procedure) =>
  procedure.news.injections.filter((one) => !one.zero && !one.dropped);

/** When the next injection may follow by the plan, in milliseconds; null before the first. */
export function waitEnds(procedure) {
  const last = running(procedure);
  return last ? Date.parse(last.zero) + procedure.news.plan.wait * 1000 : null;
}

/**
 * The second to draw at: the first that is open, until a later one is due within five seconds. A
 * tube that was passed over must not stand in the way of the next one.
 */
export function dueSecond(prompt) {
  const all = prompt?.draws ?? [];
  const due = all.filter((one) => one.due && Date.parse(one.due) - now() <= 5000);
  return (due.at(-1) ?? all[0])?.second;
}

/** The tubes to fill now, by vein. */
export function dueDraws(prompt) {
  const second = dueSecond(prompt);
  return (prompt?.draws ?? []).filter((one) => one.second === second);
}

/** The tubes in the given states, in the order of the plan. */
export const tubesIn = (procedure, ...states) =>
  [...procedure.tubes.values()].filter((tube) => states.includes(tube.state))
    .sort((a, b) => a.place.injection - b.place.injection || a.place.second - b.place.second);

/** How many milliseconds a draw that is due is late before it counts as passed over. */
const passedOver = 15_000;

/** Places whose time went by without a mark. */
export function unmarked(procedure) {
  return (procedure.prompt?.draws ?? [])
    .filter((one) => one.due && now() - Date.parse(one.due) > passedOver);
}
