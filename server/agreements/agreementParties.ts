import { partsOf, type LocalDate } from "../../shared/calendar/localDate.ts";
import type { SignatoryAuthority } from "../../shared/agreements/facts.ts";
import type { Block } from "../pdf/blocks.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import type { Wording } from "./wording.ts";

/** Who concludes the agreement, in the order of the form (姓名 性别 民族 年龄 职业 联系方式 住址). */
export function partyBlocks(facts: AgreementFacts, words: Wording): Block[] {
  const { labels } = words;
  const { borrower, platform, centre, mediation } = facts;
  const id = borrower.idNumber;
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const { authority } = platform.signatory;
  return [
    { kind: "heading", text: labels.headings.parties },
    particulars([
      [labels.partyA, platform.name],
      [labels.creditCode, platform.creditCode],
      [labels.signatory, `${platform.signatory.name}（${platform.signatory.title}）`],
      ...(authority ? [[labels.authority, authorityText(authority, words)]] : []),
      [labels.seat, platform.address],
      [labels.telephone, platform.phone],
    ]),
    particulars([
      [labels.partyB, borrower.name],
      [labels.sex, Number(id.charAt(16)) % 2 === 1 ? labels.sexes.male : labels.sexes.female],
      ...known(labels.ethnicity, borrower.ethnicity),
      [labels.age, labels.ageAndBirth(ageOn(born, mediation.agreedOn), words.date(born))],
      ...known(labels.occupation, borrower.occupation),
      [labels.idNumber, id],
      [labels.telephone, borrower.phone],
      [labels.address, borrower.address],
      ...representativeRows(facts, words),
    ]),
    particulars([
      [labels.organisation, centre.name],
      [labels.seat, centre.address],
      [labels.telephone, centre.phone],
    ]),
  ];
}

/** As what the representative acts: `委托代理人（特别授权，授权委托书2026年11月1日出具）`. */
export function capacityOf(
  representative: NonNullable<AgreementFacts["borrower"]["representative"]>,
  words: Wording,
): string {
  const { kind, powerOfAttorney } = representative;
  const power =
    powerOfAttorney === null ? null : words.labels.powerOfAttorney(words.date(powerOfAttorney.grantedOn));
  return words.labels.capacity(words.labels.representative[kind], power);
}

function authorityText({ number, grantedOn, validTo }: SignatoryAuthority, words: Wording): string {
  const from = words.date(grantedOn);
  if (number === undefined) return words.labels.authorityOf(from);
  const to = validTo === undefined || validTo === null ? null : words.date(validTo);
  return words.labels.registeredAuthority({ number, from, to });
}

function representativeRows({ borrower }: AgreementFacts, words: Wording): string[][] {
  const { representative } = borrower;
  if (!representative) return [];
  const { labels } = words;
  const { name, kind, idNumber, phone } = representative;
  return [
    [labels.representative[kind], `${name}\n${capacityOf(representative, words)}`],
    [labels.idNumber, idNumber],
    [labels.telephone, phone],
  ];
}

function known(label: string, value: string | null): string[][] {
  return value === null ? [] : [[label, value]];
}

function particulars(rows: string[][]): Block {
  return {
    kind: "table",
    table: {
      headless: true,
      columns: [
        { header: "", share: 26, align: "center" },
        { header: "", share: 74 },
      ],
      rows,
    },
  };
}

/** Completed years. */
function ageOn(born: LocalDate, today: LocalDate): number {
  const birth = partsOf(born);
  const now = partsOf(today);
  const had = now.month > birth.month || (now.month === birth.month && now.day >= birth.day);
  return now.year - birth.year - (had ? 0 : 1);
}
