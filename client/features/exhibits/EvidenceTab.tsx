import type { CaseFile } from "../cases/types.ts";
import { EscalationSection } from "../escalations/EscalationSection.tsx";
import { useMe } from "../../api/me.ts";
import { roleMay } from "../../../shared/api/permissions.ts";
import { ExhibitList } from "./ExhibitList.tsx";

/** What may prove something, and the way to court. */
export function EvidenceTab({ theCase }: { readonly theCase: CaseFile }) {
  const { data: me } = useMe();
  return (
    <div className="panels">
      {me && roleMay(me.role, "escalation:read") && <EscalationSection theCase={theCase} />}
      <ExhibitList caseId={theCase.id} />
    </div>
  );
}
