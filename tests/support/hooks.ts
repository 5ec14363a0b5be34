import type { RootHookObject } from "mocha";
import { stopTestDatabases } from "./database.ts";

export const mochaHooks: RootHookObject = {
  async afterAll(this: Mocha.Context) {
    this.timeout(60_000);
    await stopTestDatabases();
  },
};
