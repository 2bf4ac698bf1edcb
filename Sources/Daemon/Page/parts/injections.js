// The injections in the plan: given ones can be corrected or taken back, the others dropped.

import { mark } from "../acting/marks.js";
import { clockTime } from "../state/clock.js";
import { w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { field, form, reasonField } from "./forms.js";
import { chip } from "./planning.js";
import { askToWithdraw, withdrawalsOf } from "./withdrawing.js";

/** One injection; `say` makes a change of the plan. */
export function injectionChip(procedure, one, say, isOpen) {
  const name = `${one.number} ${one.site}`;
  if (!one.zero) {
    return chip(name, one.dropped, isOpen, (isBack) => (isBack
      ? say("add-injection", { site: one.site }) : say("drop-injection", { number: one.number })));
  }
  return el("button", {
    class: "chip is-given", "data-key": `chip ${name}`,
    onclick: () => askForZero(procedure, one, name),
  }, w.plan.given(name, clockTime(Date.parse(one.zero))));
}

/** What was taken back, a line each. */
export function withdrawals({ injections }) {
  const said = injections.flatMap((one) =>
    withdrawalsOf(one).map((text) => `${one.number} ${one.site}: ${text}`));
  return said.length ? el("ul", { class: "hint" }, said.map((text) => el("li", {}, text))) : null;
}

function askForZero(procedure, one, name) {
  const dialog = open(w.plan.zeroTitle(name),
    el("h3", {}, w.plan.shift),
    form([
      field(w.plan.later, el("input", {
        name: "shift", type: "number", step: "0.1", required: true, value: 0,
      })), reasonField(),
    ], w.plan.correct, async ({ shift, reason }) => {
      const fields = { number: one.number, shift: Number(shift), reason };
      if (await mark(procedure.id, "correct-injection", fields)) dialog.close();
    }),
    el("h3", {}, w.plan.notGiven),
    el("button", {
      onclick: () => {
        dialog.close();
        askToWithdraw(procedure, one);
      },
    }, `${w.withdraw.verb} …`));
}
