import { parentPort } from "node:worker_threads";
import type { Answer, DocumentTasks, Job } from "./documentTasks.ts";

/** Worker side: answers each job with the task of that name. */
export function serveDocuments(tasks: DocumentTasks): void {
  const port = parentPort;
  if (port === null) throw new Error("documents are drawn in a worker thread");
  port.on("message", (job: Job) => {
    void answer(tasks, job).then((reply) => port.postMessage(reply));
  });
}

async function answer(tasks: DocumentTasks, { id, kind, content }: Job): Promise<Answer> {
  try {
    const task = Object.hasOwn(tasks, kind) ? tasks[kind] : undefined;
    if (task === undefined) throw new Error(`no document named ${kind}`);
    // The typed side of the drawer pairs each kind with its content.
    return { id, ok: true, value: await task(content as never) };
  } catch (error) {
    const { code, params } = details(error);
    return { id, ok: false, code, params, message: error instanceof Error ? error.message : String(error) };
  }
}

function details(error: unknown): { code: string; params: Record<string, unknown> } {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    const params =
      "params" in error && typeof error.params === "object" && error.params !== null ? error.params : {};
    return { code: error.code, params: { ...params } };
  }
  return { code: "document_failed", params: {} };
}
