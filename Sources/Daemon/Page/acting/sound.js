// One sound, for those who want it: two short tones, the higher the more urgent.

let context = null;
const pitches = { high: 880, medium: 660, low: 520, draw: 740 };

/** Lets the browser sound; call it from a click. */
export function allowSound() { context ??= new AudioContext(); }

/** Sounds for a notice's priority, or for a draw that is due. */
export function sound(kind) {
  if (!context || !pitches[kind]) return;
  const start = context.currentTime;
  for (const index of kind === "high" ? [0, 1, 2] : [0, 1]) {
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    const from = start + index * 0.24;
    tone.frequency.value = pitches[kind];
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.18, from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, from + 0.17);
    tone.connect(loudness).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.18);
  }
}
