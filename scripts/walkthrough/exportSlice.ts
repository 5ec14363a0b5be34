import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

export type Person = { name: string; idNumber: string; contractNumber: string };
export type ExportSlice = { csv: Uint8Array; settling: Person; escalating: Person };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Three rows of an export of overdue accounts as persons nobody has met yet, so that the walkthrough can be taken
 * again: a contract is imported only once. The third row has a telephone number that is too short.
 */
export function freshSlice(seed: number): ExportSlice {
  const file = path.resolve("tests/fixtures/exports/overdue-accounts.csv");
  const rows: string[][] = parse(readFileSync(file), { bom: true });
  const [headers = [], ...accounts] = rows;
  const at = (name: string): number => headers.indexOf(name);
  const withAddress = accounts.filter((row) => row[at("常住地址")] !== "" && row[at("户籍地址")] !== "");
  const people: Person[] = [];
  const fresh = withAddress.slice(seed % 50, (seed % 50) + 3).map((row, index) => {
    const person = { name: row[at("借款人姓名")] ?? "", ...numbersOf(seed, index) };
    people.push(person);
    return row.with(at("合同编号"), person.contractNumber).with(at("身份证号"), person.idNumber);
  });
  const last = fresh.length - 1;
  const faulty = fresh[last]?.with(at("手机号"), "1990001") ?? [];
  const [settling, escalating] = people;
  if (!settling || !escalating) throw new Error("the export has too few rows");
  const csv = Buffer.from(stringify([headers, ...fresh.slice(0, last), faulty], { bom: true }));
  return { csv, settling, escalating };
}

/** Identity numbers of a region that does not exist, with the right check character. */
function numbersOf(seed: number, index: number): { idNumber: string; contractNumber: string } {
  const born = new Date(Date.UTC(1970, 0, 1 + (Math.floor(seed / 900) % 12_000)));
  const serial = 100 + ((seed + index) % 900);
  const body = `990101${born.toISOString().slice(0, 10).replaceAll("-", "")}${serial}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return { idNumber: `${body}${"10X98765432"[sum % 11]}`, contractNumber: `WT${seed}${index}` };
}
