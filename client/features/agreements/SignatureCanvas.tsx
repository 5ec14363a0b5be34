import { Button } from "antd";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawStrokes, looksSigned, type Point, type Stroke } from "../../borrower/ui/strokes.ts";

/** Ink of a mouse, a pen or a finger as a PNG data address; `undefined` while it is no signature yet. */
export function SignatureCanvas({ onChange }: { readonly onChange: (png: string | undefined) => void }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<Point[] | null>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  useEffect(() => repaint(canvas.current, strokes), [strokes]);

  const show = (next: readonly Stroke[]) => {
    setStrokes(next);
    repaint(canvas.current, next);
    onChange(looksSigned(next) ? canvas.current?.toDataURL("image/png") : undefined);
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
    <div className="signature-area">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("agreements.signDrawLabel")}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {strokes.length === 0 && <span className="signature-hint">{t("agreements.signDrawHint")}</span>}
      <Button size="small" disabled={strokes.length === 0} onClick={() => show([])}>
        {t("agreements.signClear")}
      </Button>
    </div>
  );
}

function place(event: PointerEvent<HTMLCanvasElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** At twice the screen's size, so that ink is sharp in the document as well. */
function repaint(canvas: HTMLCanvasElement | null, strokes: readonly Stroke[]): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  canvas.width = canvas.clientWidth * 2;
  canvas.height = canvas.clientHeight * 2;
  context.scale(2, 2);
  drawStrokes(context, strokes, 2.6);
}
