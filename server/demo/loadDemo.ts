import { Readable } from "node:stream";
import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiInstant } from "../../shared/calendar/shanghai.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Services } from "../composition.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { CaseStory } from "./caseStory.ts";
import { enterOwnClause } from "./clauses.ts";
import { contractNumber, demoExport, demoIdNumber, type DemoAccount } from "./demoExport.ts";
import { addAuthorities } from "./authorities.ts";
import { addDemoPeople, type DemoPeople, type StaffActor } from "./demoPeople.ts";
import { DemoStage } from "./demoStage.ts";
import { demoLinks, type DemoLink } from "./demoLinks.ts";
import { faultyExport } from "./faultyExport.ts";
import type { DemoCase } from "./roads.ts";
import { ARRIVAL_STORIES } from "./stories/arrival.ts";
import { BARGAINING_STORIES } from "./stories/bargaining.ts";
import { PROPOSAL_STORIES } from "./stories/proposal.ts";
import { ENDING_STORIES } from "./stories/endings.ts";
import { INTAKE_STORIES } from "./stories/intake.ts";
import { PERFORMANCE_STORIES } from "./stories/performance.ts";
import { connectSystems, pauseSystems } from "./systems.ts";
import { SIGNING_STORIES } from "./stories/signing.ts";

type Placed = DemoCase & { place: number };
export type DemoLoaded = { cases: number; borrowers: DemoLink[] };

/** The newest export lies waiting for somebody's yes. */
const WAITING_AGE = 1;

const STORIES: readonly Placed[] = [
  ...INTAKE_STORIES,
  ...ARRIVAL_STORIES,
  ...BARGAINING_STORIES,
  ...PROPOSAL_STORIES,
  ...SIGNING_STORIES,
  ...PERFORMANCE_STORIES,
  ...ENDING_STORIES,
].map((story, place) => ({ ...story, place }));

/**
 * Fill an empty database with a centre, two platforms, their people and some forty cases, by calling the services as
 * these people would. The histories lie in the months before now, in the order in which the exports came.
 */
export async function loadDemo(services: Services): Promise<DemoLoaded> {
  const stage = await DemoStage.open(services);
  stage.clock.begin(shanghaiInstant(addDays(stage.today, -200), 9));
  const people = await stage.act(async (tx) => {
    await onlyIntoNothing(tx, stage.services);
    const added = await addDemoPeople(tx, stage.services.organisations);
    await connectSystems(tx, stage.services, added.platforms.xinghui.approver);
    return added;
  });
  await addAuthorities(stage.services, Object.values(people.platforms), stage.clock.now());
  await stage.act((tx) => enterOwnClause(tx, stage.services, people.admin));
  for (const batch of batches()) {
    await importBatch(stage, people, batch);
    for (const placed of batch) {
      const story = await begin(stage, people, placed);
      await placed.play(story);
    }
  }
  await leaveOneExportWaiting(stage, people.platforms.xinghui.agent);
  await stage.act((tx) => pauseSystems(tx, stage.services, people.platforms.xinghui.approver));
  return { cases: STORIES.length, borrowers: await demoLinks(services) };
}

/** Two processes may start at once on one empty database; the second waits here and is refused. */
async function onlyIntoNothing(tx: Tx, { organisations }: Services): Promise<void> {
  await rows(tx.manager, "SELECT pg_advisory_xact_lock(hashtext('parley demonstration'))");
  if (await organisations.hasCentre(tx)) {
    throw new Refusal("already_done", "this database has a centre already");
  }
}

/** The people of one export each, the oldest export first. */
function batches(): Placed[][] {
  const byExport = new Map<string, Placed[]>();
  for (const story of STORIES) {
    const key = `${story.account.platform} ${story.account.age}`;
    byExport.set(key, [...(byExport.get(key) ?? []), story]);
  }
  return [...byExport.values()].toSorted((a, b) => ageOf(b) - ageOf(a));
}

function ageOf(batch: readonly Placed[]): number {
  return batch[0]?.account.age ?? 0;
}

async function importBatch(stage: DemoStage, people: DemoPeople, batch: readonly Placed[]): Promise<void> {
  const [{ account } = { account: undefined }] = batch;
  if (!account) return;
  const importedOn = addDays(stage.today, -account.age);
  stage.clock.begin(shanghaiInstant(importedOn, 9, 30));
  const { agent } = people.platforms[account.platform];
  const csv = demoExport(batch, addDays(importedOn, -1));
  const id = await takeIn(stage, agent, `逾期账户-${importedOn}.csv`, csv);
  await stage.act((tx) => stage.services.intake.intake.confirm(tx, agent, id));
  await stage.services.intake.importNow(id);
  await stage.settle();
}

async function takeIn(stage: DemoStage, agent: StaffActor, fileName: string, csv: string): Promise<string> {
  const { id } = await stage.services.intake.intake.takeIn(agent, fileName, Readable.from([csv]));
  await stage.services.intake.readNow(id);
  await stage.settle();
  return id;
}

async function leaveOneExportWaiting(stage: DemoStage, agent: StaffActor): Promise<void> {
  const importedOn = addDays(stage.today, -WAITING_AGE);
  stage.clock.begin(shanghaiInstant(importedOn, 17, 40));
  const csv = faultyExport(addDays(importedOn, -1), STORIES.length);
  await takeIn(stage, agent, `逾期账户-${importedOn}.csv`, csv);
}

async function begin(stage: DemoStage, people: DemoPeople, placed: Placed): Promise<CaseStory> {
  const { account, place } = placed;
  const importedOn = addDays(stage.today, -account.age);
  stage.clock.begin(shanghaiInstant(importedOn, 9, 45));
  const caseId = await findCase(stage, people, account, place);
  return new CaseStory({
    stage,
    people,
    account,
    caseId,
    idNumber: demoIdNumber(account, place),
    importedOn,
  });
}

async function findCase(
  stage: DemoStage,
  people: DemoPeople,
  account: DemoAccount,
  place: number,
): Promise<string> {
  const q = contractNumber(account, place, 0);
  const { items } = await stage.services.platform.db.read((tx) =>
    stage.services.caseWork.reading.list(tx, people.admin, { q, limit: 2 }),
  );
  const [found] = items;
  if (!found) throw new Error(`the export with ${account.name} opened no case`);
  return found.id;
}
