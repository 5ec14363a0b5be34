import type { Actor } from "../../shared/api/roles.ts";
import type { NewDebt } from "../../shared/debts/newDebt.ts";
import { fen } from "../../shared/money/fen.ts";
import type { Case, CaseGroup } from "../../server/cases/index.ts";
import type { Organisation, Staff } from "../../server/organisations/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { TestApp } from "./app.ts";
import type { People } from "./people.ts";

/** Identity numbers that exist nowhere: region 310101, a birth date, a running number, the right check digit. */
export function idNumber(serial: number): string {
  const year = 1990 - Math.floor(serial / 1000);
  const body = `310101${year}0101${String(serial % 1000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

export function staffActor(staff: Staff, home: Organisation): Actor & { kind: "staff" } {
  return {
    kind: "staff",
    staffId: staff.id,
    role: staff.role,
    organisationId: home.id,
    organisationKind: home.kind,
    name: staff.name,
  };
}

/** An overdue contract; 12,000.00 of principal, 345.60 of interest, 100.00 of penalty unless told otherwise. */
export function aDebt(contractNumber: string, more: Partial<NewDebt> = {}): NewDebt {
  return {
    contractNumber,
    product: "星汇借款",
    lenderName: "江南消费金融有限公司",
    lenderType: "consumer_finance",
    disbursedOn: "2025-03-01",
    disbursedFen: fen(2_000_000),
    termCount: 12,
    annualRate: "0.1278",
    penaltyMarkup: "0.5",
    overdueSince: "2025-11-01",
    repaidFen: fen(800_000),
    remark: null,
    principalFen: fen(1_200_000),
    interestFen: fen(34_560),
    penaltyFen: fen(10_000),
    feeFen: fen(0),
    ...more,
  };
}

let serial = 0;

/** A person with one overdue contract, nobody met before. */
export function aGroup(more: Partial<CaseGroup> = {}): CaseGroup {
  serial += 1;
  return {
    borrower: {
      name: "张小伟",
      idNumber: idNumber(serial),
      phone: `199${String(serial).padStart(8, "0")}`,
      altPhone: null,
      email: null,
      registeredAddress: "上海市黄浦区人民大道1号",
      residentialAddress: null,
    },
    asOf: "2026-10-31",
    debts: [aDebt(`XH-${serial}`)],
    ...more,
  };
}

/** A case in intake, opened by the platform's agent. */
export async function buildCase(
  app: TestApp,
  people: People,
  more: Partial<CaseGroup> & { platform?: Organisation; agent?: Staff } = {},
): Promise<Case> {
  const { platform = people.platform, agent = people.agent, ...group } = more;
  const input = aGroup(group);
  return await app.tx(async (tx) => {
    await app.services.caseOpening.openCases(tx, staffActor(agent, platform), platform, [input]);
    const [row] = await rows<{ id: string }>(
      tx.manager,
      `SELECT c.id FROM "case" c JOIN borrower b ON b.id = c.borrower_id
       WHERE b.id_number = $1 AND b.platform_id = $2 ORDER BY c.id DESC LIMIT 1`,
      [input.borrower.idNumber, platform.id],
    );
    return await app.services.cases.find(tx, row!.id);
  });
}
