import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import { drawStrokes, looksSigned, type Point, type Stroke } from "./strokes.ts";

/** Either ink as a PNG data URL, or the typed name. */
export type Signature =
  { readonly kind: "drawn"; readonly png: string } | { readonly kind: "typed"; readonly name: string };

interface SignaturePadProps {
  /** `undefined` while there is nothing that could count as a signature. */
  readonly onChange: (signature: Signature | undefined) => void;
}

/** Signing by hand, or by typing the name for those who cannot draw. */
export function SignaturePad({ onChange }: SignaturePadProps) {
  const { t } = useTranslation();
  const [typing, setTyping] = useState(false);
  const [name, setName] = useState("");
  const swap = () => {
    setTyping(!typing);
    setName("");
    onChange(undefined);
  };
  const type = (value: string) => {
    setName(value);
    const trimmed = value.trim();
    onChange(trimmed === "" ? undefined : { kind: "typed", name: trimmed });
  };
  return (
    <div className="b-stack">
      {typing ? (
        <Field
          label={t("borrowerShell.signature.typedName")}
          value={name}
          autoComplete="name"
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <Canvas onChange={onChange} />
      )}
      <Button tone="quiet" onClick={swap}>
        {t(typing ? "borrowerShell.signature.drawInstead" : "borrowerShell.signature.typeInstead")}
      </Button>
    </div>
  );
}

function Canvas({ onChange }: SignaturePadProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<Point[] | null>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);

  useEffect(() => repaint(canvas.current, strokes), [strokes]);
  useEffect(() => {
    const again = () => repaint(canvas.current, strokes);
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [strokes]);

  const show = (next: readonly Stroke[]) => {
    setStrokes(next);
    repaint(canvas.current, next);
    const png = looksSigned(next) ? canvas.current?.toDataURL("image/png") : undefined;
    onChange(png === undefined ? undefined : { kind: "drawn", png });
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    current.current = [place(event)];
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current.current) return;
    current.current.push(place(event));
    repaint(canvas.current, [...strokes, current.current]);
  };
  const end = () => {
    if (!current.current) return;
    const stroke = current.current;
    current.current = null;
    show([...strokes, stroke]);
  };
  return (
    <div>
      <div className="b-signature">
        <canvas
          ref={canvas}
          role="img"
          aria-label={t("borrowerShell.signature.label")}
          onPointerDown={begin}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {strokes.length === 0 && <span>{t("borrowerShell.signature.hint")}</span>}
      </div>
      <div className="b-row">
        <Button tone="plain" disabled={strokes.length === 0} onClick={() => show(strokes.slice(0, -1))}>
          {t("borrowerShell.signature.undo")}
        </Button>
        <Button tone="plain" disabled={strokes.length === 0} onClick={() => show([])}>
          {t("borrowerShell.signature.clear")}
        </Button>
      </div>
    </div>
  );
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
