import { compareDates, isLocalDate, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { readName } from "../../../shared/intake/texts.ts";
import { readIdNumber, readPhone } from "../../../shared/intake/values.ts";
import type { NewRepresentative } from "./api.ts";

type Checked = "name" | "standing" | "idNumber" | "phone" | "grantedOn" | "endsOn";
export type Faults = Partial<Record<Checked, "needed" | "check">>;

/** What is missing or cannot be right, by the rules the server goes by. */
export function faultsOf(given: NewRepresentative, today: LocalDate): Faults {
  const faults: Faults = {};
  const rules = { name: readName, standing: readName, idNumber: readIdNumber, phone: readPhone };
  for (const key of ["name", "standing", "idNumber", "phone"] as const) {
    const text = given[key].trim();
    if (text === "") faults[key] = "needed";
    else if (!rules[key](text).ok) faults[key] = "check";
  }
  const { grantedOn, endsOn } = given;
  for (const key of ["grantedOn", "endsOn"] as const) {
    if (!isLocalDate(given[key])) faults[key] = "needed";
  }
  if (isLocalDate(grantedOn) && compareDates(grantedOn, today) > 0) faults.grantedOn = "check";
  if (isLocalDate(endsOn) && compareDates(endsOn, today) < 0) faults.endsOn = "check";
  return faults;
}
