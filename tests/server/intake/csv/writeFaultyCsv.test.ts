import { buffer, text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { expect } from "chai";
import { readExport, writeFaultyCsv } from "../../../../server/intake/csv/index.ts";
import type { RowProblem } from "../../../../shared/intake/row.ts";

const WRONG_PHONE: RowProblem = {
  field: "phone",
  header: "手机号",
  value: "1",
  code: "phone_length",
  params: { digits: 1 },
};
const SHIFTED: RowProblem = {
  field: null,
  header: "",
  value: "",
  code: "column_count",
  params: { expected: 2, found: 3 },
};

describe("intake: the file of faulty rows", () => {
  it("has the original columns, the reasons, and a mark that spreadsheets understand", async () => {
    const rows = [{ cells: ["贺,辉竹", "1"], problems: [WRONG_PHONE, WRONG_PHONE] }];
    const bytes = await buffer(writeFaultyCsv(["借款人姓名", "手机号"], rows, "zh"));
    expect(bytes.subarray(0, 3)).to.deep.equal(Buffer.from([0xef, 0xbb, 0xbf]));
    const reason = "手机号：手机号应为 11 位数字，现为 1 位";
    expect(bytes.toString("utf8", 3)).to.equal(
      `借款人姓名,手机号,原因\r\n"贺,辉竹",1,${reason}；${reason}\r\n`,
    );
  });

  it("guards every cell that a spreadsheet would run", async () => {
    const cells = ["=1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", "\tx"];
    const csv = await text(
      writeFaultyCsv(
        cells.map((_, i) => `h${i}`),
        [{ cells, problems: [] }],
        "en",
      ),
    );
    const [, row = ""] = csv.split("\r\n");
    expect(row).to.equal([...cells.map((cell) => `'${cell}`), ""].join(","));
  });

  it("keeps cells beyond the header and replaces the reasons of an earlier round", async () => {
    const rows = [{ cells: ["1", "old", "3"], problems: [SHIFTED] }];
    const opened = await readExport(
      Readable.from([await buffer(writeFaultyCsv(["甲", "原因"], rows, "zh"))]),
    );
    expect(opened.headers).to.deep.equal(["甲", "原因"]);
    for await (const { cells } of opened.rows) {
      expect(cells[0]).to.equal("1");
      expect(cells[1]).to.match(/^本行有 3 列/);
      expect(cells[2]).to.equal("3");
    }
  });

  it("streams from rows that come one by one", async () => {
    async function* rows() {
      for (let i = 0; i < 1000; i += 1) yield { cells: [String(i)], problems: [WRONG_PHONE] };
    }
    const csv = await text(writeFaultyCsv(["n"], rows(), "en"));
    expect(csv.trimEnd().split("\r\n")).to.have.length(1001);
  });
});
