// How numbers are written: the same in every language, as the analyzers write them.

import { w } from "./words.js";

/** `−120`, with a true minus sign. */
export const seconds = (number) => `${number < 0 ? "−" : ""}${Math.abs(number)}`;

/** A measured second, to a tenth; `isAligned`: with its decimal even where that is 0. */
export const tenths = (number, isAligned = false) => (isAligned
  ? `${number < 0 ? "−" : ""}${Math.abs(number).toFixed(1)}` : seconds(Number(number.toFixed(1))));

// Two decimals more near a threshold of 2, so that 2.004 does not read as exactly twice.
function times(number) {
  if (number >= 100) return number.toFixed(0);
  const isNear = Math.abs(number - 2) < 0.1;
  return number.toFixed(isNear ? 3 : number >= 10 ? 0 : 1);
}

/** `×2.4`, `≥×5.1`, `×1.8–2.3`: an interval of ratios. */
export function ratioText(ratio) {
  if (!ratio) return "";
  const low = times(ratio.low);
  if (ratio.high === null || ratio.high === undefined) return `≥×${low}`;
  const high = times(ratio.high);
  return low === high ? `×${low}` : `×${low}–${high}`;
}

/** What is still to come for a verdict, and what that can change. */
export function awaitedText(awaited) {
  if (!awaited) return null;
  return w.verdict.awaited(awaited.seconds.map(seconds).join(", "), awaited.sites.join(", "),
    awaited.changes === "peak" ? w.verdict.peakOnly : w.verdict.whole);
}

/** What a verdict said before, with its values. */
export function beforeText(before) {
  if (!before) return null;
  const { mark, word } = w.verdicts[before.state];
  const values = before.peak && before.baseline
    ? ` ${w.verdict.over(before.peak, before.baseline)}` : "";
  return `${mark} ${word}${before.ratio ? `, ${ratioText(before.ratio)}` : ""}${values}`;
}
