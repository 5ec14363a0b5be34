import fc from "fast-check";
import { CHANNELS, type Channel } from "../../../shared/journal/events.ts";
import { INSIDERS, OUTSIDERS, SIDES, type Insider, type Person, type Side } from "./people.ts";

/** Which process somebody's next line is on. */
export type At = 0 | 1;

export type Step =
  | { do: "join"; who: Person }
  | { do: "leave"; who: Insider }
  | { do: "reconnect"; who: Insider; at: At }
  | { do: "drop"; who: Insider }
  | { do: "return"; who: Insider; at: At }
  | { do: "remove" | "mute" | "unmute"; whom: Exclude<Insider, "mediator"> }
  | { do: "begin"; side: Side; announced: boolean }
  | { do: "end" }
  | { do: "say"; who: Person; channel: Channel; mayPassOn: boolean }
  | { do: "release" | "takeBack"; which: number }
  | { do: "passOn"; which: number; channel: Channel }
  | { do: "report"; who: Person; which: number }
  | { do: "deal"; which: number }
  | { do: "ask"; who: Person; kind: "pause" | "mediator_alone" }
  | { do: "decline"; which: number }
  | { do: "typing"; who: Person; channel: Channel }
  | { do: "call"; who: Insider; channel: Exclude<Channel, "mediator_notes"> }
  | PaperStep;

/** What is done over HTTP. */
export type PaperStep =
  | { do: "keepDraft"; who: Person; channel: Channel }
  | { do: "fact"; who: Person }
  | { do: "answerFact"; who: "borrower" | "agent" | "approver"; which: number; confirm: boolean }
  | { do: "exhibit"; who: "borrower" | "agent"; channel: Channel }
  | { do: "draftFor"; side: Side; beyond: boolean }
  | { do: "decideDraft"; who: "borrower" | "agent"; which: number; confirm: boolean }
  | { do: "seal" }
  | { do: "openSeal" }
  | { do: "withdrawSeal" }
  | { do: "answerSeal"; who: "borrower" | "agent" | "approver"; yes: boolean }
  | { do: "leaveSeal"; give: boolean };

/** Mostly those of the case; the others only try. */
const person = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Person>(...INSIDERS) },
  { weight: 1, arbitrary: fc.constantFrom<Person>(...OUTSIDERS) },
);
const insider = fc.constantFrom(...INSIDERS);
const moderated = fc.constantFrom("borrower" as const, "agent" as const, "approver" as const);
const channel = fc.constantFrom(...CHANNELS);
const callChannel = fc.constantFrom("joint" as const, "caucus_borrower" as const, "caucus_platform" as const);
const side = fc.constantFrom(...SIDES);
const at = fc.constantFrom<At>(0, 1);
const which = fc.nat(40);

/** A step of this kind, as often as its weight says. */
function kind<const D extends Step["do"], R extends object>(
  weight: number,
  name: D,
  fields: { [K in keyof R]: fc.Arbitrary<R[K]> },
) {
  return {
    weight,
    arbitrary: fc.record({ do: fc.constant(name), ...fields }) as fc.Arbitrary<{ do: D } & R>,
  };
}

/** A side tells the mediator something that may be passed on. */
const confided = moderated.map((who): Step => {
  const own = who === "borrower" ? "caucus_borrower" : "caucus_platform";
  return { do: "say", who, channel: own, mayPassOn: true };
});

const TALK = [
  { weight: 10, arbitrary: confided },
  kind(10, "say", { who: person, channel, mayPassOn: fc.boolean() }),
  kind(8, "passOn", { which, channel }),
  kind(2, "release", { which }),
  kind(1, "takeBack", { which }),
  kind(2, "report", { who: person, which }),
  kind(1, "deal", { which }),
  kind(1, "ask", { who: person, kind: fc.constantFrom("pause" as const, "mediator_alone" as const) }),
  kind(1, "decline", { which }),
  kind(1, "typing", { who: person, channel }),
  kind(1, "call", { who: insider, channel: callChannel }),
];
const COMING = [
  kind(4, "join", { who: person }),
  kind(1, "leave", { who: insider }),
  kind(2, "reconnect", { who: insider, at }),
  kind(2, "drop", { who: insider }),
  kind(3, "return", { who: insider, at }),
  kind(1, "remove", { whom: moderated }),
  kind(1, "mute", { whom: moderated }),
  kind(1, "unmute", { whom: moderated }),
  kind(2, "begin", { side, announced: fc.boolean() }),
  kind(1, "end", {}),
];
const bargainer = fc.constantFrom("borrower" as const, "agent" as const);
const PAPER = [
  kind(2, "keepDraft", { who: person, channel }),
  kind(1, "fact", { who: person }),
  kind(1, "answerFact", { who: moderated, which, confirm: fc.boolean() }),
  kind(1, "exhibit", { who: bargainer, channel }),
  kind(2, "draftFor", { side, beyond: fc.boolean() }),
  kind(3, "decideDraft", { who: bargainer, which, confirm: fc.boolean() }),
  kind(4, "seal", {}),
  kind(4, "openSeal", {}),
  kind(1, "withdrawSeal", {}),
  kind(3, "answerSeal", { who: moderated, yes: fc.boolean() }),
  kind(1, "leaveSeal", { give: fc.boolean() }),
];

const step: fc.Arbitrary<Step> = fc.oneof(...TALK, ...COMING, ...PAPER);

/** A room from its first minute: who comes in at first and where, then batches of what happens at the same time. */
export type Schedule = { first: { who: Insider; at: At }[]; batches: Step[][] };

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  first: fc.uniqueArray(fc.record({ who: insider, at }), {
    selector: ({ who }) => who,
    minLength: 2,
    maxLength: 4,
  }),
  batches: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 9 }),
});

export function stepsIn({ first, batches }: Schedule): number {
  return first.length + batches.reduce((sum, batch) => sum + batch.length, 0);
}
