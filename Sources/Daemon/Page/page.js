// Puts the views together: every announcement changes the state, every frame shows it.

import { clockTime, now, silence } from "./clock.js";
import { say } from "./dom.js";
import { drawGrid } from "./grid.js";
import { drawHeader, tickHeader } from "./header.js";
import { drawHeld } from "./held.js";
import { drawMap } from "./map.js";
import { answersTo } from "./marks.js";
import { drawNotices, showAnswer } from "./notices.js";
import { drawNow, tickNow } from "./now.js";
import { shown } from "./state.js";
import { follow } from "./stream.js";

const part = (id) => document.getElementById(id);
const silenceLimit = 3000;
let state = null;
let isDue = false;

function show() {
  isDue = false;
  const procedure = shown(state);
  part("simulated").hidden = !state.simulated;
  drawHeader(part("header"), state, procedure);
  drawNow(part("now"), procedure);
  drawGrid(part("grid"), procedure);
  drawMap(part("map"), procedure);
  drawHeld(part("held"), state, procedure);
  drawNotices(part("notices"), state, procedure);
  say(part("version"), state.hello ? `stepupd ${state.hello.version}` : "");
  tick();
}

function tick() {
  const quiet = silence();
  part("stale").hidden = quiet < silenceLimit;
  document.body.classList.toggle("is-stale", quiet >= silenceLimit);
  say(part("stale"), `No word from the daemon for ${Math.floor(quiet / 1000)} s: `
    + "what you see may be old. Trying again …");
  if (!state) return;
  tickHeader(part("header"), clockTime(now()));
  tickNow(part("now"), shown(state));
}

answersTo(showAnswer);
follow((next) => {
  state = next;
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(show);
});
setInterval(tick, 200);
