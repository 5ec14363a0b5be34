import { PDF } from "@libpdf/core";
import { inspectFile } from "../../server/seal/inspect.ts";
import { chance, flipped } from "./sealTools.ts";

/** Positions whose flip our check did not notice, out of `count` random ones among `places`: anywhere, unless told. */
export async function unnoticedFlips(
  bytes: Uint8Array,
  roots: readonly Uint8Array[],
  { count, seed, places }: { count: number; seed: number; places?: readonly number[] },
): Promise<number[]> {
  const next = chance(seed);
  const missed: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const place = Math.floor(next() * (places?.length ?? bytes.length));
    const at = places === undefined ? place : places[place]!;
    const { report } = await inspectFile(flipped(bytes, at, Math.floor(next() * 8)), roots);
    if (report.verdict === "unaltered") missed.push(at);
  }
  return missed;
}

/** Where no digest reaches: the digits of every signature's own structure, without the empty room behind it. */
export function signatureDigits(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\/Contents <([0-9A-F]+?)0{200}/g)].flatMap(({ index, 1: digits = "" }) => {
    const from = index + "/Contents <".length;
    return Array.from(digits, (_, place) => from + place);
  });
}

/** An ordinary edit as a PDF editor saves it: behind the sealed bytes, which stay as they are. */
export async function incrementallyEdited(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(new Uint8Array(bytes));
  pdf.getPages()[0]!.drawRectangle({ x: 100, y: 500, width: 300, height: 40 });
  pdf.setTitle("Something else");
  return await pdf.save({ incremental: true });
}
