// Marks that were made by mistake: why they are taken back, and what was.

import { mark } from "../acting/marks.js";
import { clockTime } from "../state/clock.js";
import { seconds } from "../words/numbers.js";
import { w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { field, form } from "./forms.js";

/** Asks why an injection is taken back. */
export function askToWithdraw(procedure, { number, site }) {
  const dialog = open(w.withdraw.injection(`${number} · ${site}`), w.withdraw.injectionHint,
    reasons(async (reason) => {
      if (await mark(procedure.id, "withdraw-injection", { number, reason })) dialog.close();
    }));
}

/** Asks why a draw is taken back. */
export function askToTakeBack(procedure, place) {
  const dialog = open(w.withdraw.draw(place.vein, seconds(place.second)), w.withdraw.drawHint,
    reasons(async (reason) => {
      if (await mark(procedure.id, "withdraw-draw", { place, reason })) dialog.close();
    }));
}

// The usual reasons for one press with a glove on; any other in words.
function reasons(say) {
  return form([
    el("fieldset", { class: "options" }, el("legend", {}, w.forms.reason),
      w.withdraw.reasons.map((reason, index) => el("label", {},
        el("input", { type: "radio", name: "reason", value: reason, checked: index === 0 }),
        el("span", {}, reason)))),
    field(w.withdraw.other, el("input", { name: "other", maxlength: 200, autocomplete: "off" })),
  ], w.withdraw.verb, ({ reason, other }) => say(other ?? reason));
}

/** What was taken back, a sentence each. */
export const withdrawalsOf = (one) => (one?.withdrawn ?? []).map(({ marked, at, by, reason }) =>
  w.withdraw.said(marked ? time(marked) : "", time(at), by, reason));

const time = (text) => clockTime(Date.parse(text));
