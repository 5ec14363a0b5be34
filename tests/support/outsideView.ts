import type { Route } from "../../server/http/route.ts";
import { ApiError, type Client } from "../../scripts/walkthrough/client.ts";
import { textOf } from "./pdf.ts";
import { unzip } from "./zip.ts";

/** What every placeholder of a path may stand for. A placeholder nobody thought of is a mistake in the test. */
export type Places = Record<string, readonly string[]>;

/** Every path somebody can read, with every placeholder filled in every way. */
export function readablePaths(routes: readonly Route[], places: Places): string[] {
  return routes.filter(({ method }) => method === "GET").flatMap(({ path }) => filled(path, places));
}

function filled(path: string, places: Places): string[] {
  const placeholder = /:(\w+)/.exec(path);
  if (!placeholder) return [path];
  const [whole, name = ""] = placeholder;
  const values = places[name];
  if (!values || values.length === 0) throw new Error(`nothing to put for ${whole} in ${path}`);
  return values.flatMap((value) => filled(path.replace(whole, value), places));
}

/** All that an answer says, whatever its kind: also the text in PDFs and in the files of a ZIP. */
export async function readAll(client: Client, path: string): Promise<{ status: number; text: string }> {
  try {
    return { status: 200, text: contentOf(Buffer.from(await client.download(path))) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, text: error.message };
  }
}

export function contentOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 4).toString("latin1");
  if (head === "%PDF") return textOf(bytes) + bytes.toString("latin1");
  if (head !== "PK\u0003\u0004") return bytes.toString("utf8");
  return [...unzip(bytes)].map(([name, content]) => `${name}\n${contentOf(content)}`).join("\n");
}
