import { expect } from "chai";
import { ApiProblem } from "../../client/api/problem.ts";
import { errorText } from "../../client/i18n/text.ts";
import { speak } from "./features/words.ts";

const problem = (errors: { pointer: string; code: string; detail: string }[]) =>
  new ApiProblem(422, { code: "document_incomplete", errors });

describe("what keeps a document from being made, in words", () => {
  before(() => speak("zh"));

  it("names each fact and what is wrong with it", () => {
    const said = errorText(
      problem([
        { pointer: "/borrower/address", code: "missing", detail: "missing" },
        { pointer: "/terms/payeeAccount/number", code: "ambiguous", detail: "…" },
        { pointer: "/borrower/name", code: "unprintable", detail: "U+2A6A5" },
        { pointer: "/debts/3/contractNumber", code: "missing", detail: "missing" },
      ]),
    );
    expect(said).to.equal(
      "资料还不齐，暂时不能生成文件。（缺少借款人住址; 收款账号不明确; 借款人姓名有无法打印的字符 U+2A6A5; 缺少合同编号）",
    );
  });

  it("stays general about what it has no words for", () => {
    expect(errorText(problem([{ pointer: "/elsewhere", code: "missing", detail: "" }]))).to.equal(
      "资料还不齐，暂时不能生成文件。",
    );
  });
});
