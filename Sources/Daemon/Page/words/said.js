// What the daemon says in sentences, in the words of the language in force where it has them.
//
// The sentences are English. Another language composes its own from what stands beside them in the
// stream; what it has no words for stays as it was said, and is marked as English.

import { el } from "../parts/dom.js";
import { w } from "./words.js";

/** What was said as `text`; `facts` are what the sentence of this `kind` is made of. */
export function said(kind, text, ...facts) {
  const own = w.said?.[kind]?.(...facts);
  return own ? el("span", {}, own) : el("span", { lang: "en" }, text);
}

/** A phrase that is always the same, such as why a tube is missing; a person's own words stay. */
export function phrase(text) {
  if (!text) return null;
  return said("phrase", text, text);
}

/** The map's reading; why it is not clear is told in the daemon's own words. */
export function reading({ kind, regions, territories, doubts, final, text }, verdicts) {
  if (!w.said) return el("span", { lang: "en" }, text);
  const sites = [...new Set([...verdicts.values()].filter((one) => one.state === "step-up")
    .map((one) => one.site))];
  const names = regions.map((id) => w.regionNames[id] ?? id).join(", ");
  const own = w.said.reading({ kind, names, strongest: territories[0], final, sites });
  return [el("span", {}, own),
    doubts.length ? el("span", { lang: "en", class: "aside" }, ` (${doubts.join("; ")})`) : null];
}
