// What is chosen on this screen, and kept on it alone: nothing of it concerns a procedure.

const place = "stepupd.screen";

const usual = {
  theme: "system", language: "en", sound: false, by: "",
  keys: {
    draw: "d", inject: "i", acknowledge: "a", "vein-0": "1", "vein-1": "2", "vein-2": "3",
    "vein-3": "4",
  },
};

/** The choices in force. */
export const screen = { ...usual, ...kept() };
screen.keys = { ...usual.keys, ...screen.keys };

let tell = () => {};

/** Whom to call when something else was chosen. */
export function onChoice(act) { tell = act; }

/** Changes some of them, and keeps all. */
export function choose(changes) {
  Object.assign(screen, changes);
  try { localStorage.setItem(place, JSON.stringify(screen)); } catch { /* A private window. */ }
  document.documentElement.dataset.theme = screen.theme;
  tell();
}

function kept() {
  try { return JSON.parse(localStorage.getItem(place)) ?? {}; } catch { return {}; }
}
