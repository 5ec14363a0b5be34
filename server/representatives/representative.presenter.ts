import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { maskIdNumber, maskPhone } from "../../shared/parties/mask.ts";
import type { RepresentativeView } from "../../shared/representatives/representativeView.ts";
import { asParty, type Case } from "../cases/index.ts";
import type { Representative } from "./representative.entity.ts";
import { representativeAbilities } from "./representative.policy.ts";

/** A representative for one viewer: the other side learns who speaks and by what power, and nothing to reach them by. */
export function presentRepresentative(
  actor: Actor,
  theCase: Case,
  row: Representative,
  context: { today: LocalDate; arrivedAt: Date | null },
): RepresentativeView {
  const { id, name, kind, scope, endsOn, status } = row;
  const abilities = representativeAbilities(actor, theCase, row, context.today);
  const shown = { id, name, kind, scope, endsOn, status, abilities };
  const party = asParty(actor, theCase);
  if (party === "platform") return shown;
  // Compared with the paper while it is checked, and by nobody afterwards.
  const checking = party === "mediator" && status === "named";
  return {
    ...shown,
    own: {
      standing: row.standing,
      idNumber: checking ? row.idNumber : maskIdNumber(row.idNumber),
      phone: checking ? row.phone : maskPhone(row.phone),
      grantedOn: row.grantedOn,
      exhibitId: row.exhibitId,
      namedBy: row.namedBy,
      namedAt: row.namedAt.toISOString(),
      refusalReason: row.refusalReason,
      endReason: row.endReason,
      arrivedAt: context.arrivedAt?.toISOString() ?? null,
    },
  };
}
