// Follows the stream: reconnects for ever, and goes on where it was.

import { hear, setTime } from "./clock.js";
import { emptyState, fold } from "./fold.js";

/** Calls `changed(state, news)` after every announcement; the state may be a new one. */
export function follow(changed) {
  let state = emptyState();
  let anchor = null;
  let source = null;

  function open(after) {
    source?.close();
    source = new EventSource(after ? `/api/stream?after=${after}` : "/api/stream");
    source.addEventListener("message", (event) => {
      hear();
      const news = JSON.parse(event.data);
      fold(state, news);
      changed(state, news);
    });
    source.addEventListener("pulse", (event) => {
      hear();
      const pulse = JSON.parse(event.data);
      setTime(pulse.now);
      if ((anchor ?? pulse.anchor) !== pulse.anchor || pulse.last < state.last) startOver();
      anchor = pulse.anchor;
      state.anchor = anchor;
    });
    // The browser reconnects by itself unless the answer was no stream at all.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => open(state.last), 1000);
    });
  }

  // Another journal, or one that began anew: its numbers mean something else.
  function startOver() {
    state = emptyState();
    changed(state, null);
    open(0);
  }

  // The stream begins where the daemon's memory does; what was held before that is asked for.
  fetch("/api/held").then((answer) => (answer.ok ? answer.json() : []), () => [])
    .then((held) => {
      for (const one of held) if (one.specimen) state.held.set(one.specimen, one);
      open(0);
    });
}
