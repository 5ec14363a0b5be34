import { csrfToken } from "./csrf.ts";
import { announce } from "./fetch.ts";
import { networkProblem, readProblem } from "./problem.ts";

/** Asks for a file with a body too large or too private for an address. Throws `ApiProblem` like `apiFetch`. */
export async function fetchFile(path: string, body: unknown): Promise<Blob> {
  const headers = {
    "content-type": "application/json",
    "x-csrf-token": await csrfToken(),
  };
  const request = {
    method: "POST",
    headers,
    credentials: "same-origin",
    body: JSON.stringify(body),
  } as const;
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch {
    throw announce(networkProblem());
  }
  if (!response.ok) throw announce(readProblem(response.status, await response.text()));
  return await response.blob();
}
