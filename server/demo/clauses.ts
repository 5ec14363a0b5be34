import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Services } from "../composition.ts";
import type { Tx } from "../database/transaction.ts";
import { SHIPPED_CLAUSES } from "../../shared/agreements/clauseTexts.ts";
import type { StaffActor } from "./demoPeople.ts";

/** The centre has a wording of its own for one clause, so that there is a version to look at. */
export async function enterOwnClause(tx: Tx, { templates }: Services, admin: StaffActor): Promise<void> {
  const shipped = SHIPPED_CLAUSES["collection.stop"];
  await templates.add(tx, admin, {
    version: 0,
    from: shanghaiDateOf(tx.now),
    note: "补充：借款人可以向调解组织反映违反停止催收约定的情况。",
    texts: {
      "collection.stop": {
        zh: `${shipped.zh}甲方违反本条的，乙方可以向调解组织反映，由调解组织督促改正。`,
        en: `${shipped.en} If Party A acts against this clause, Party B may tell the mediation organisation, which will see to it.`,
      },
    },
  });
}
