import type { Actor } from "../../shared/api/roles.ts";
import { mayEnterPacket } from "../../shared/escalations/exhibitLabels.ts";
import { asParty } from "../cases/index.ts";
import type { ExhibitInCase } from "./exhibit.service.ts";

export function presentExhibit(actor: Actor, { theCase, exhibit }: ExhibitInCase): object {
  const own = asParty(actor, theCase) === exhibit.party;
  const withdrawn = exhibit.withdrawnAt !== null;
  const abilities = ["download", ...(own && !withdrawn ? ["withdraw"] : [])];
  return {
    id: exhibit.id,
    caseId: exhibit.caseId,
    party: exhibit.party,
    name: exhibit.name,
    groupNo: exhibit.groupNo,
    source: exhibit.source,
    proves: exhibit.proves,
    purpose: exhibit.purpose,
    fileName: exhibit.fileName,
    mime: exhibit.mime,
    pageCount: exhibit.pageCount,
    sha256: exhibit.fileSha256,
    audience: exhibit.audience,
    disclosure: exhibit.disclosure,
    inPacket: !withdrawn && mayEnterPacket(exhibit),
    createdAt: exhibit.createdAt.toISOString(),
    withdrawnAt: exhibit.withdrawnAt?.toISOString() ?? null,
    abilities,
  };
}
