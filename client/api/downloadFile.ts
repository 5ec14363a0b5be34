import { announce } from "./fetch.ts";
import { networkProblem, readProblem } from "./problem.ts";

/** How far a download is: bytes there and bytes in all, which the server says ahead. */
export type Progress = { readonly done: number; readonly of: number };

interface DownloadOptions {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Fetch a file whole, tell how far it is, and hand it to the person as the browser saves files. */
export async function downloadFile(url: string, fileName: string, options: DownloadOptions): Promise<void> {
  const response = await fetch(url, { credentials: "same-origin", signal: options.signal }).catch(asProblem);
  if (!response.ok) throw announce(readProblem(response.status, await response.text()));
  const of = Number(response.headers.get("content-length") ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read().catch(asProblem);
    if (next === undefined || next.done) break;
    pieces.push(next.value);
    done += next.value.length;
    options.onProgress({ done, of });
  }
  save(new Blob(pieces, { type: response.headers.get("content-type") ?? "" }), fileName);
}

function save(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** The network broke, before or in the middle; a download somebody stopped stays an AbortError. */
function asProblem(error: unknown): never {
  if (error instanceof TypeError) throw networkProblem();
  throw error;
}
