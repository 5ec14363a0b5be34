import { mkdirSync } from "node:fs";
import type { Visitor } from "./browser.ts";

const FOLDER = process.env["SCREENSHOTS"] === "1" ? "out/screens" : undefined;

/** The whole page as it stands, kept for somebody to look at when SCREENSHOTS=1 asks for it. */
export async function picture(visitor: Visitor, name: string): Promise<void> {
  await visitor.settled();
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await visitor.page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}
