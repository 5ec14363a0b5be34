import { PDF } from "@libpdf/core";
import { inspectFile } from "../../server/seal/inspect.ts";
import { chance, flipped } from "./sealTools.ts";

/** Positions whose flip our check did not notice, out of `count` random ones. */
export async function unnoticedFlips(
  bytes: Uint8Array,
  roots: readonly Uint8Array[],
  { count, seed }: { count: number; seed: number },
): Promise<number[]> {
  const next = chance(seed);
  const missed: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const at = Math.floor(next() * bytes.length);
    const { report } = await inspectFile(flipped(bytes, at, Math.floor(next() * 8)), roots);
    if (report.verdict === "unaltered") missed.push(at);
  }
  return missed;
}

/** An ordinary edit as a PDF editor saves it: behind the sealed bytes, which stay as they are. */
export async function incrementallyEdited(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(new Uint8Array(bytes));
  pdf.getPages()[0]!.drawRectangle({ x: 100, y: 500, width: 300, height: 40 });
  pdf.setTitle("Something else");
  return await pdf.save({ incremental: true });
}
