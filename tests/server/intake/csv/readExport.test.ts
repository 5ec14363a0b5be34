import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect } from "chai";
import * as fc from "fast-check";
import { EXPORT_LIMITS } from "../../../../server/intake/csv/limits.ts";
import { ExportUnreadable, type ExportRow, readExport } from "../../../../server/intake/csv/index.ts";
import { exportPath } from "../../../shared/intake/exportFixtures.ts";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

function chunked(bytes: Buffer, size: number): Readable {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return Readable.from(chunks);
}

function source(content: string | Buffer): Readable {
  return chunked(Buffer.from(content), 64 * 1024);
}

async function readAll(stream: Readable | string, limits = EXPORT_LIMITS) {
  const opened = await readExport(stream, limits);
  const rows: ExportRow[] = [];
  for await (const row of opened.rows) rows.push(row);
  return { ...opened, rows };
}

async function refusalOf(stream: Readable | string, limits = EXPORT_LIMITS): Promise<ExportUnreadable> {
  try {
    await readAll(stream, limits);
  } catch (error) {
    if (error instanceof ExportUnreadable) return error;
    throw error;
  }
  throw new Error("the file was read");
}

describe("intake: reading a CSV", () => {
  it("tells the separator from the header, not from what is quoted there", async () => {
    for (const [separator, name] of [
      [",", "comma"],
      [";", "semicolon"],
      ["\t", "tab"],
    ] as const) {
      const { headers, rows, delimiter } = await readAll(source(`"甲;,;,"${separator}乙\n1${separator}2\n`));
      expect(delimiter, name).to.equal(separator);
      expect(headers).to.deep.equal(["甲;,;,", "乙"]);
      expect(rows).to.deep.equal([{ line: 2, cells: ["1", "2"] }]);
    }
  });

  it("numbers rows as an editor does, over blank lines, quoted line breaks and every kind of line end", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["", "甲,乙", "1,2", "", '"一', '二","三"', ",", "5,6"].join(end);
      const { headers, rows } = await readAll(source(text));
      expect(headers).to.deep.equal(["甲", "乙"]);
      expect(rows).to.deep.equal([
        { line: 3, cells: ["1", "2"] },
        { line: 5, cells: ["一\n二", "三"] },
        { line: 8, cells: ["5", "6"] },
      ]);
    }
  });

  it("keeps doubled quotation marks and rows with another number of cells", async () => {
    const { rows } = await readAll(source('a,b\n"x""y",1\n1\n1,2,3\n'));
    expect(rows.map(({ cells }) => cells)).to.deep.equal([['x"y', "1"], ["1"], ["1", "2", "3"]]);
  });

  it("reads UTF-8 with and without mark, and GB18030, wherever the bytes are cut", async () => {
    const gb = readFileSync(exportPath("overdue-accounts-messy.gb18030.csv"));
    const text = new TextDecoder("gb18030").decode(gb);
    const expected = await readAll(source(text));
    const forms = [Buffer.from(text), Buffer.concat([BOM, Buffer.from(text)]), gb];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), fc.integer({ min: 1, max: 9000 }), async (bytes, size) => {
        const read = await readAll(chunked(bytes, size), { ...EXPORT_LIMITS, sampleBytes: 1000 });
        expect(read.headers).to.deep.equal(expected.headers);
        expect(read.rows).to.deep.equal(expected.rows);
        expect(read.encoding()).to.equal(bytes === gb ? "gb18030" : "utf-8");
      }),
      { numRuns: 25 },
    );
  });

  it("does not see two lines where a CRLF is cut in half", async () => {
    const text = "long header,b\r\nlong first,2\r\n\r\nlong second,4\r\n";
    for (let size = 1; size < text.length; size += 1) {
      const { rows } = await readAll(chunked(Buffer.from(text), size));
      expect(rows.map(({ line }) => line)).to.deep.equal([2, 4]);
    }
  });

  it("looks for a foreign file's signature at the beginning only", async () => {
    const stream = Readable.from([Buffer.from("a,b,c,d,e\n1,2,3,4,5\n"), Buffer.from("%PDF,2,3,4,5\n")]);
    const { rows } = await readAll(stream);
    expect(rows.at(-1)?.cells[0]).to.equal("%PDF");
  });

  it("finds the encoding when the first Chinese character comes late", async () => {
    const ascii = "a,b\n" + "1,2\n".repeat(50_000);
    const { encoding, rows } = await readAll(
      source(Buffer.concat([Buffer.from(ascii), Buffer.from([0xb2, 0xfa, 0xc6, 0xb7, 0x2c, 0x31, 0x0a])])),
    );
    expect(rows.at(-1)).to.deep.equal({ line: 50_002, cells: ["产品", "1"] });
    expect(encoding()).to.equal("gb18030");
  });
});

describe("intake: files that cannot be read", () => {
  const refusals: [string, Buffer | string, string][] = [
    ["nothing", "", "empty"],
    ["only blank lines", "\n\n , \n", "empty"],
    ["only a byte-order mark", BOM, "empty"],
    ["a header alone", "甲,乙\n", "header_only"],
    ["a header and blank lines", "甲,乙\n\n,\n", "header_only"],
    ["a workbook", Buffer.from("PK\u0003\u0004rest of it"), "spreadsheet"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4, 5]), "spreadsheet"],
    ["a PDF", "%PDF-1.7\n%more", "pdf"],
    ["an archive", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0]), "archive"],
    ["UTF-16", Buffer.from("\u{FEFF}甲,乙\n1,2\n", "utf16le"), "utf16"],
    ["NUL bytes", Buffer.from("a,b\n1,\0\n"), "binary"],
  ];
  for (const [name, content, code] of refusals) {
    it(`${name}: ${code}`, async () => {
      expect((await refusalOf(source(content))).code).to.equal(code);
    });
  }

  it("a UTF-8 file that breaks midway names the line", async () => {
    const good = "甲,乙\n" + "好,2\n".repeat(30_000);
    const error = await refusalOf(source(Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0x0a])])));
    expect(error.code).to.equal("encoding_invalid");
    expect(error.params).to.deep.equal({ line: 30_002, encoding: "UTF-8" });
    expect(error.message).to.include("Line 30002");
  });

  it("a marked UTF-8 file is not taken for another encoding", async () => {
    const gb = Buffer.from([0xb2, 0xfa, 0xc6, 0xb7, 0x0a]);
    const error = await refusalOf(source(Buffer.concat([BOM, Buffer.from("甲\n乙\n"), gb])));
    expect(error.params).to.deep.equal({ line: 3, encoding: "UTF-8" });
  });

  it("an open quotation mark names the row where it opens", async () => {
    const error = await refusalOf(source('甲,乙\n1,2\n3,"4\n5,6\n'));
    expect(error.code).to.equal("quoting");
    expect(error.params).to.deep.equal({ line: 3 });
    expect((await refusalOf(source('甲,乙\n1,2\n3,4"\n'))).params).to.deep.equal({ line: 3 });
  });

  it("limits on line, record, columns and size hold, and only beyond the limit", async () => {
    const limits = { maxBytes: 4096, maxLineBytes: 100, maxColumns: 3, sampleBytes: 50 };
    const code = async (text: string) => (await refusalOf(chunked(Buffer.from(text), 40), limits)).code;
    expect(await code(`a,b\n1,${"x".repeat(200)}\n`)).to.equal("line_too_long");
    expect(await code(`a,b\n1,"${"x\n".repeat(100)}"\n`)).to.equal("line_too_long");
    expect(await code("a,b,c,d\n1,2,3,4\n")).to.equal("too_many_columns");
    expect(await code("a,b\n" + "1,2\n".repeat(1024))).to.equal("too_large");
    const allowed = await readAll(source("a,b\n" + "1,2\n".repeat(1023)), limits);
    expect(allowed.rows).to.have.length(1023);
    expect(allowed.bytesRead()).to.equal(4096);
  });

  it("a path that does not exist fails as a file does", async () => {
    const error = await readExport("/nowhere/export.csv").catch((failure: unknown) => failure);
    expect(error).to.have.property("code", "ENOENT");
  });
});

describe("intake: a long export", () => {
  const row = "借呗,HT202526066311,江南商业银行股份有限公司,贺辉竹,99010119780511624X,19900001274,75238.54\n";

  it("holds the source back and keeps memory flat over 50 000 rows", async function () {
    this.timeout(60_000);
    let produced = 0;
    function* pieces() {
      yield Buffer.from("产品,合同编号,放款机构,借款人姓名,身份证号,手机号,应还本金\n");
      for (; produced < 50_000; produced += 100) yield Buffer.from(row.repeat(100));
    }
    const opened = await readExport(Readable.from(pieces()));
    let count = 0;
    let furthestAhead = 0;
    for await (const { line } of opened.rows) {
      count += 1;
      expect(line).to.equal(count + 1);
      furthestAhead = Math.max(furthestAhead, produced - count);
    }
    expect(count).to.equal(50_000);
    expect(furthestAhead).to.be.lessThan(15_000);
  });

  it("lets go of the source when the reader stops early", async () => {
    const abandoned = source("甲,乙\n" + "1,2\n".repeat(100_000));
    const stopped = await readExport(abandoned);
    for await (const { line } of stopped.rows) if (line > 10) break;
    expect(abandoned.destroyed).to.equal(true);

    const closed = source("甲,乙\n" + "1,2\n".repeat(100_000));
    (await readExport(closed)).close();
    expect(closed.destroyed).to.equal(true);
  });
});
