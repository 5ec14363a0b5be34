import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";

/**
 * What a person must keep to live on in a region, a month (最低生活保障). Entered by the centre's administrator with the
 * notice it comes from; the product ships none.
 */
export type LivingFloor = {
  region: string;
  from: LocalDate;
  perPersonFen: Fen;
  source: string;
};

/**
 * The floor of a region in force on a day, or null when none is set. Of two for the same day the one that stands later in
 * the list prevails: it is the correction.
 */
export function livingFloorOn(
  floors: readonly LivingFloor[],
  region: string | null,
  date: LocalDate,
): LivingFloor | null {
  return floors
    .filter((floor) => floor.region === region && floor.from <= date)
    .reduce<LivingFloor | null>(
      (latest, floor) => (latest && latest.from > floor.from ? latest : floor),
      null,
    );
}
