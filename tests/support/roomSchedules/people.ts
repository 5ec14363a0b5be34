import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";

/** Everybody who ever tries: four who belong to the case, and four who do not. */
export const INSIDERS = ["borrower", "mediator", "agent", "approver"] as const;
export const OUTSIDERS = ["otherAgent", "otherMediator", "lawyer", "admin"] as const;
export const PEOPLE = [...INSIDERS, ...OUTSIDERS] as const;
export type Insider = (typeof INSIDERS)[number];
export type Outsider = (typeof OUTSIDERS)[number];
export type Person = (typeof PEOPLE)[number];

export const PARTY: Record<Person, Party | null> = {
  borrower: "borrower",
  mediator: "mediator",
  agent: "platform",
  approver: "platform",
  otherAgent: null,
  otherMediator: null,
  lawyer: null,
  admin: null,
};

export function isInsider(person: Person): person is Insider {
  return PARTY[person] !== null;
}

export const SIDES = ["borrower", "platform"] as const;
export type Side = (typeof SIDES)[number];

const AT: Record<Party, readonly Person[]> = {
  borrower: ["borrower"],
  mediator: ["mediator"],
  platform: ["agent", "approver"],
};

export function peopleOf(...parties: readonly Party[]): Person[] {
  return parties.flatMap((party) => AT[party]);
}

/** One side and the mediator. */
export function alone(side: Side): Person[] {
  return peopleOf(side, "mediator");
}

/** Who is to hear what is said in a channel, in this test's own words and not in the product's. */
export function listenersOf(channel: Channel): Person[] {
  switch (channel) {
    case "joint":
      return [...INSIDERS];
    case "caucus_borrower":
      return alone("borrower");
    case "caucus_platform":
      return alone("platform");
    case "mediator_notes":
      return ["mediator"];
  }
}
