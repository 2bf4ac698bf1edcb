// The words in force: one language at a time, English before another is chosen.

import first from "./en.js";

/** Every word of the page; its content changes when another language is spoken. */
export const w = { ...first };

const more = () => import("./en-more.js").then((found) => found.default);
const others = {
  de: () => together(import("./de.js"), import("./de-said.js")),
  ja: () => together(import("./ja.js"), import("./ja-said.js")),
};

// The words of the page, and those for what the daemon says.
const together = async (words, said) =>
  ({ ...(await words).default, said: (await said).default });

/** The languages that can be chosen, by code, each by its own name. */
export const languages = { en: "English", de: "Deutsch", ja: "日本語" };

/** Speaks another language; one that is not known, or cannot be loaded, is English. */
export async function speak(code) {
  const found = await others[code]?.().catch(() => null);
  Object.assign(w, found ?? { ...first, said: null });
  if (!found && "forms" in w) Object.assign(w, await more());
  document.documentElement.lang = found ? code : "en";
}

/** Has the words of every view and dialog at hand. */
export async function speakAll() {
  if (!("forms" in w)) Object.assign(w, await more());
}
