// Folds announcements into what the page shows. Everything on the page follows from here.

/** A state before the first announcement. */
export function emptyState() {
  return {
    hello: null, simulated: false, lines: new Map(), procedures: new Map(), held: new Map(),
    loose: [], notices: [], acknowledged: new Map(), last: 0, revision: 0,
  };
}

const noticeLimit = 200;
const looseLimit = 1000;

/** Takes one announcement. */
export function fold(state, news) {
  state.revision += 1;
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
      const taken = takeResults(state, news.specimen);
      state.loose.push(...taken);
      return;
    }
    if (news.specimen) state.held.delete(news.specimen);
    if (!news.place) return;
    const { tubes } = procedure(state, news);
    // Its results belong where it is from now on, held or misplaced until now.
    const moved = news.specimen ? takeResults(state, news.specimen, news.place) : [];
    procedure(state, news).results.push(...moved);
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
    results.push({ ...news });
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
  acknowledgement(state, news) { state.acknowledged.set(news.notice, news); },
  notice(state, news) {
    state.notices.unshift(news);
    state.notices.length = Math.min(state.notices.length, noticeLimit);
  },
};

// The results of a specimen, taken from where they are: to another place, or to none.
function takeResults(state, specimen, place = null) {
  const taken = [];
  for (const one of [state, ...state.procedures.values()]) {
    const name = one === state ? "loose" : "results";
    const isIts = (result) => result.specimen === specimen
      && (one === state || placeOf(result) !== placeOf({ place }));
    if (!one[name].some(isIts)) continue;
    taken.push(...one[name].filter(isIts));
    one[name] = one[name].filter((result) => !isIts(result));
  }
  for (const result of taken) result.place = place;
  return taken;
}

const placeOf = ({ place }) => (place ? placeKey(place) : "");

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

/** Names a planned tube. */
export const placeKey = (place) => `${place.injection}/${place.vein}/${place.second}`;
