import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiInstant } from "../../shared/calendar/shanghai.ts";
import type { Clock } from "../clock.ts";

/** Seconds between two acts of people; uneven, as people are. */
const PAUSES = [41, 67, 38, 95, 52, 74, 46];

/** A clock that tells the time of a history. It is set by the story being told and never passes the present. */
export class DemoClock implements Clock {
  readonly #present: Date;
  #now: Date;
  #acts = 0;

  constructor(present: Date) {
    this.#present = present;
    this.#now = present;
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Begin a history, which may lie before the one told last. */
  begin(at: Date): void {
    this.#now = this.#atMostPresent(at);
  }

  /** Go on to a time of day in Shanghai; a time that has passed stays passed. */
  goTo(date: LocalDate, time: string): void {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    const at = shanghaiInstant(date, hour, minute);
    if (at > this.#now) this.#now = this.#atMostPresent(at);
  }

  /** Somebody has done something; the next act comes a little later. */
  tick(): void {
    const seconds = PAUSES[this.#acts % PAUSES.length] ?? 60;
    this.#acts += 1;
    this.#now = this.#atMostPresent(new Date(this.#now.getTime() + seconds * 1000));
  }

  minutes(count: number): void {
    this.#now = this.#atMostPresent(new Date(this.#now.getTime() + count * 60_000));
  }

  #atMostPresent(at: Date): Date {
    return at < this.#present ? at : new Date(this.#present);
  }
}
