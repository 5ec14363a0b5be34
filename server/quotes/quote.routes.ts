import { Refusal } from "../../shared/api/refusal.ts";
import { quoteZone } from "../../shared/plans/finding/quoteZone.ts";
import { quote } from "../../shared/plans/quote.ts";
import type { TermsProblem } from "../../shared/plans/termsProblem.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { quoteBody, zoneBody } from "./quote.schemas.ts";

/** The calculator for anybody: the engine of the rooms, with nothing of any case. */
export function quoteRoutes(): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/quotes",
      permission: "PUBLIC",
      summary: "The schedule, total, cost and present value of a plan",
      kind: "stateless",
      limit: "computed",
      body: quoteBody,
      handle: ({ body }) => {
        const answer = quote(body);
        if (!answer.ok) throw refused(answer.problems);
        return answer.quote;
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/quotes/zone",
      permission: "PUBLIC",
      summary: "Whether there is a plan both sides can take, for who knows the figures of both",
      kind: "stateless",
      limit: "computed",
      body: zoneBody,
      handle: ({ body }) => {
        const answer = quoteZone(body);
        if (!answer.ok) throw refused(answer.problems);
        return answer.zone;
      },
    }),
  ];
}

function refused(problems: readonly TermsProblem[]): Refusal {
  return new Refusal("terms_invalid", "this plan cannot be computed", {
    errors: problems.map(({ pointer, code, params }) => ({
      pointer,
      code,
      detail: `${code} ${JSON.stringify(params)}`,
    })),
  });
}
