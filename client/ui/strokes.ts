export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Stroke = readonly Point[];

/**
 * Draws strokes as ink. Each curve runs through the middle of two neighbouring points with the point between as
 * its handle, which turns the corners a finger's coarse sampling makes into a pen's line.
 */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  width: number,
): void {
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.strokeStyle = "#101418";
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    let before = first;
    for (const point of rest) {
      context.quadraticCurveTo(before.x, before.y, (before.x + point.x) / 2, (before.y + point.y) / 2);
      before = point;
    }
    context.lineTo(before.x, before.y);
    context.stroke();
  }
}

/** A tap or a dash is not a signature: the ink must cover some ground. In CSS pixels. */
export function looksSigned(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes)
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1];
      if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
    }
  return length >= 80;
}
