import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { fen } from "../../shared/money/fen.ts";
import type { Services } from "../composition.ts";
import { chineseDate } from "../pdf/chineseText.ts";
import type { DemoPlatform } from "./demoPeople.ts";
import { sheetOf } from "./evidence.ts";

const DAYS = 365;

/** Each platform has put on file that its approver may sign, with the paper that says so. */
export async function addAuthorities(
  services: Services,
  platforms: readonly DemoPlatform[],
  now: Date,
): Promise<void> {
  const validFrom = addDays(shanghaiDateOf(now), -DAYS);
  const validTo = addDays(shanghaiDateOf(now), 3 * DAYS);
  for (const { organisation, approver } of platforms) {
    const bytes = await sheetOf("授权委托书", now, [
      {
        kind: "paragraph",
        text: `兹授权我公司${approver.name}代表本公司签署调解协议书，金额以五十万元为限，自${chineseDate(validFrom)}起至${chineseDate(validTo)}止有效。`,
      },
      { kind: "paragraph", text: organisation.name, indent: 0, align: "right" },
    ]);
    const particulars = {
      staffId: approver.staffId,
      number: `授权${validFrom.slice(0, 4)}-001`,
      maxTotalFen: fen(50_000_000),
      validFrom,
      validTo,
    };
    const file = { bytes, fileName: "授权委托书.pdf" };
    await services.agreements.authorities.register(approver, particulars, file);
  }
}
