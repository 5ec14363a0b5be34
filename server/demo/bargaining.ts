import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { CaseStory, Who } from "./caseStory.ts";
import { termsOf, type Deal } from "./storyTerms.ts";

export type OnTable = { offerId: string; termsHash: string };
export type Put = { deal: Deal; note?: string; days?: number; counters?: OnTable };

const DAY_MS = 86_400_000;

/** Put terms; an agent's terms beyond the limits wait for the approver instead. */
export async function put(story: CaseStory, who: Who, input: Put): Promise<OnTable> {
  const { services, caseId, platform } = story;
  const { payeeAccount } = platform.organisation;
  if (payeeAccount === null) throw new Error("a platform without an account is paid nothing");
  const now = story.now();
  const expiresAt = new Date(now.getTime() + (input.days ?? 7) * DAY_MS).toISOString();
  const { result } = await story.act(async (tx) => {
    const current = await services.statements.current(tx, caseId);
    const terms = termsOf(input.deal, { current, payeeAccount, today: shanghaiDateOf(now) });
    return await services.offers.offers.put(tx, story.actor(who), {
      caseId,
      terms,
      expiresAt,
      note: input.note ?? null,
      counters: input.counters?.offerId ?? null,
    });
  });
  return { offerId: result.id, termsHash: result.termsHash };
}

/** The mediator writes terms down for the borrower, who has not looked at them yet. */
export async function drawForBorrower(story: CaseStory, input: { deal: Deal; note: string }): Promise<void> {
  const { services, caseId, platform } = story;
  const { payeeAccount } = platform.organisation;
  if (payeeAccount === null) throw new Error("a platform without an account is paid nothing");
  await story.act(async (tx) => {
    const current = await services.statements.current(tx, caseId);
    const terms = termsOf(input.deal, { current, payeeAccount, today: shanghaiDateOf(story.now()) });
    const drawn = { caseId, for: "borrower" as const, terms, note: input.note, openDays: 7 };
    return await services.offers.drafts.draw(tx, story.actor("mediator"), drawn);
  });
}

export async function decline(story: CaseStory, who: Who, { offerId }: OnTable): Promise<void> {
  await story.act((tx) => story.services.offers.offers.decline(tx, story.actor(who), { offerId }));
}

/** Accept; an agent asks the approver where the terms go beyond the limits. */
export async function accept(story: CaseStory, who: Who, offer: OnTable): Promise<void> {
  await story.act((tx) => story.services.offers.acceptance.accept(tx, story.actor(who), offer));
}

export async function answerApproval(
  story: CaseStory,
  { offerId }: OnTable,
  approve: boolean,
  note: string,
): Promise<void> {
  const input = { offerId, approve, note };
  await story.act((tx) => story.services.offers.acceptance.answer(tx, story.actor("approver"), input));
}

/** The borrower's terms are what the platform's approver can live with: both have said yes. */
export async function agree(story: CaseStory, input: Put): Promise<void> {
  const offer = await put(story, "borrower", input);
  story.minutes(35);
  await accept(story, "approver", offer);
}
