// What a first look does not need: dialogs are fetched when the view stands, and open at once then.

import { speakAll } from "../words/words.js";

const parts = {
  asking: () => import("./asking.js"), details: () => import("./details.js"),
  choices: () => import("./choices.js"), told: () => import("./told.js"),
  withdrawing: () => import("./withdrawing.js"), labels: () => import("./labels.js"),
};

const call = (part, name) => async (...values) => {
  const [found] = await Promise.all([parts[part](), speakAll()]);
  return found[name](...values);
};

export const askToOpen = call("asking", "askToOpen");
export const askToClose = call("asking", "askToClose");
export const askToScan = call("asking", "askToScan");
export const askToPlace = call("asking", "askToPlace");
export const askToAssign = call("asking", "askToAssign");
export const askToWithdraw = call("withdrawing", "askToWithdraw");
export const askToTakeBack = call("withdrawing", "askToTakeBack");
export const askToPrint = call("labels", "askToPrint");
export const showTube = call("details", "showTube");
export const showVerdict = call("details", "showVerdict");
export const askForScreen = call("choices", "askForScreen");
export const showNotices = call("told", "showNotices");

/** Fetches everything while nobody waits for it. */
export function fetchParts() { for (const fetched of [speakAll, ...Object.values(parts)]) fetched(); }
