import { expect } from "chai";
import { Line } from "../line.ts";
import { checkRoom } from "./checks.ts";
import type { House } from "./house.ts";
import { OUTSIDERS, type Outsider } from "./people.ts";
import { Room } from "./room.ts";
import { prepareCases } from "./rooms.ts";
import { stepsIn, type Schedule } from "./steps.ts";
import { endRounds, lookAtLists, lookAtMessages, lookEverywhere, makePapers } from "./waysOut.ts";

/** Rooms in which something happens at the same time. */
const ABREAST = 8;

export type Played = { schedules: number; steps: number; looked: number };

/**
 * Play schedules, each in a case of its own and several at a time, and check every one; every `lookEvery`th is followed
 * out of the room on every way there is.
 */
export async function playSchedules(
  house: House,
  schedules: readonly Schedule[],
  lookEvery: number,
): Promise<Played> {
  const outside = await openOutside(house);
  const prepared = await prepareCases(house, schedules.length);
  const looked: Room[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < schedules.length; index = next++) {
      const room = new Room(house, prepared[index]!, outside);
      await explained(schedules[index]!, async () => {
        await room.play(schedules[index]!);
        await checkRoom(room);
      });
      room.close();
      if (index % lookEvery === 0) looked.push(room);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
  checkOutside(house, outside);
  if (looked.length > 0) await endRounds(house);
  let opened = 0;
  for (const room of looked) opened += await lookEverywhere(room, await makePapers(room));
  if (looked.length > 0) {
    expect(opened, "paths that could be opened at all").to.be.greaterThan(30 * looked.length);
    const words = house.secrets.someWords(3);
    await lookAtLists(house, words);
    await lookAtMessages(house);
  }
  expect(house.secrets.problems).to.deep.equal([]);
  const steps = schedules.reduce((sum, schedule) => sum + stepsIn(schedule), 0);
  return { schedules: schedules.length, steps, looked: looked.length };
}

async function openOutside(house: House): Promise<Map<Outsider, Line>> {
  const lines = new Map<Outsider, Line>();
  for (const [index, person] of OUTSIDERS.entries()) {
    const url = house.urls[index % house.urls.length]!;
    const line = await Line.open(url, house.desks.get(person)!.cookie);
    line.patienceMs = 60_000;
    lines.set(person, line);
  }
  return lines;
}

/** Whoever has no business in any room hears nothing but refusals of what they tried. */
function checkOutside(house: House, lines: ReadonlyMap<Outsider, Line>): void {
  for (const [person, line] of lines) {
    const { events, presence, typing, calls, signals, removed } = line;
    const came = [...events, ...presence, ...typing, ...calls, ...signals, ...removed];
    expect(came, `${person} heard something`).to.deep.equal([]);
    house.secrets.look(person, line.heard, null, "over the line");
    line.close();
  }
}

/** A failure says what was played. */
async function explained(schedule: Schedule, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nin ${JSON.stringify(schedule)}`, { cause: error });
  }
}
