import { assertPrintable } from "../../server/pdf/printable.ts";
import { serveDocuments } from "../../server/pdf/serveDocuments.ts";

/** Jobs that behave as badly as a hostile exhibit could. */
const tasks = {
  double: (n: number) => Promise.resolve(n * 2),
  refuse: (text: string) => Promise.resolve(assertPrintable(text)),
  die: (code: number): Promise<never> => process.exit(code),
  spin: (step: number): Promise<never> => {
    for (let n = 0; ; n += step);
  },
  eat: (first: number): Promise<never> => {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, (_value, index) => first + index));
  },
};

export type HostileTasks = typeof tasks;

serveDocuments(tasks);
