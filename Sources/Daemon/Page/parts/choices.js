// The choices of this screen: light, language, sound, keys.

import { allowSound, sound } from "../acting/sound.js";
import { choose, screen } from "../state/screen.js";
import { languages, speak, w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { field } from "./forms.js";

/** Shows the choices. */
export function askForScreen() {
  open(w.screen.title, () => [
    el("p", { class: "hint" }, w.screen.hint),
    options("theme", w.screen.theme, ["dark", "light", "system"].map((one) => [one, w.screen[one]]),
      (theme) => choose({ theme })),
    options("language", w.screen.language, Object.entries(languages), async (language) => {
      choose({ language });
      await speak(language);
    }),
    options("sound", w.screen.sound, [["", w.screen.silent], ["on", w.screen.beeps]], (value) => {
      choose({ sound: value === "on" });
      if (screen.sound) {
        allowSound();
        sound("low");
      }
    }),
    field(w.screen.by, el("input", {
      name: "by", maxlength: 60, autocomplete: "off", value: screen.by, placeholder: "operator",
      onchange: (event) => choose({ by: event.currentTarget.value.trim() }),
    }), w.screen.byHint),
    el("h3", {}, w.screen.keys), el("p", { class: "hint" }, w.screen.keysHint),
    el("div", { class: "keys" }, Object.keys(w.screen.actions).map(keyField)),
  ]);
}

function options(name, label, pairs, take) {
  const now = name === "sound" ? (screen.sound ? "on" : "") : screen[name];
  return el("fieldset", { class: "options" }, el("legend", {}, label),
    pairs.map(([value, text]) => el("label", {}, el("input", {
      type: "radio", name, value, checked: value === now,
      onchange: async () => {
        await take(value);
        choose({});
      },
    }), el("span", {}, text))));
}

function keyField(action) {
  return field(w.screen.actions[action], el("input", {
    readonly: true, size: 9, placeholder: w.screen.none, value: screen.keys[action] ?? "",
    name: `key-${action}`, autocomplete: "off",
    onkeydown: (event) => {
      const { key, currentTarget } = event;
      if (["Tab", "Shift", "Escape"].includes(key)) return;
      event.preventDefault();
      const chosen = key === "Backspace" ? "" : key;
      choose({ keys: { ...screen.keys, [action]: chosen } });
      currentTarget.value = chosen;
    },
  }));
}
