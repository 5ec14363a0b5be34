/** Functions a worker offers by name: plain data in, plain data out. */
export type DocumentTasks = Record<string, (input: never) => Promise<unknown>>;

export interface Job {
  id: number;
  kind: string;
  content: unknown;
}

export type Answer =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; code: string; message: string; params: Record<string, unknown> };
