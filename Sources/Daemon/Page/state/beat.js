// One timer for everything that ticks.

const ticking = new Set();

/** Calls `tick` ten times a second until `rest` is told of it. */
export function tick(act) {
  ticking.add(act);
  act();
}

/** Calls it no more. */
export function rest(act) { ticking.delete(act); }

setInterval(() => { for (const act of ticking) act(); }, 100);
