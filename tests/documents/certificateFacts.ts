import type { TerminationCertificateFacts } from "../../server/cases/terminationCertificateContent.ts";

export function buildCertificateFacts(
  change: Partial<TerminationCertificateFacts> = {},
): TerminationCertificateFacts {
  return {
    certificateNumber: "江融调终〔2026〕0001234号",
    caseNumber: "2026-0001234",
    centre: { name: "江州市金融纠纷人民调解委员会", phone: "0570-12348", address: "江州市中山路88号" },
    platformName: "云启数字科技（江州）有限公司",
    borrower: { name: "阿卜杜拉·吐尔逊", idNumber: "330102199003072316" },
    mediatorName: "王建国",
    contractNumbers: ["HX-XD-2024-00018273", "HX-FQ-2024-00551906"],
    startedOn: "2026-11-03",
    endedOn: "2026-11-20",
    reason: "impasse",
    issuedAt: "2026-11-20T08:00:00.000Z",
    ...change,
  };
}
