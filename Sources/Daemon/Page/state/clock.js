// The server's time, by the pulses of the stream: the page never trusts its own clock.

let anchor = { server: Date.now(), local: performance.now() };
let rate = 1;
let heard = performance.now();
let player = null;

/** A pulse said that it is `text` now. */
export function setTime(text) {
  const server = Date.parse(text);
  const local = performance.now();
  if (Number.isNaN(server)) return;
  const passed = local - anchor.local;
  // A replay at another pace has a clock of its own: follow how fast it runs.
  if (passed > 500) {
    const measured = (server - anchor.server) / passed;
    rate = measured > 0 && Math.abs(measured - 1) > 0.2 ? measured : 1;
  }
  anchor = { server, local };
}

/** While a past procedure is played, its player tells the time; null: the server again. */
export function setPlayer(tell) { player = tell; }

/** Something was heard. */
export function hear() { heard = performance.now(); }

/** Milliseconds since anything was heard. */
export const silence = () => performance.now() - heard;

/** The server's time in milliseconds. */
export const now = () => (player ? player()
  : anchor.server + (performance.now() - anchor.local) * rate);

/** Milliseconds by which this screen's clock is behind the server's; the page has no use for it. */
export const skew = () => anchor.server + (performance.now() - anchor.local) * rate - Date.now();

/** Seconds since the time `text`. */
export const since = (text) => (now() - Date.parse(text)) / 1000;

/** `14:05:09` of the browser's zone. */
export function clockTime(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString("en-GB");
}

/** `47 s`, `12 min`, `3 h`: how long ago. */
export function age(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  return `${Math.floor(whole / 3600)} h`;
}

/** `4:07`: minutes and seconds. */
export function minutes(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
