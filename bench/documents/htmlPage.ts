import type { AgreementContent } from "../../server/agreements/agreementContent.ts";
import type { Block } from "../../server/pdf/blocks.ts";
import type { Table } from "../../server/pdf/columns.ts";

/** Sizes, leading, margins and rules of our sheet; the same design of letters, as the machine has it installed. */
const STYLE = `
@page{size:A4;margin:74pt 75.64pt 70pt}
body{font:12pt/22pt "Noto Serif CJK SC","Noto Serif SC",serif;text-align:justify;margin:0}
h1{font-size:22pt;line-height:36pt;text-align:center;margin:0 0 6pt}
h2{font-size:12pt;margin:6pt 0 2pt;text-indent:2em}
p{margin:0;text-indent:2em}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:15.75pt;margin:4pt 0 8pt}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:4pt;text-indent:0}
.sign{display:flex;height:70pt;break-inside:avoid}.sign div{flex:1}.sign .rule{border-bottom:.5pt solid #555;height:46pt}
.mark{position:fixed;top:45%;left:0;width:100%;text-align:center;transform:rotate(-35deg);
font:bold 54pt "Noto Serif CJK SC",serif;color:#b00020;opacity:.1}`;

/** The agreement as a page for a browser to print: the same words, tables, signature lines and light words across. */
export function htmlOf(content: AgreementContent): string {
  const { title, number, caseNumber, blocks, copies, closing } = content;
  const lines = [
    ["甲方（签署代表签名）：", `${closing.platform}<br>${closing.signatory}`],
    ["乙方（签名）：", closing.borrower],
    ["调解员（兼记录人）：", closing.mediator],
    ["调解组织（印章）：", closing.agreedOn],
  ];
  const signs = lines.map(
    ([label, under]) => `<div class="sign"><div>${label}<br>${under}</div><div class="rule"></div></div>`,
  );
  return [
    `<!doctype html><html lang="zh-CN"><title>${title}</title><style>${STYLE}</style>`,
    `<div class="mark">供审阅　未签署</div><h1>${title}</h1>`,
    `<p style="text-align:center">编号：${number}　　案件号：${caseNumber}</p>`,
    ...blocks.map(htmlOfBlock),
    `<p>${copies}</p>`,
    ...signs,
    `</html>`,
  ].join("\n");
}

/** What Chromium is asked for: tags for a screen reader, our header, and page numbers at the foot. */
export function printOptions({ centreName, title, number }: AgreementContent) {
  const small = `font:9pt 'Noto Serif CJK SC';color:#444;width:100%;margin:0 75.64pt`;
  return {
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${small};border-bottom:.4pt solid #888">${centreName}　${title}　编号：${number}</div>`,
    footerTemplate: `<div style="${small};text-align:center">第 <span class="pageNumber"></span> 页　共 <span class="totalPages"></span> 页</div>`,
  };
}

function htmlOfBlock(block: Block): string {
  if (block.kind === "table") return htmlOfTable(block.table);
  if (block.kind === "heading") return `<h2>${block.text}</h2>`;
  if (block.kind === "paragraph")
    return `<p>${block.bold === true ? `<b>${block.text}</b>` : block.text}</p>`;
  return "text" in block ? `<p style="font-size:9pt;line-height:15pt">${block.text}</p>` : "";
}

function htmlOfTable({ columns, rows, total, headless }: Table): string {
  const sum = columns.reduce((shares, { share }) => shares + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${(100 * share) / sum}%">`).join("");
  const row = (cells: readonly string[], tag: "th" | "td") =>
    `<tr>${cells.map((cell, at) => `<${tag} style="text-align:${columns[at]?.align ?? "left"}">${cell}</${tag}>`).join("")}</tr>`;
  const head =
    headless === true
      ? ""
      : `<thead>${row(
          columns.map((column) => column.header),
          "th",
        )}</thead>`;
  const all = [...rows.map((cells) => row(cells, "td")), ...(total === undefined ? [] : [row(total, "th")])];
  return `<table><colgroup>${widths}</colgroup>${head}<tbody>${all.join("")}</tbody></table>`;
}
