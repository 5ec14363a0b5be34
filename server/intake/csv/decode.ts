import { isAscii } from "node:buffer";
import { ExportUnreadable } from "./exportUnreadable.ts";
import type { ExportLimits } from "./limits.ts";
import { refuseBinary } from "./magic.ts";

export type ExportEncoding = "utf-8" | "gb18030";

const LF = 0x0a;
const CR = 0x0d;

/**
 * Turns the bytes of an export into text, whole lines at a time, with every line break as "\n". Working on whole lines
 * is safe in both encodings (neither uses the byte of a line break inside a character) and lets an invalid byte be
 * reported with the line a person finds it on, instead of being replaced in silence.
 */
export class ExportDecoder {
  encoding: ExportEncoding = "utf-8";
  bytesRead = 0;
  readonly #limits: ExportLimits;
  #checked = false;
  #decided = false;
  #started = false;
  #held: Buffer = Buffer.alloc(0);
  #linesBefore = 0;

  constructor(limits: ExportLimits) {
    this.#limits = limits;
  }

  async *decode(source: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
    for await (const chunk of source) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      this.bytesRead += bytes.length;
      if (this.bytesRead > this.#limits.maxBytes) {
        throw new ExportUnreadable("too_large", { max: this.#limits.maxBytes / (1024 * 1024) });
      }
      this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
      if (!this.#readyToDecide()) continue;
      const end = endOfWholeLines(this.#held);
      if (end > 0) yield this.#take(end);
      if (this.#held.length > this.#limits.maxLineBytes) this.#lineTooLong();
    }
    if (this.bytesRead === 0) throw new ExportUnreadable("empty");
    this.#decide();
    if (this.#held.length > 0) yield this.#take(this.#held.length);
  }

  /** Plain ASCII says nothing about the encoding, so the sample begins with the first byte that does. */
  #readyToDecide(): boolean {
    if (this.#decided) return true;
    if (this.#held.length < 8) return false;
    this.#check();
    if (isAscii(this.#held)) return true;
    if (this.#held.length < this.#limits.sampleBytes) return false;
    this.#decide();
    return true;
  }

  #decide(): void {
    if (this.#decided) return;
    this.#decided = true;
    this.#check();
    const sample = this.#held;
    const marked = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf && !this.#started;
    this.encoding = marked || beginsAsUtf8(sample) ? "utf-8" : "gb18030";
  }

  #check(): void {
    if (!this.#checked) refuseBinary(this.#held);
    this.#checked = true;
  }

  #take(end: number): string {
    const bytes = this.#held.subarray(0, end);
    this.#held = this.#held.subarray(end);
    const text = this.#decodeLines(bytes).replaceAll(/\r\n?/gu, "\n");
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#linesBefore += 1;
    const unmarked = this.#started ? text : text.replace(/^\u{FEFF}/u, "");
    this.#started = true;
    return unmarked;
  }

  #decodeLines(bytes: Buffer): string {
    try {
      return new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new ExportUnreadable("encoding_invalid", {
        line: this.#linesBefore + firstInvalidLine(bytes, this.encoding),
        encoding: this.encoding.toUpperCase(),
      });
    }
  }

  #lineTooLong(): never {
    throw new ExportUnreadable("line_too_long", {
      line: this.#linesBefore + 1,
      max: this.#limits.maxLineBytes,
    });
  }
}

/** The index behind the last complete line; a CR at the very end may be half of a CRLF and waits. */
function endOfWholeLines(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF);
  return lf >= 0 ? lf + 1 : bytes.lastIndexOf(CR, -2) + 1;
}

function beginsAsUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function firstInvalidLine(bytes: Buffer, encoding: ExportEncoding): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lineBreak = bytes.includes(LF) ? LF : CR;
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const at = bytes.indexOf(lineBreak, from);
    const to = at < 0 ? bytes.length : at + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
    line += 1;
  }
  return line;
}
