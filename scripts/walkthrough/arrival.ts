import { until, yuan, type Cast, type Tell } from "./cast.ts";
import { Client } from "./client.ts";
import type { ExportSlice, Person } from "./exportSlice.ts";

export type Outbox = { items: { caseId: string; kind: string; body: string; link: string | null }[] };
type Import = {
  id: string;
  status: string;
  rowsGood: number;
  rowsFaulty: number;
  casesCreated: number;
};
type Rows = { items: { line: number; problems: { header: string; value: string; text: string }[] }[] };
type CaseFile = {
  number: string;
  statement: { lines: { id: string; component: string; fen: number }[]; totals: { totalFen: number } };
};

/** The platform's agent takes an export in: reads what is wrong with it, and says yes to the rest. */
export async function importExport({ agent }: Cast, slice: ExportSlice, tell: Tell): Promise<void> {
  const file = { name: "逾期账户.csv", bytes: slice.csv };
  const { id } = await agent.upload<Import>("/api/imports", file);
  const ask = () => agent.get<Import>(`/api/imports/${id}`);
  const read = await until(ask, ({ status }) => status !== "reading");
  tell("platform", `the export has ${read.rowsGood} good rows and ${read.rowsFaulty} faulty`);
  const faulty = await agent.get<Rows>(`/api/imports/${id}/rows?status=faulty`);
  for (const { line, problems } of faulty.items) {
    for (const { header, value, text } of problems) {
      tell("platform", `line ${line}, ${header} “${value}”: ${text}`);
    }
  }
  await agent.post(`/api/imports/${id}/confirm`);
  const done = await until(ask, ({ status }) => status === "imported");
  tell("platform", `${done.casesCreated} cases opened`);
}

/** The centre takes the case on; the mediator declares to have no interest in it, and the invitation goes out. */
export async function appoint({ admin, mediator }: Cast, person: Person, tell: Tell): Promise<string> {
  const found = await admin.get<{ items: { id: string; number: string }[] }>(
    `/api/cases?q=${encodeURIComponent(person.contractNumber)}`,
  );
  const [theCase] = found.items;
  if (!theCase) throw new Error(`no case with contract ${person.contractNumber}`);
  const caseId = theCase.id;
  tell("centre", `case ${theCase.number} of ${person.name} is in intake; accepted`);
  await admin.post(`/api/cases/${caseId}/accept`);
  const me = await mediator.get<{ user: { id: string; name: string } }>("/api/auth/me");
  type Load = { id: string; name: string; openCases: number; priorCasesWithPlatform: number };
  const { items } = await admin.get<{ items: Load[] }>(`/api/cases/${caseId}/mediators`);
  const free = items.find(({ id }) => id === me.user.id);
  if (!free) throw new Error("this mediator does not serve here");
  tell(
    "centre",
    `${free.name} has ${free.openCases} open cases, ${free.priorCasesWithPlatform} with this platform`,
  );
  const appointment = await admin.post<{ id: string }>(`/api/cases/${caseId}/appointments`, {
    mediatorId: free.id,
  });
  await mediator.post(`/api/appointments/${appointment.id}/declaration`, {
    hasConflict: false,
    statement: "本人与双方当事人均无利害关系。",
  });
  tell("mediator", "declared no conflict of interest; the borrower is invited");
  return caseId;
}

/** From the link in the notice to the borrower's consent. */
export async function arrive(cast: Cast, caseId: string, person: Person, tell: Tell): Promise<Client> {
  const { admin } = cast;
  const invitation = await newestNotice(admin, caseId, "invitation");
  const code = invitation.link?.split("/").at(-1) ?? "";
  const borrower = await Client.open(admin.url);
  type Landing = { centre: { name: string }; mediator: { name: string; verificationCode: string } };
  const landing = await borrower.get<Landing>(`/api/invitations/${code}`);
  const { name, verificationCode } = landing.mediator;
  tell("borrower", `${landing.centre.name} invites; mediator ${name}, to be checked by ${verificationCode}`);
  await borrower.get(`/api/public/mediators/${verificationCode}`);
  await borrower.post(`/api/invitations/${code}/one-time-codes`);
  await borrower.post(`/api/invitations/${code}/identify`, {
    oneTimeCode: await oneTimeCode(admin, caseId),
    idLastFour: person.idNumber.slice(-4),
  });
  await borrower.renewToken();
  const file = await borrower.get<CaseFile>(`/api/cases/${caseId}`);
  const { lines, totals } = file.statement;
  tell("borrower", `case ${file.number}: ${lines.length} lines, ${yuan(totals.totalFen)} in all`);
  for (const { id, component, fen } of lines) {
    tell("borrower", `  ${component} ${yuan(fen)}: confirmed`);
    await borrower.post(`/api/cases/${caseId}/statement/lines/${id}`, { answer: "confirmed", reason: null });
  }
  await borrower.post(`/api/cases/${caseId}/borrower-response`, { answer: "consent" });
  tell("borrower", "agreed to mediate");
  return borrower;
}

/** Without a gateway the office passes codes on; it reads them in the outbox. */
export async function oneTimeCode(admin: Client, caseId: string): Promise<string> {
  const { body } = await newestNotice(admin, caseId, "one_time_code");
  return /\d{6}/.exec(body)?.[0] ?? "";
}

async function newestNotice(admin: Client, caseId: string, kind: string): Promise<Outbox["items"][number]> {
  const { items } = await admin.get<Outbox>(`/api/outbox?kind=${kind}&limit=100`);
  const own = items.find((item) => item.caseId === caseId);
  if (!own) throw new Error(`the outbox has no ${kind} for this case`);
  return own;
}
