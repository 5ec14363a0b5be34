import { accessSync, constants, mkdirSync } from "node:fs";
import { StartError } from "./startError.ts";

/**
 * Makes DATA_DIR. Root's PostgreSQL runs as another user, who must pass through it; what is secret inside has a
 * mode of its own.
 *
 * @throws StartError when it cannot be made or written to, for instance because root started Parley before
 */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `DATA_DIR ${dataDir} cannot be used (${reason}). Make it belong to the user who starts Parley, ` +
        "or set DATA_DIR to another folder.",
    );
  }
}
