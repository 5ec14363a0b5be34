import { v7 as uuid } from "uuid";
import { csrfToken, forgetCsrfToken } from "./csrf.ts";
import { announce, isStaleToken } from "./fetch.ts";
import { networkProblem, readProblem } from "./problem.ts";

export interface UploadOptions {
  readonly idempotencyKey?: string;
  /** From 0 to 1, of the bytes handed to the network. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends one file as multipart field `file` with plain text fields beside it; progress as it goes. */
export async function uploadFile<T>(
  path: string,
  file: File | Blob,
  fields: Readonly<Record<string, string>> = {},
  options: UploadOptions = {},
): Promise<T> {
  const key = options.idempotencyKey ?? uuid();
  try {
    return await send<T>(path, file, fields, options, key, await csrfToken());
  } catch (error) {
    if (!isStaleToken(error)) throw error;
    forgetCsrfToken();
    return send<T>(path, file, fields, options, key, await csrfToken());
  }
}

function send<T>(
  path: string,
  file: File | Blob,
  fields: Readonly<Record<string, string>>,
  options: UploadOptions,
  key: string,
  token: string,
): Promise<T> {
  const form = new FormData();
  // Fields first: the server may need them before it has read the whole file.
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", key);
    request.setRequestHeader("x-csrf-token", token);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      if (request.status < 200 || request.status > 299)
        return reject(announce(readProblem(request.status, request.responseText)));
      // As in apiFetch, the route table is the contract of T.
      resolve((request.responseText === "" ? undefined : JSON.parse(request.responseText)) as T);
    });
    request.addEventListener("error", () => reject(networkProblem()));
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
    options.signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
