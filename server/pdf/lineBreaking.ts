/** Width of a piece of text in points. */
export type Measure = (text: string) => number;

export interface Line {
  text: string;
  /** Natural width in points, without justification. */
  width: number;
  /** The last line of a paragraph is not stretched. */
  last: boolean;
}

/** GB/T 15834: these may not begin a line. */
const NEVER_FIRST = new Set("*\ue000\ue001，。、；：？！…—％%）》」』】〕〉”’·,.;:?!)]}々〗℃‰");
/** GB/T 15834: these may not end a line. */
const NEVER_LAST = new Set("（《「『【〔〈“‘￥([{〖¥");

/** A figure and its unit belong together: 21日, 45,905.75元. */
const UNITS = new Set("年月日时元期笔页条份%％");

/** Splits into the smallest pieces a line may be broken between: one ideograph, or a run of Latin letters and digits up to a hyphen or slash. */
function atoms(text: string): string[] {
  return text.match(/[ \t]+|[!-,.0-~\u00a0-\u024f]*[-/]+|[!-,.0-~\u00a0-\u024f]+|——|……|[^]/gu) ?? [];
}

/** Glues forbidden starts to what precedes and forbidden ends to what follows. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const atom of atoms(text)) {
    const previous = pieces.at(-1);
    const first = atom.charAt(0);
    const gluedBack = NEVER_FIRST.has(first) && previous !== undefined && previous.trim() !== "";
    const unit = previous !== undefined && UNITS.has(first) && /\d$/.test(previous);
    const gluedForward = previous !== undefined && NEVER_LAST.has(previous.at(-1) ?? "");
    if (previous !== undefined && (gluedBack || gluedForward || unit))
      pieces[pieces.length - 1] = previous + atom;
    else pieces.push(atom);
  }
  return pieces;
}

/**
 * Breaks text into lines no wider than `width`, the first `indent` narrower, by the rules of Chinese setting. A piece
 * wider than a whole line is cut where it must be.
 */
export function breakLines(text: string, width: number, measure: Measure, indent = 0): Line[] {
  const lines: Line[] = [];
  for (const paragraph of text.split("\n")) lines.push(...breakParagraph(paragraph, width, measure, indent));
  return lines;
}

function breakParagraph(text: string, width: number, measure: Measure, indent: number): Line[] {
  const lines: Line[] = [];
  let current = "";
  let used = 0;
  let room = width - indent + 0.01;
  for (const piece of unbreakable(text)) {
    const pieceWidth = measure(piece);
    if (used + pieceWidth <= room) {
      current += piece;
      used += pieceWidth;
      continue;
    }
    const cut = pieceWidth > width;
    for (const part of cut ? Array.from(piece) : [piece]) {
      const partWidth = cut ? measure(part) : pieceWidth;
      if (used + partWidth > room && current !== "") {
        lines.push(lineOf(current, measure, false));
        current = "";
        used = 0;
        room = width + 0.01;
      }
      if (current === "" && part.trim() === "") continue;
      current += part;
      used += partWidth;
    }
  }
  lines.push(lineOf(current, measure, true));
  return lines;
}

function lineOf(text: string, measure: Measure, last: boolean): Line {
  const trimmed = text.trimEnd();
  return { text: trimmed, width: measure(trimmed), last };
}
