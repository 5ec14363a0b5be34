import { expect } from "chai";
import * as fc from "fast-check";
import {
  MAX_AMOUNT_FEN,
  readCount,
  readDate,
  readIdNumber,
  readLenderType,
  readMoney,
  readPercent,
  readPhone,
} from "../../../shared/intake/values.ts";
import type { ReadValue } from "../../../shared/intake/readValue.ts";
import { idNumberFor } from "./exportFixtures.ts";

function outcome(read: ReadValue<unknown>): unknown {
  return read.ok ? read.value : read.code;
}

function eachReads(reader: (text: string) => ReadValue<unknown>, cases: [string, unknown][]) {
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} → ${String(expected)}`, () => {
      expect(outcome(reader(text))).to.equal(expected);
    });
  }
}

describe("intake: money", () => {
  eachReads(readMoney, [
    ["￥12,345.60", 1234560],
    ["¥ 12,345.60", 1234560],
    ["人民币12345.6元", 1234560],
    ["12345.6", 1234560],
    ["12,345", 1234500],
    ["1,234,567.8", 123456780],
    ["１２，３４５．６０", 1234560],
    ["0", 0],
    ["0.07", 7],
    ["1.10", 110],
    ["10000000000", MAX_AMOUNT_FEN],
    ["10000000000.01", "money_too_large"],
    ["9".repeat(400), "money_too_large"],
    ["1,2345.678", "money_format"],
    ["1,2345", "money_format"],
    ["12,34,567", "money_format"],
    [",123", "money_format"],
    ["1.", "money_format"],
    [".5", "money_format"],
    ["12.345", "money_decimals"],
    ["12.340", "money_decimals"],
    ["-120.00", "money_negative"],
    ["−120", "money_negative"],
    ["－120", "money_negative"],
    ["￥-120", "money_negative"],
    ["-￥120", "money_negative"],
    ["(120.00)", "money_negative"],
    ["NaN", "money_format"],
    ["Infinity", "money_format"],
    ["1e5", "money_format"],
    ["0x10", "money_format"],
    ["1.2万", "money_format"],
    ["$120", "money_format"],
    ["12 345", "money_format"],
    ["1.234,56", "money_format"],
    ["-", "money_format"],
    ["", "money_format"],
  ]);

  it("any amount up to the limit comes back the same, with and without separators", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_AMOUNT_FEN }), (amount) => {
        const yuan = String(Math.floor(amount / 100));
        const decimals = String(amount % 100).padStart(2, "0");
        const grouped = yuan.replaceAll(/\B(?=(\d{3})+$)/g, ",");
        for (const text of [`${yuan}.${decimals}`, `￥${grouped}.${decimals}`, `${grouped}.${decimals}元`]) {
          expect(outcome(readMoney(text))).to.equal(amount);
        }
      }),
    );
  });

  it("whatever is typed gives whole fen within the limit or a reason", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readMoney(text);
        if (read.ok) expect(Number.isSafeInteger(read.value) && read.value >= 0).to.equal(true);
      }),
    );
  });
});

describe("intake: dates", () => {
  eachReads(readDate, [
    ["2024-03-15", "2024-03-15"],
    ["20240315", "2024-03-15"],
    ["2024/3/15", "2024-03-15"],
    ["2024.03.15", "2024-03-15"],
    ["2024年3月15日", "2024-03-15"],
    ["２０２４－０３－１５", "2024-03-15"],
    ["2024-03-15 00:00:00", "2024-03-15"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", "date_not_real"],
    ["2026-02-30", "date_not_real"],
    ["20241301", "date_not_real"],
    ["2024-00-10", "date_not_real"],
    ["2024-03-15 08:30:00", "date_format"],
    ["15/03/2024", "date_format"],
    ["03-15-2024", "date_format"],
    ["24-03-15", "date_format"],
    ["2024-03", "date_format"],
    ["45366", "date_format"],
    ["2024-3/15", "date_format"],
    ["", "date_format"],
  ]);
});

describe("intake: phone numbers", () => {
  eachReads(readPhone, [
    ["19900001234", "19900001234"],
    ["+86 199-0000-1234", "19900001234"],
    ["0086 199 0000 1234", "19900001234"],
    ["8619900001234", "19900001234"],
    ["（+86）19900001234", "19900001234"],
    ["１９９００００１２３４", "19900001234"],
    ["12345", "phone_length"],
    ["199000012345", "phone_length"],
    ["12900001234", "phone_format"],
    ["29900001234", "phone_format"],
    ["199****1234", "phone_format"],
    ["1.99E+10", "digits_lost"],
  ]);
});

describe("intake: identity numbers", () => {
  eachReads(readIdNumber, [
    ["99010119780511624X", "99010119780511624X"],
    ["99010119780511624x", "99010119780511624X"],
    ["990101 19780511 624X", "99010119780511624X"],
    ["11010519491231002X", "11010519491231002X"],
    ["990101198102171811", "id_checksum"],
    ["990101780511624", "id_old_format"],
    ["99010119780231624X", "id_birth_date"],
    ["9901011978051162", "id_format"],
    ["9901011978051162 4Y", "id_format"],
    ["9.90101E+17", "digits_lost"],
  ]);

  const birthDates = fc
    .date({ min: new Date("1940-01-01"), max: new Date("2010-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("every number with its right check character is read", () => {
    fc.assert(
      fc.property(birthDates, fc.integer({ min: 0, max: 999 }), (born, sequence) => {
        const id = idNumberFor(born, sequence);
        expect(outcome(readIdNumber(id))).to.equal(id);
      }),
    );
  });

  it("a single changed character is always refused", () => {
    fc.assert(
      fc.property(
        birthDates,
        fc.integer({ min: 0, max: 999 }),
        fc.nat(17),
        fc.constantFrom(..."0123456789X".split("")),
        (born, sequence, position, replacement) => {
          const id = idNumberFor(born, sequence);
          fc.pre(id[position] !== replacement);
          const changed = id.slice(0, position) + replacement + id.slice(position + 1);
          expect(readIdNumber(changed).ok).to.equal(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("intake: percentages, counts, lender types", () => {
  eachReads(readPercent, [
    ["12.78", "0.1278"],
    ["12.78%", "0.1278"],
    ["１２．７８％", "0.1278"],
    ["36.00", "0.36"],
    ["0", "0"],
    ["0.0001", "0.000001"],
    ["100", "1"],
    ["100.0001", "percent_range"],
    ["3600", "percent_range"],
    ["-1", "percent_range"],
    ["0.00001", "percent_format"],
    ["12,78", "percent_format"],
    ["万分之五", "percent_format"],
    ["NaN", "percent_format"],
  ]);
  eachReads(readCount, [
    ["12", 12],
    ["12期", 12],
    ["600", 600],
    ["601", "count_range"],
    ["0", "count_range"],
    ["1.5", "count_format"],
    ["-3", "count_format"],
  ]);
  eachReads(readLenderType, [
    ["商业银行", "bank"],
    ["消费金融公司", "consumer_finance"],
    ["小额贷款公司", "microloan"],
    ["其他", "private"],
    ["民间", "private"],
    ["典当行?", "lender_type_unknown"],
    ["constructor", "lender_type_unknown"],
    ["小额", "lender_type_unknown"],
  ]);
});
