import type { DocumentTasks } from "./documentWorker.ts";
import { createDrawer } from "./pdf/drawer.ts";
import type { Drawer, DrawerOptions } from "./pdf/drawer.ts";

export type Documents = Drawer<DocumentTasks>;

/** The drawer of every document of the product. Runs from source and from the compiled tree. */
export function createDocuments(options: Omit<DrawerOptions, "worker"> = {}): Documents {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return createDrawer<DocumentTasks>({
    ...options,
    worker: new URL(`./documentWorker.${extension}`, import.meta.url),
  });
}
