import { defineRoute, type Route } from "../http/route.ts";
import { caseParams } from "./case.schemas.ts";
import type { CaseReading } from "./caseReading.service.ts";
import {
  correctionBody,
  debtParams,
  lineAnswerBody,
  lineParams,
  paymentsBody,
  riskTierBody,
} from "./statement.schemas.ts";
import type { StatementWork } from "./statementWork.service.ts";

/** What the parties say about what is owed; every command answers the case file as it is afterwards. */
export function statementRoutes(work: StatementWork, reading: CaseReading): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/statement/lines/:lineId",
      permission: "statement:answer",
      summary: "A side confirms or disputes one line of the statement, with a reason and a document",
      kind: "command",
      params: lineParams,
      body: lineAnswerBody,
      handle: async ({ tx, actor, params, body }) => {
        await work.answerLine(tx, actor, { ...params, ...body });
        return await reading.file(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/statement/lines/:lineId/correction",
      permission: "statement:correct",
      summary: "The platform corrects a line downwards: a new version of the statement; open offers end",
      kind: "command",
      params: lineParams,
      body: correctionBody,
      handle: async ({ tx, actor, params, body }) => {
        await work.correctLine(tx, actor, { ...params, ...body });
        return await reading.file(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "PUT",
      path: "/api/cases/:caseId/debts/:debtId/payments",
      permission: "statement:correct",
      summary: "The payments made on a contract, by date; in place of those stated before",
      kind: "command",
      params: debtParams,
      body: paymentsBody,
      handle: async ({ tx, actor, params, body }) => {
        await work.statePayments(tx, actor, { ...params, ...body });
        return await reading.file(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "PUT",
      path: "/api/cases/:caseId/risk-tier",
      permission: "risk:set",
      summary: "The platform's own class of risk, which its limits may depend on; nobody else sees it",
      kind: "command",
      params: caseParams,
      body: riskTierBody,
      handle: async ({ tx, actor, params, body }) => {
        await work.setRiskTier(tx, actor, params.caseId, body.riskTier);
        return await reading.file(tx, actor, params.caseId);
      },
    }),
  ];
}
