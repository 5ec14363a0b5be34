import type { Person } from "./people.ts";

type Secret = { what: string; caseId: string; readers: Set<Person> };

const MARKER = /QZ(\d{7})ZQ/g;

/**
 * Every text of a run carries a marker of its own, and this knows who may ever read it. What somebody has been shown is
 * searched for all markers there are, so that one room's words are missed in another's as well.
 */
export class Secrets {
  readonly #all: Secret[] = [];
  /** What went wrong so far, in sentences. */
  readonly problems: string[] = [];

  /** A new marker, for these people of this case. */
  add(what: string, caseId: string, readers: readonly Person[]): Marked {
    const number = this.#all.push({ what, caseId, readers: new Set(readers) }) - 1;
    return new Marked(wordOf(number), this.#all[number]!.readers);
  }

  get count(): number {
    return this.#all.length;
  }

  /** Some of the newest markers, to search for. */
  someWords(count: number): string[] {
    return this.#all.slice(-count).map((_, index) => wordOf(this.#all.length - 1 - index));
  }

  wrong(problem: string): void {
    this.problems.push(problem);
  }

  /** What somebody has been shown. No case: a list of everything that is theirs. */
  look(reader: Person, text: string, caseId: string | null, where = ""): void {
    for (const secret of this.#found(text)) {
      const own = caseId === null || secret.caseId === caseId;
      if (own && secret.readers.has(reader)) continue;
      this.wrong(`${reader} was shown ${describe(secret)}${own ? "" : " of another case"} ${where}`);
    }
  }

  /** What is for nobody's eyes in particular: a log, a notice, a message to a machine. */
  lookAt(where: string, text: string): void {
    for (const secret of this.#found(text))
      this.wrong(`${where} has ${describe(secret)}: ${text.slice(0, 600)}`);
  }

  #found(text: string): Secret[] {
    const numbers = new Set([...text.matchAll(MARKER)].map(([, digits]) => Number(digits)));
    return [...numbers].flatMap((number) => this.#all[number] ?? []);
  }
}

export class Marked {
  readonly text: string;
  readonly #readers: Set<Person>;

  constructor(text: string, readers: Set<Person>) {
    this.text = text;
    this.#readers = readers;
  }

  /** From now on for these people as well. */
  widen(people: readonly Person[]): void {
    for (const person of people) this.#readers.add(person);
  }

  /** It was refused: nobody was to hear it, or nobody but these. */
  refuse(people: readonly Person[] = []): void {
    this.#readers.clear();
    this.widen(people);
  }
}

function wordOf(number: number): string {
  return `QZ${String(number).padStart(7, "0")}ZQ`;
}

function describe({ what, readers }: Secret): string {
  return `${what}, for ${[...readers].join(", ") || "nobody"}`;
}
