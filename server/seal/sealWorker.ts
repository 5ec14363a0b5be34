import type { SealChange } from "../../shared/seal/report.ts";
import { serveDocuments } from "../pdf/serveDocuments.ts";
import { closestOf, compareFiles } from "./compare.ts";
import { codesInside, inspectFile, type Inspection } from "./inspect.ts";
import { sealBytes, upgradeBytes } from "./sealing.ts";

/** What is done to sealed files outside the main thread: they are large, and files to be verified may be hostile. */
const tasks = {
  seal: sealBytes,
  upgrade: upgradeBytes,
  inspect: (input: { bytes: Uint8Array; roots: Uint8Array[] }): Promise<Inspection> =>
    inspectFile(input.bytes, input.roots),
  codes: (bytes: Uint8Array): Promise<string[]> => codesInside(bytes),
  compare: (input: { files: Uint8Array[]; given: Uint8Array }): Promise<SealChange[]> => {
    const sealed = closestOf(input.files, input.given);
    return Promise.resolve(sealed === null ? [] : compareFiles(sealed, input.given));
  },
};

export type SealTasks = typeof tasks;

serveDocuments(tasks);
