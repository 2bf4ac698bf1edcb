// The dialogs that are open, for whoever tells that the state has changed.

/** What describes each of them anew. */
export const openDialogs = new Set();

/** Describes them all anew. */
export function redrawDialogs() { for (const show of openDialogs) show(); }
