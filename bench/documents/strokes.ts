// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from "pdfkit";
import { gaps } from "../../server/pdf/lettering.ts";
import { Sheet } from "../../server/pdf/sheet.ts";

/** One step of a program that draws with PDFKit alone: every place and every line's words are already decided. */
export type Stroke =
  | { kind: "call"; method: string; args: readonly unknown[] }
  | { kind: "line"; text: string; x: number; baseline: number; style: Style; spacing: number }
  | { kind: "struct"; element: number; type: string; options: object | undefined }
  | { kind: "root"; element: number }
  | { kind: "child"; element: number; child: number }
  | { kind: "content"; element: number; strokes: Stroke[] }
  | { kind: "end"; element: number };
interface Style {
  size: number;
  weight: "regular" | "bold";
  color: string;
}
type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Everything of PDFKit that puts ink on a page, or says how or what it is. */
const CALLS = ["addPage", "switchToPage", "save", "restore", "rotate", "fillOpacity", "markContent"].concat([
  "endMarkedContent",
  "lineWidth",
  "rect",
  "moveTo",
  "lineTo",
  "stroke",
  "fill",
  "image",
  "addContent",
]);

/** Notes what `draw` puts on the page, those calls left out that another one makes of itself. */
export async function recordStrokes(draw: () => Promise<unknown>): Promise<Stroke[]> {
  const recorder = new Recorder();
  try {
    await draw();
  } finally {
    recorder.stop();
  }
  return recorder.strokes;
}

/** Methods are replaced by name for the time of one drawing. */
class Recorder {
  readonly strokes: Stroke[] = [];
  #into = this.strokes;
  #inside = false;
  readonly #elements: unknown[] = [];
  readonly #undo: (() => void)[] = [];

  constructor() {
    const document = PDFDocument.prototype as unknown as Methods;
    const element = Object.getPrototypeOf(new PDFDocument().struct("P")) as Methods;
    for (const method of CALLS) this.#watch(document, method, (args) => ({ kind: "call", method, args }));
    this.#watch(document, "struct", (args, made) => {
      this.#elements.push(made);
      const [type, options] = args as [string, object | undefined];
      return { kind: "struct", element: this.#elements.length - 1, type, options };
    });
    this.#watch(document, "addStructure", ([root]) => ({ kind: "root", element: this.#numberOf(root) }));
    this.#watch(element, "end", (_args, _made, self) => ({ kind: "end", element: this.#numberOf(self) }));
    this.#watchAdd(element);
    this.#watch(Sheet.prototype as unknown as Methods, "line", (args) => lineOf(args));
  }

  stop(): void {
    for (const undo of this.#undo) undo();
  }

  #replace(methods: Methods, name: string, make: (original: Methods[string]) => Methods[string]): void {
    const original = methods[name];
    if (original === undefined) throw new Error(`no ${name} to record`);
    methods[name] = make(original);
    this.#undo.push(() => (methods[name] = original));
  }

  #watch(
    methods: Methods,
    name: string,
    note: (args: unknown[], made: unknown, self: unknown) => Stroke,
  ): void {
    const quietly = (work: () => unknown) => this.#quietly(work);
    const push = (stroke: Stroke) => this.#into.push(stroke);
    const inside = () => this.#inside;
    this.#replace(
      methods,
      name,
      (original) =>
        function (this: unknown, ...args: unknown[]) {
          if (inside()) return original.apply(this, args);
          const made = quietly(() => original.apply(this, args));
          push(note(args, made, this));
          return made;
        },
    );
  }

  /** What an element is given to draw belongs to it: its strokes are noted apart. */
  #watchAdd(element: Methods): void {
    const added = (self: unknown, child: unknown, original: Methods[string]) =>
      this.#added(self, child, original);
    this.#replace(
      element,
      "add",
      (original) =>
        function (this: unknown, child: unknown) {
          return added(this, child, original);
        },
    );
  }

  #added(self: unknown, child: unknown, original: Methods[string]): unknown {
    const element = this.#numberOf(self);
    if (typeof child !== "function") {
      this.#into.push({ kind: "child", element, child: this.#numberOf(child) });
      return this.#quietly(() => original.call(self, child));
    }
    const [outer, strokes] = [this.#into, [] as Stroke[]];
    outer.push({ kind: "content", element, strokes });
    return this.#quietly(() =>
      original.call(self, () => {
        this.#inside = false;
        this.#into = strokes;
        (child as () => void)();
        this.#into = outer;
        this.#inside = true;
      }),
    );
  }

  #quietly(work: () => unknown): unknown {
    this.#inside = true;
    try {
      return work();
    } finally {
      this.#inside = false;
    }
  }

  #numberOf(element: unknown): number {
    return this.#elements.indexOf(element);
  }
}

/** A line with its words as one piece: its letters are spread evenly to the width ours fills. */
function lineOf(args: unknown[]): Stroke {
  const [text, x, top, height, style, spacing = 0] = args as Parameters<Sheet["line"]>;
  const letters = Array.from(text).length;
  return {
    kind: "line",
    text,
    x,
    baseline: top + (height - style.size) / 2 + 0.88 * style.size,
    style: { size: style.size, weight: style.weight, color: style.color ?? "#000000" },
    spacing: letters > 1 ? (spacing * gaps(text)) / (letters - 1) : 0,
  };
}
