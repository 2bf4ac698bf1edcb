// Folds announcements into what the page shows. Everything on the page follows from here.

/** A state before the first announcement. */
export function emptyState() {
  return {
    hello: null, simulated: false, lines: new Map(), procedures: new Map(), held: new Map(),
    loose: [], notices: [], last: 0,
  };
}

const noticeLimit = 200;
const looseLimit = 1000;

/** Takes one announcement. */
export function fold(state, news) {
  if (news.id) {
    if (news.id <= state.last) return;
    state.last = news.id;
    state.simulated = news.simulated === true;
  }
  folds[news.type]?.(state, news);
}

const folds = {
  hello(state, news) { state.hello = news; },
  line(state, news) { state.lines.set(news.line, news); },
  procedure(state, news) { Object.assign(procedure(state, news), { news }); },
  prompt(state, news) { procedure(state, news).prompt = news; },
  specimen(state, news) {
    if (news.state === "held") {
      state.held.set(news.specimen, news);
      return;
    }
    if (news.specimen) state.held.delete(news.specimen);
    if (!news.place) return;
    const { tubes, results } = procedure(state, news);
    // Results that came while the specimen was held belong to its tube from now on.
    const isIts = (result) => result.specimen !== "" && result.specimen === news.specimen;
    results.push(...state.loose.filter(isIts));
    state.loose = state.loose.filter((result) => !isIts(result));
    for (const [key, tube] of tubes) {
      const isSame = news.specimen && tube.specimen === news.specimen;
      if (isSame && placeKey(tube.place) !== placeKey(news.place)) tubes.delete(key);
    }
    tubes.set(placeKey(news.place), news);
  },
  result(state, news) {
    const results = news.place ? procedure(state, news).results : state.loose;
    for (const result of results) {
      if (result.id === news.replaces) result.current = false;
    }
    results.push(news);
    if (results === state.loose) state.loose = results.slice(-looseLimit);
  },
  verdict(state, news) {
    const { news: known, verdicts, alongside } = procedure(state, news);
    const lane = `${news.injection}/${news.vein}`;
    if (known && known.plan.criterion.id !== news.criterion) {
      alongside.set(`${lane}/${news.criterion}`, news);
    } else {
      verdicts.set(lane, news);
    }
  },
  map(state, news) { procedure(state, news).map = news; },
  hint(state, news) {
    const { hints } = procedure(state, news);
    if (news.standing) hints.set(news.hint, news);
    else hints.delete(news.hint);
  },
  notice(state, news) {
    state.notices.unshift(news);
    state.notices.length = Math.min(state.notices.length, noticeLimit);
  },
};

function procedure(state, news) {
  const id = news.procedure ?? "";
  if (!state.procedures.has(id)) {
    state.procedures.set(id, {
      id, news: null, prompt: null, tubes: new Map(), results: [], verdicts: new Map(),
      alongside: new Map(), map: null, hints: new Map(),
    });
  }
  return state.procedures.get(id);
}

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

/** Names a planned tube. */
export const placeKey = (place) => `${place.injection}/${place.vein}/${place.second}`;

/** The hints that name a tube, or an injection and vein. */
export function hintsAt(procedure, place) {
  return [...procedure.hints.values()].filter((hint) => hint.places.some((one) =>
    one.injection === place.injection && one.vein === place.vein
    && (place.second === undefined || one.second === place.second)));
}

/** The procedure that is shown: the open one that began last, else the last one. */
export function shown(state) {
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
