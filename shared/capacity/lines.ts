/** The sections of the income-and-expenditure statement (收支表), in the order they are asked. */
export const SECTIONS = ["income", "fixed", "flexible", "savings", "priorityDebts", "otherDebts"] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * The lines of each section, named as in the Standard Financial Statement. A priority debt is one whose neglect costs
 * the home, the supply of a necessity, or a duty to a person or the state: rent or mortgage arrears, maintenance, tax.
 */
export const SECTION_LINES = {
  income: ["earnings", "benefits", "pensions", "otherIncome"],
  fixed: [
    "home",
    "utilities",
    "water",
    "healthAndCare",
    "transport",
    "school",
    "pensionsAndInsurance",
    "professional",
    "otherFixed",
  ],
  flexible: ["communicationsAndLeisure", "foodAndHousekeeping", "personal"],
  savings: ["savings"],
  priorityDebts: ["priorityDebts"],
  otherDebts: ["otherDebts"],
} as const satisfies Record<Section, readonly string[]>;
export type LineKey = (typeof SECTION_LINES)[Section][number];

/** Every line there can be, section by section. */
export const LINE_KEYS: readonly LineKey[] = SECTIONS.flatMap(
  (section): readonly LineKey[] => SECTION_LINES[section],
);

/** The section a line stands in. */
export function sectionOf(key: LineKey): Section {
  const found = SECTIONS.find((section) => linesOf(section).includes(key));
  if (found === undefined) throw new RangeError(`no such line: ${key}`);
  return found;
}

/** The lines of one section. */
export function linesOf(section: Section): readonly LineKey[] {
  return SECTION_LINES[section];
}
