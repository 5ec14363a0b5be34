import type { Actor } from "../../shared/api/roles.ts";
import { decideEscalation } from "../../shared/escalations/lifecycle.ts";
import { readerOf } from "./escalation.policy.ts";
import type { EscalationListRow, Opening } from "./escalation.repository.ts";
import type { EscalationInCase } from "./escalation.service.ts";

export type EscalationAbility = "retry" | "download" | "conclude" | "read_openings";

export function presentEscalation(actor: Actor, found: EscalationInCase): object {
  const { theCase, escalation, lawyer, firm, platform, borrowerName } = found;
  const { summary, ...manifest } = escalation.manifest ?? { summary: null, files: null };
  return {
    id: escalation.id,
    caseId: theCase.id,
    caseNumber: theCase.number,
    platformName: platform.name,
    borrowerName,
    status: escalation.status,
    lawyer: { id: lawyer.id, name: lawyer.name, firm: firm.name },
    requestedAt: escalation.requestedAt.toISOString(),
    sealedAt: escalation.sealedAt?.toISOString() ?? null,
    packetSha256: escalation.packetSha256,
    zipSha256: escalation.zipSha256,
    pageCount: escalation.pageCount,
    manifest: manifest.files === null ? null : manifest,
    summary,
    failure: escalation.failure,
    outcome: escalation.outcome,
    outcomeNote: escalation.outcomeNote,
    closedAt: escalation.closedAt?.toISOString() ?? null,
    version: escalation.version,
    abilities: escalationAbilities(actor, found),
  };
}

export function presentEscalationRow(row: EscalationListRow): object {
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    sealedAt: row.sealedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    abilities: row.sealedAt === null ? [] : ["download"],
  };
}

export function presentOpening({ id, at, what, byName }: Opening): object {
  return { id, at: at.toISOString(), what, byName };
}

function escalationAbilities(actor: Actor, { escalation }: EscalationInCase): EscalationAbility[] {
  const reader = readerOf(actor, escalation);
  const abilities: EscalationAbility[] = ["read_openings"];
  if (escalation.packetSha256 !== null) abilities.push("download");
  if (reader === "platform" && escalation.status === "failed") abilities.push("retry");
  if (reader === "lawyer" && decideEscalation(escalation.status, "conclude").ok) abilities.push("conclude");
  return abilities;
}
