// Puts the page together: what came in changes the state, and each frame shows it once.

import { armedInjection, drawNext, injectByKey, scanned } from "./acting/doing.js";
import { listen } from "./acting/keys.js";
import { marksUnless } from "./acting/marks.js";
import { cue } from "./parts/answers.js";
import { draw } from "./parts/dom.js";
import { drawFrame, showStale } from "./parts/frame.js";
import { fetchParts } from "./parts/later.js";
import { acknowledge, noticesFrom } from "./parts/notices.js";
import { redrawDialogs } from "./parts/open.js";
import "./parts/ticking.js";
import { tick } from "./state/beat.js";
import { now, silence } from "./state/clock.js";
import { emptyState } from "./state/fold.js";
import { dueDraws, dueSecond, shown } from "./state/procedure.js";
import { onChoice, screen } from "./state/screen.js";
import { follow } from "./state/stream.js";
import { arrive, go, here, onArrival } from "./views/way.js";
import { seconds } from "./words/numbers.js";
import { speak, w } from "./words/words.js";

const root = document.getElementById("view");
const silenceLimit = 3000;
const dueWithin = 5000;
const sound = async (kind) => (await import("./acting/sound.js")).sound(kind);
let live = emptyState();
let replay = null;
let isDue = false;
let told = "";

const state = () => replay?.state ?? live;
const procedure = () => shown(state(), here().asked);

function show() {
  isDue = false;
  const { name, view } = here();
  const [all, one] = [state(), procedure()];
  drawFrame(all, one, name, replay);
  if (view) draw(root, view.show({ state: all, procedure: one, replay }));
  redrawDialogs();
}

function changed() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(show);
}

// Screen readers hear a draw once, when it becomes due; so does the room, where sound is wanted.
function tellDue(one) {
  const due = dueDraws(one?.prompt).filter((each) => each.due);
  const [first] = due;
  if (!first || Math.abs(Date.parse(first.due) - now()) > dueWithin) return;
  const key = `${one.id}/${one.prompt.injection}/${first.second}`;
  if (key === told) return;
  told = key;
  cue(w.room.cue(one.prompt.site, seconds(first.second), due.map((each) => each.vein).join(", ")));
  if (screen.sound && !replay) sound("draw");
}

// What is told anew at the start is old: only what happens now is heard.
function tellNotice(news) {
  if (replay || Math.abs(Date.parse(news.at) - now()) > dueWithin) return;
  if (screen.sound) sound(news.priority);
  if (news.priority === "high") cue(news.text, true);
}

let lastSecond;
let lastArmed = 0;

function watch() {
  const quiet = replay ? 0 : silence();
  showStale(quiet < silenceLimit ? 0 : quiet);
  const one = procedure();
  tellDue(one);
  const [second, armed] = [one && dueSecond(one.prompt), armedInjection()];
  if (second !== lastSecond || armed !== lastArmed) changed();
  [lastSecond, lastArmed] = [second, armed];
}

function press(key) {
  const action = Object.entries(screen.keys).find(([, one]) => one === key)?.[0];
  const one = procedure();
  if (action === "acknowledge") acknowledge();
  if (!action || !one || document.querySelector("dialog[open]")) return;
  if (action === "draw") drawNext(one);
  if (action === "inject") injectByKey(one);
  if (action.startsWith("vein-")) drawNext(one, Number(action.slice(5)));
}

async function playAsked() {
  const id = here().replay;
  if (id === (replay?.id ?? null)) return;
  replay?.end();
  replay = null;
  if (id) {
    const { play } = await import("./parts/player.js");
    replay = await play(id, here().isAtEnd, changed, () => go("procedures", ""));
  }
  changed();
}

noticesFrom(() => ({ state: state(), procedure: procedure() }));
onChoice(changed);
marksUnless(() => replay !== null);
listen({
  press,
  scan: (text) => {
    const one = procedure();
    if (one) scanned(state(), one, text);
  },
});
document.addEventListener("click", async () => {
  if (screen.sound) (await import("./acting/sound.js")).allowSound();
}, { once: true });
onArrival(() => {
  playAsked();
  changed();
});
await speak(screen.language);
await arrive();
setTimeout(() => requestIdleCallback(fetchParts), 500);
follow((next, news) => {
  live = next;
  if (news?.type === "notice") tellNotice(news);
  changed();
});
tick(watch);
