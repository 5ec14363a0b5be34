import { expect } from "chai";
import {
  decideImport,
  IMPORT_COMMANDS,
  IMPORT_STATUSES,
  IMPORT_TRANSITIONS,
} from "../../../shared/intake/importLifecycle.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, string> = {
  "reading remove": "removed",
  "reading ask_mapping": "needs_mapping",
  "reading finish_reading": "previewed",
  "reading fail": "failed",
  "needs_mapping map": "reading",
  "needs_mapping remove": "removed",
  "previewed map": "reading",
  "previewed confirm": "importing",
  "previewed remove": "removed",
  "importing finish_importing": "imported",
  "failed remove": "removed",
};
const DONE = new Set(["importing confirm", "imported confirm"]);

describe("intake: an import's life", () => {
  for (const status of IMPORT_STATUSES) {
    for (const command of IMPORT_COMMANDS) {
      const cell = `${status} ${command}`;
      const to = LEGAL[cell] ?? null;
      it(`${status} × ${command} → ${to ?? "refused"}`, () => {
        expect(IMPORT_TRANSITIONS[status][command]).to.equal(to);
        const refused = { ok: false, code: DONE.has(cell) ? "already_done" : "stage_forbids" };
        expect(decideImport(status, command)).to.deep.equal(to === null ? refused : { ok: true, to });
      });
    }
  }
});
