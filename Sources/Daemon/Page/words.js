// The words and marks of the stream's states, in one place.

/** A verdict's mark and word. */
export const verdicts = {
  "awaiting-baseline": { mark: "○", word: "awaiting baseline" },
  pending: { mark: "…", word: "pending" },
  "step-up": { mark: "▲", word: "step-up" },
  "no-step-up": { mark: "–", word: "no step-up" },
  undecided: { mark: "?", word: "undecided" },
  unusable: { mark: "✕", word: "unusable" },
};

/** A tube's mark and word. */
export const tubes = {
  expected: { mark: "○", word: "expected" },
  drawn: { mark: "◐", word: "drawn" },
  received: { mark: "◑", word: "received" },
  result: { mark: "●", word: "result" },
  held: { mark: "!", word: "held" },
  void: { mark: "✕", word: "void" },
  missing: { mark: "□", word: "missing" },
};

/** A region's mark and word. */
export const regions = {
  producing: { mark: "▲", word: "producing" },
  "not-producing": { mark: "–", word: "no step-up" },
  pending: { mark: "…", word: "pending" },
  undecided: { mark: "?", word: "undecided" },
  "not-examined": { mark: "", word: "not examined" },
};

/** What a verdict says of a region: its mark and word. */
export const voices = {
  for: { mark: "▲", word: "for it" },
  perhaps: { mark: "△", word: "perhaps" },
  open: { mark: "?", word: "open" },
  explained: { mark: "·", word: "from elsewhere" },
  against: { mark: "–", word: "against it" },
};

/** What a region of the map is called, in short. */
export const regionNames = {
  S1: "I", S2: "II", S3: "III", S4: "IV", S5: "V", S6: "VI", S7: "VII", S8: "VIII",
  "upper-head": "upper head", "lower-head": "lower head", uncinate: "uncinate", body: "body",
  tail: "tail",
};

/** A notice's priority in words, by IEC 60601-1-8's three colours. */
export const priorities = {
  high: "High", medium: "Medium", low: "Low", information: "Information",
};

/** What a hint suspects, in short. */
export const hintNames = {
  "swapped-veins": "swapped tubes?", "swapped-times": "swapped tubes?",
  "other-injection": "another injection's?", "carry-over": "carried over?",
  haemolysis: "haemolysed", "raised-baseline": "baseline raised",
  "drifting-baseline": "baseline drifts", "too-soon": "too soon", recirculation: "recirculation?",
  "all-territories": "all sites", "discordant-veins": "veins disagree", "off-plan": "off plan",
  prozone: "hook?",
};

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
  const draws = awaited.seconds.map(seconds).join(", ");
  const sites = awaited.sites.join(", ");
  const what = [draws && `the draws at ${draws} s`, sites && `what follows ${sites}`];
  return `${what.filter(Boolean).join(" and ")}; can change ${
    awaited.changes === "peak" ? "the peak, not the verdict" : "the verdict"}`;
}

/** What a verdict said before, with its values. */
export function beforeText(before) {
  if (!before) return null;
  const { mark, word } = verdicts[before.state];
  const values = before.peak && before.baseline
    ? ` (${before.peak} over ${before.baseline})` : "";
  return `${mark} ${word}${before.ratio ? `, ${ratioText(before.ratio)}` : ""}${values}`;
}

// Two decimals near a threshold of 2, so that 2.004 does not read as exactly twice.
function times(number) {
  if (number >= 100) return number.toFixed(0);
  const isNear = Math.abs(number - 2) < 0.1;
  return number.toFixed(isNear ? 3 : number >= 10 ? 0 : 1);
}

/** `−120 s`, with a true minus sign. */
export const seconds = (number) => `${number < 0 ? "−" : ""}${Math.abs(number)}`;
