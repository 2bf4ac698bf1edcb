// A past procedure, played on this screen: its announcements are folded again, up to any moment.

import { setPlayer } from "./clock.js";
import { emptyState, fold } from "./fold.js";

/** Reads the announcements of procedure `id`; null when the daemon cannot tell them. */
export async function load(id) {
  const answer = await fetch(`/api/procedures/${encodeURIComponent(id)}/announcements`)
    .catch(() => null);
  if (!answer?.ok) return null;
  const lines = (await answer.text()).split("\n").filter(Boolean);
  return lines.length ? new Replay(id, lines.map((line) => JSON.parse(line))) : null;
}

/** The player: a place in the announcements, and a pace at which it goes on. */
class Replay {
  constructor(id, news) {
    this.id = id;
    this.news = news;
    this.times = news.map((one) => Date.parse(one.at));
    this.first = this.times[0];
    this.last = this.times.at(-1);
    this.pace = 10;
    this.isPlaying = true;
    this.seek(this.first);
    setPlayer(() => this.now());
  }

  /** The time that is shown. */
  now() {
    if (!this.isPlaying) return this.at;
    return Math.min(this.last, this.at + (performance.now() - this.since) * this.pace);
  }

  /** Goes to a time; the state is folded anew when it lies behind. */
  seek(time) {
    if (!this.state || time < this.at) {
      this.state = emptyState();
      this.count = 0;
    }
    this.at = Math.min(this.last, Math.max(this.first, time));
    this.since = performance.now();
    this.step();
  }

  /** Plays or holds still; at the end it begins anew. */
  toggle() {
    const time = this.now();
    this.isPlaying = !this.isPlaying;
    this.seek(this.isPlaying && time >= this.last ? this.first : time);
  }

  /** Holds still at the end. */
  rest() {
    this.isPlaying = false;
    this.seek(this.last);
  }

  /** Another pace from now on. */
  setPace(pace) {
    this.seek(this.now());
    this.pace = pace;
  }

  /** Folds what has come up to now; true when there was something. */
  step() {
    const before = this.count;
    const time = this.now();
    while (this.count < this.news.length && this.times[this.count] <= time) {
      fold(this.state, this.news[this.count]);
      this.count += 1;
    }
    return this.count !== before;
  }

  /** Leaves the replay: the server tells the time again. */
  end() { setPlayer(null); }
}
