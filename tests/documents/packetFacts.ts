import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PacketExhibit, PacketFacts } from "../../server/escalations/packetFacts.ts";
import { SHIPPED_LAW } from "../../shared/law/lawBook.ts";
import { fen } from "../../shared/money/fen.ts";

const FOLDER = new URL("../fixtures/exhibits/", import.meta.url);

export function exhibitFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}

export function buildExhibit(change: Partial<PacketExhibit> & Pick<PacketExhibit, "bytes">): PacketExhibit {
  return {
    group: 1,
    name: "借款合同",
    source: "原告留存／电子数据",
    proves: "原告与被告签订借款合同，约定借款金额、期限、利率和违约责任",
    purpose: "证明借款合同关系成立",
    fileName: "contract.pdf",
    mime: "application/pdf",
    sha256: createHash("sha256").update(change.bytes).digest("hex"),
    pageCount: 4,
    disclosure: "shareable",
    ...change,
  };
}

export function buildPacketFacts(change: Partial<PacketFacts> = {}): PacketFacts {
  return {
    packetNumber: "BL-2026-0001234",
    caseNumber: "2026-0001234",
    sealedAt: "2026-11-21T08:15:30.000Z",
    plaintiff: {
      name: "海岳消费金融有限公司",
      creditCode: "91330100MA2B0XYZ0K",
      address: "江州市高新区创业路1号",
      phone: "0570-88660000",
      legalRepresentative: null,
    },
    attorney: { name: "陈律", firm: "江州正衡律师事务所", phone: "0570-87001122" },
    defendant: {
      name: "阿卜杜拉·吐尔逊",
      idNumber: "330102199003072316",
      phone: "19900001234",
      registeredAddress: "浙江省江州市滨河区青年路16号2幢301室",
      residentialAddress: null,
    },
    asOf: "2026-11-20",
    law: SHIPPED_LAW,
    debts: [
      {
        debtId: "debt-1",
        contractNumber: "HX-XD-2024-00018273",
        lender: "海岳消费金融有限公司",
        lenderType: "consumer_finance",
        product: "好借·循环贷",
        disbursedOn: "2024-03-15",
        disbursedFen: fen(4_000_000),
        termCount: 24,
        annualRate: "0.1278",
        penaltyMarkup: "0.5",
        overdueSince: "2025-07-02",
        repaidFen: fen(1_420_000),
        components: {
          principal: fen(3_215_040),
          interest: fen(402_117),
          penalty: fen(188_330),
          fee: fen(20_000),
        },
        restarts: [{ date: "2026-08-03", kind: "demand" }],
      },
      {
        debtId: "debt-2",
        contractNumber: "HX-FQ-2024-00551906",
        lender: "江州市信达小额贷款有限责任公司",
        lenderType: "microloan",
        product: null,
        disbursedOn: null,
        disbursedFen: null,
        termCount: null,
        annualRate: null,
        penaltyMarkup: null,
        overdueSince: "2025-09-11",
        repaidFen: null,
        components: { principal: fen(860_000), interest: fen(93_418), penalty: fen(41_005), fee: fen(0) },
        restarts: [],
      },
    ],
    exhibits: [],
    certificate: null,
    records: [],
    ...change,
  };
}
