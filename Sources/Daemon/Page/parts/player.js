// The player of a replay: play, pace and a scrubber, with the injections marked on it.

import { tick } from "../state/beat.js";
import { clockTime } from "../state/clock.js";
import { load } from "../state/replay.js";
import { speakAll, w } from "../words/words.js";
import { refuse } from "./answers.js";
import { draw, el, say } from "./dom.js";
import { styled } from "./sheets.js";

const paces = [1, 10, 60, 300];

/**
 * Plays procedure `id`, from its beginning or at its end; `changed` is called when another moment is
 * shown, `leave` when somebody has seen enough. Null when the daemon cannot tell of it.
 */
export async function play(id, isAtEnd, changed, leave) {
  const [replay] = await Promise.all([load(id), speakAll(), styled("player")]);
  if (!replay) {
    refuse(w.procedures.failed);
    return null;
  }
  if (isAtEnd) replay.rest();
  show(document.getElementById("replay"), replay, changed, leave);
  return replay;
}

function show(root, replay, changed, leave) {
  const describe = () => draw(root,
    el("b", {}, w.frame.replay),
    el("button", {
      class: "primary", "data-key": "toggle", onclick: () => {
        replay.toggle();
        describe();
        changed();
      },
    }, replay.isPlaying ? w.procedures.pause : w.procedures.play),
    el("label", {}, el("span", { class: "unseen" }, w.procedures.position), el("input", {
      type: "range", class: "scrubber", min: replay.first, max: replay.last, step: 1000,
      "aria-label": w.procedures.position,
      oninput: (event) => {
        replay.seek(Number(event.currentTarget.value));
        changed();
      },
    })),
    el("output", { class: "time" }),
    el("label", {}, el("span", { class: "unseen" }, w.procedures.pace), el("select", {
      "aria-label": w.procedures.pace,
      onchange: (event) => replay.setPace(Number(event.currentTarget.value)),
    }, paces.map((pace) => el("option", { value: pace, selected: pace === replay.pace },
      w.procedures.times(pace))))),
    el("button", { onclick: leave }, w.procedures.end));
  describe();
  tick(() => {
    if (!root.isConnected || root.hidden) return;
    const slider = root.querySelector(".scrubber");
    if (slider && document.activeElement !== slider) slider.value = replay.now();
    say(root.querySelector(".time"), clockTime(replay.now()));
    if (replay.step()) changed();
  });
}
