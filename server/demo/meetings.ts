import { shanghaiInstant } from "../../shared/calendar/shanghai.ts";
import { SESSION_PHASES } from "../../shared/sessions/lifecycle.ts";
import { usualTimes } from "../../shared/sessions/times.ts";
import type { SessionView } from "../../shared/sessions/sessionView.ts";
import type { CaseStory } from "./caseStory.ts";

/** Times from tomorrow on, whenever the demonstration is loaded. */
export function timesToCome(story: CaseStory): string[] {
  return usualTimes(shanghaiInstant(story.today, 12)).map((time) => time.toISOString());
}

/** The mediator offers times for a session. */
export async function offerTimes(story: CaseStory, times: string[], minutes = 60): Promise<SessionView> {
  const { caseId } = story;
  const { scheduling } = story.services.sessions;
  const offered = { caseId, times, minutes };
  const session = await story.act((tx) => scheduling.offer(tx, story.actor("mediator"), offered));
  await story.sendNotices();
  return session;
}

/** A side says which of them suit. */
export async function tick(
  story: CaseStory,
  who: "borrower" | "agent",
  { id: sessionId }: SessionView,
  times: string[],
): Promise<void> {
  const { scheduling } = story.services.sessions;
  await story.act((tx) => scheduling.tick(tx, story.actor(who), { sessionId, times }));
}

export async function fixTime(story: CaseStory, { id: sessionId, version }: SessionView, startsAt: string) {
  const { scheduling } = story.services.sessions;
  await story.act((tx) => scheduling.fix(tx, story.actor("mediator"), { sessionId, version, startsAt }));
  await story.sendNotices();
}

/** Everybody who has joined the room is there from beginning to end; the mediator confirms it. */
export async function hold(
  story: CaseStory,
  { id: sessionId }: SessionView,
  minutesOf: Record<(typeof SESSION_PHASES)[number], number>,
): Promise<void> {
  const { holding, attendance, desk } = story.services.sessions;
  const mediator = story.actor("mediator");
  await story.act((tx) => holding.openLobby(tx, mediator, sessionId));
  await story.act((tx) => holding.start(tx, mediator, sessionId));
  await story.act(async (tx) => {
    await desk.cases.lock(tx, story.caseId);
    const session = await desk.rows.lock(tx, sessionId);
    const members = await story.services.rooms.rooms.members(tx, story.caseId);
    if (session) await attendance.admit(tx, session, new Set(members.map(({ memberId }) => memberId)));
  });
  for (const phase of SESSION_PHASES) {
    if (phase !== "opening") {
      await story.act((tx) => holding.setPhase(tx, mediator, { sessionId, phase }));
    }
    for (let minute = 0; minute < minutesOf[phase]; minute += 1) {
      story.minutes(1);
      await stillThere(story, sessionId);
    }
  }
  const { attendance: recorded } = await story.act((tx) => holding.end(tx, mediator, sessionId));
  const present = recorded.map(({ memberId }) => memberId);
  await story.act((tx) => holding.confirmAttendance(tx, mediator, { sessionId, present }));
}

/** What the process where they sit says every few seconds. */
async function stillThere(story: CaseStory, sessionId: string): Promise<void> {
  const { desk } = story.services.sessions;
  await story.services.platform.db.transaction(async (tx) => {
    const stays = await desk.rows.openStays(tx, sessionId);
    await desk.rows.seen(
      tx,
      sessionId,
      stays.map(({ memberId }) => memberId),
    );
  });
}
