import { breakLines } from "./lineBreaking.ts";
import type { Line } from "./lineBreaking.ts";
import { gaps } from "./lettering.ts";
import type { Sheet, TextStyle } from "./sheet.ts";

export interface ParagraphStyle extends TextStyle {
  tag: "P" | "H1" | "H2" | "H3";
  leading: number;
  /** First-line indent in characters. */
  indent: number;
  align: "justify" | "left" | "center" | "right";
  before: number;
  after: number;
}

export const BODY: ParagraphStyle = {
  tag: "P",
  size: 12,
  weight: "regular",
  leading: 22,
  indent: 2,
  align: "justify",
  before: 0,
  after: 0,
};
export const TITLE: ParagraphStyle = {
  ...BODY,
  tag: "H1",
  size: 22,
  weight: "bold",
  leading: 36,
  indent: 0,
  align: "center",
  after: 6,
};
export const HEADING: ParagraphStyle = {
  ...BODY,
  tag: "H2",
  weight: "bold",
  indent: 2,
  align: "left",
  before: 6,
  after: 2,
};
export const NOTE: ParagraphStyle = { ...BODY, size: 9, leading: 15, indent: 0, color: "#333333" };

/** Sets a paragraph and moves the cursor below it. A heading stays with at least two lines of what follows. */
export function paragraph(sheet: Sheet, text: string, style: ParagraphStyle = BODY): void {
  const lines = linesOf(sheet, text, style);
  if (sheet.y > sheet.top) sheet.y += style.before;
  sheet.keep(
    style.tag === "P" ? Math.min(2, lines.length) * style.leading : (lines.length + 2) * style.leading,
  );
  const element = sheet.doc.struct(style.tag);
  sheet.root.add(element);
  let drawn = 0;
  while (drawn < lines.length) {
    if (sheet.room < style.leading) sheet.newPage();
    const fits = Math.max(1, Math.floor((sheet.room + 0.01) / style.leading));
    // A last line is not left alone at the top of the next page.
    const alone = lines.length - drawn - fits === 1 && fits > 2 ? 1 : 0;
    const batch = lines.slice(drawn, drawn + fits - alone);
    const top = sheet.y;
    element.add(() => {
      for (const [k, line] of batch.entries())
        setLine(sheet, line, sheet.left, top + k * style.leading, sheet.width, style, drawn + k === 0);
    });
    sheet.y += batch.length * style.leading;
    drawn += batch.length;
    if (drawn < lines.length) sheet.newPage();
  }
  element.end();
  sheet.y += style.after;
}

export function linesOf(sheet: Sheet, text: string, style: ParagraphStyle): readonly Line[] {
  const key = `${style.size} ${style.weight} ${style.indent} ${text}`;
  const known = broken.get(sheet) ?? new Map<string, readonly Line[]>();
  broken.set(sheet, known);
  const lines = known.get(key) ?? brokenWell(sheet, text, style);
  known.set(key, lines);
  return lines;
}

/** Lines of which the last is not a single character: the others give it one or two, and are spread to fill. */
function brokenWell(sheet: Sheet, text: string, style: ParagraphStyle): readonly Line[] {
  const linesWithin = (width: number) =>
    breakLines(text, width, (piece) => sheet.measure(piece, style), style.indent * style.size);
  const lines = linesWithin(sheet.width);
  if (style.align !== "justify" || !endsAlone(lines)) return lines;
  const fewer = [1, 2].map((less) => linesWithin(sheet.width - less * style.size));
  return fewer.find((other) => other.length === lines.length && !endsAlone(other)) ?? lines;
}

function endsAlone(lines: readonly Line[]): boolean {
  return lines.length > 1 && /^[^\p{P}]\p{P}*$/u.test(lines.at(-1)?.text ?? "");
}

/** A paragraph is broken once to see whether it fits and needs not be broken again to be set. */
const broken = new WeakMap<Sheet, Map<string, readonly Line[]>>();

function setLine(
  sheet: Sheet,
  line: Line,
  left: number,
  top: number,
  width: number,
  style: ParagraphStyle,
  first: boolean,
): void {
  const indent = first ? style.indent * style.size : 0;
  const free = width - indent - line.width;
  const places = gaps(line.text);
  if (style.align === "center") sheet.line(line.text, left + free / 2, top, style.leading, style);
  else if (style.align === "right") sheet.line(line.text, left + free, top, style.leading, style);
  else {
    const stretch = style.align === "justify" && !line.last && places > 0 ? free / places : 0;
    // A line that cannot be filled decently is left ragged.
    const spacing = stretch < style.size * 0.4 ? stretch : 0;
    sheet.line(line.text, left + indent, top, style.leading, style, spacing);
  }
}
