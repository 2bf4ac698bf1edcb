// What is printed before tubes are filled: the labels, and the paper form for when nothing works.

import { ask } from "../acting/marks.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { choice, field } from "./forms.js";
import { w } from "../words/words.js";

/** The choice of labels; the browser asks the server for them and shows them in a tab of their own. */
export function printing(procedure, papers, chosen = "") {
  const { injections, plan } = procedure.news;
  const id = encodeURIComponent(procedure.id);
  const ahead = injections.filter((one) => !one.dropped && !one.zero);
  const isLabelled = plan.tagging.labels || plan.tagging.sheet.length;
  return el("div", { class: "part printing" }, el("h3", {}, w.print.title),
    isLabelled && ahead.length ? el("form", {
      class: "fields", method: "get", target: "_blank", action: `/api/procedures/${id}/labels`,
    },
    field(w.print.injection, optional("injection", [["", w.print.all],
      ...ahead.map((one) => [one.number, `${one.number} ${one.site}`])], chosen)),
    field(w.print.paper, choice("paper",
      [...papers.sheets, ...papers.tapes].map((one) => [one.id, one.title]))),
    field(w.print.code, choice("symbology", [["code128", "Code 128"], ["datamatrix", "DataMatrix"]])),
    field(w.print.skip, el("input", { name: "skip", type: "number", min: 0, max: 999, value: 0 })),
    el("button", { class: "primary" }, w.print.labels)) : null,
    el("a", { class: "button", target: "_blank", href: `/api/procedures/${id}/form` }, w.print.form));
}

const optional = (name, pairs, chosen) => el("select", { name }, pairs.map(([value, text]) =>
  el("option", { value, selected: String(value) === String(chosen) }, text)));

/** Offers the strip of labels for injection `number`. */
export async function askToPrint(procedure, number) {
  const papers = await ask("/api/papers");
  if (papers) open(w.print.title, printing(procedure, papers, number));
}
