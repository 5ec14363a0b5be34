import { Refusal } from "../../shared/api/refusal.ts";
import type { Services } from "../composition.ts";
import { demoLinks, holdsDemo } from "./demoLinks.ts";
import { loadDemo } from "./loadDemo.ts";
import { describeSignIns } from "./signIns.ts";

/** Load the demonstration into an empty database, if that is wanted; answers what to print of it. */
export async function openDemo(services: Services, wanted: "auto" | "never"): Promise<string> {
  const { db, log } = services.platform;
  const empty = !(await db.read((tx) => services.organisations.hasCentre(tx)));
  if (wanted === "auto" && empty) {
    try {
      const { cases } = await loadDemo(services);
      log.info({ cases }, "demonstration data loaded");
    } catch (error) {
      // Another process that starts on the same database was first.
      if (!(error instanceof Refusal) || error.code !== "already_done") throw error;
    }
  }
  return (await holdsDemo(services)) ? describeSignIns(await demoLinks(services)) : "";
}
