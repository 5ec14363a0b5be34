import { type ComponentType, type PointerEvent, useEffect, useRef, useState } from "react";
import { drawStrokes, looksSigned, type Point, type Stroke } from "./strokes.ts";

export interface InkTools {
  readonly empty: boolean;
  readonly undo: () => void;
  readonly clear: () => void;
}

interface SignatureCanvasProps {
  readonly label: string;
  /** Lies over the empty area. */
  readonly hint: string;
  readonly className: string;
  /** The ink as a PNG data address; `undefined` while it is no signature yet. */
  readonly onChange: (png: string | undefined) => void;
  /** Buttons below the area. */
  readonly Tools: ComponentType<InkTools>;
}

/** Where somebody signs with a finger, a pen or a mouse. */
export function SignatureCanvas({ label, hint, className, onChange, Tools }: SignatureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<Point[] | null>(null);
  // Strokes can follow each other faster than a busy phone draws; the newest list is here, whatever is on the screen.
  const ink = useRef<readonly Stroke[]>([]);
  const [empty, setEmpty] = useState(true);

  useEffect(() => {
    const again = () => repaint(canvas.current, ink.current);
    again();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, []);

  const show = (next: readonly Stroke[]) => {
    ink.current = next;
    setEmpty(next.length === 0);
    repaint(canvas.current, next);
    onChange(looksSigned(next) ? canvas.current?.toDataURL("image/png") : undefined);
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.isPrimary) return;
    end();
    current.current = [place(event)];
    capture(event);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current.current) return;
    current.current.push(place(event));
    repaint(canvas.current, [...ink.current, current.current]);
  };
  const end = () => {
    const stroke = current.current;
    if (!stroke) return;
    current.current = null;
    show([...ink.current, stroke]);
  };
  const undo = () => show(ink.current.slice(0, -1));
  return (
    <div>
      <div className={className}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
          onLostPointerCapture={end}
        />
        {empty && <span>{hint}</span>}
      </div>
      <Tools empty={empty} undo={undo} clear={() => show([])} />
    </div>
  );
}

/** A stroke goes on outside the area. A finger that is gone already cannot be captured, and need not be. */
function capture(event: PointerEvent<HTMLCanvasElement>): void {
  try {
    event.currentTarget.setPointerCapture(event.pointerId);
  } catch {
    // Its end has come or comes as an event of its own.
  }
}

function place(event: PointerEvent<HTMLCanvasElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Sized to the screen's real pixels each time, so that ink is sharp in the document as well. */
function repaint(canvas: HTMLCanvasElement | null, strokes: readonly Stroke[]): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const scale = Math.max(2, window.devicePixelRatio);
  canvas.width = canvas.clientWidth * scale;
  canvas.height = canvas.clientHeight * scale;
  context.scale(scale, scale);
  drawStrokes(context, strokes, 2.6);
}
