import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createDrawer } from "../server/pdf/drawer.ts";
import type { SealTasks } from "../server/seal/sealWorker.ts";
import { certificatesOf } from "../server/seal/signer.ts";
import type { SealMark, SealReport } from "../shared/seal/report.ts";
import { FAULT_SENTENCES, VERDICT_SENTENCES, type SealLanguage } from "../shared/seal/sentences.ts";

/** What a caller can act on: unaltered, altered, not under this root, and no answer. */
const EXIT = { unaltered: 0, altered: 1, not_ours: 2, unreadable: 3 } as const;
const USAGE = `npm run verify-document -- FILE [--root PEM] [--lang zh|en] [--json]

Checks a sealed PDF without a server or a network. PEM holds the certificate to trust, as downloaded from
/api/public/seal/root.pem; left out: the development root of this installation, in DATA_DIR.
Exits with 0 unaltered, 1 altered, 2 not sealed under this root, 3 no answer.
`;
const TIMEOUT_MS = 60_000;

const WORDS = {
  zh: {
    file: "文件",
    seal: "印章",
    timestamp: "时间戳",
    claimed: "签署时间（签署人自述）",
    attested: "时间戳证明的时间",
    covers: "覆盖",
    whole: "整个文件",
    upTo: (bytes: number, of: number) => `前 ${bytes} 字节（共 ${of} 字节）`,
    certificate: "证书 SHA-256",
    changed: "文件自述的最近修改时间",
    holds: "有效",
    record: "未与签发记录核对；在线核验还会比对签发的文件。",
  },
  en: {
    file: "File",
    seal: "Seal",
    timestamp: "Timestamp",
    claimed: "Signed at (as the signer says)",
    attested: "Attested time",
    covers: "Covers",
    whole: "the whole file",
    upTo: (bytes: number, of: number) => `the first ${bytes} of ${of} bytes`,
    certificate: "Certificate SHA-256",
    changed: "Last changed (as the file says)",
    holds: "holds",
    record: "Not compared with the record of what was issued; checking online does that as well.",
  },
} as const;

type Options = { file: string; root: string; language: SealLanguage; json: boolean };

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stderr.write(USAGE);
    return EXIT.unreadable;
  }
  const drawer = createDrawer<SealTasks>({ worker: workerFile(), timeoutMs: TIMEOUT_MS });
  try {
    const roots = certificatesOf(readFileSync(options.root, "utf8"));
    if (roots.length === 0) throw new Error(`there is no certificate in ${options.root}`);
    const bytes = new Uint8Array(readFileSync(options.file));
    const { report } = await drawer.draw("inspect", { bytes, roots });
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report, options));
    return EXIT[report.verdict];
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.unreadable;
  } finally {
    await drawer.close();
  }
}

function readOptions(given: string[]): Options | null {
  const rest = [...given];
  const value = (name: string): string | undefined => {
    const place = rest.indexOf(name);
    return place < 0 ? undefined : rest.splice(place, 2)[1];
  };
  const root = value("--root") ?? ownRoot();
  const language = value("--lang") ?? ((process.env["LANG"] ?? "zh").startsWith("zh") ? "zh" : "en");
  const place = rest.indexOf("--json");
  if (place >= 0) rest.splice(place, 1);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || (language !== "zh" && language !== "en")) return null;
  if (root === null) {
    process.stderr.write("--root is needed: there is no development root in DATA_DIR.\n");
    return null;
  }
  return { file: fromCaller(file), root: fromCaller(root), language, json: place >= 0 };
}

/** npm runs scripts in the package's folder; the caller may stand elsewhere. */
function fromCaller(file: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? ".", file);
}

/** The development key's file also holds its root. */
function ownRoot(): string | null {
  const file = path.resolve(process.env["DATA_DIR"] ?? "./.data", "seal", "development.pem");
  return existsSync(file) ? file : null;
}

function workerFile(): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`../server/seal/sealWorker.${extension}`, import.meta.url);
}

function describe(report: SealReport, { file, language }: Options): string {
  const words = WORDS[language];
  const faults = report.faults.map((fault) => `  - ${FAULT_SENTENCES[language][fault]}`);
  const changed = report.claimedChange === null ? [] : [`${words.changed}: ${report.claimedChange}`];
  const lines = [
    VERDICT_SENTENCES[language][report.verdict],
    ...faults,
    "",
    `${words.file}: ${path.basename(file)}`,
    `SHA-256: ${report.sha256}`,
    ...changed,
    ...report.marks.flatMap((mark) => describeMark(mark, report, language)),
    "",
    words.record,
  ];
  return `${lines.join("\n")}\n`;
}

function describeMark(mark: SealMark, report: SealReport, language: SealLanguage): string[] {
  const words = WORDS[language];
  const { kind, signer, fingerprint, at, attestedAt, coversBytes, fault } = mark;
  const covers = coversBytes === report.bytes ? words.whole : words.upTo(coversBytes, report.bytes);
  const attested = kind === "timestamp" ? at : attestedAt;
  return [
    "",
    `${kind === "seal" ? words.seal : words.timestamp}: ${signer}`,
    `  ${fault === null ? words.holds : FAULT_SENTENCES[language][fault]}`,
    `  ${words.covers}: ${covers}`,
    ...(kind === "seal" && at !== null ? [`  ${words.claimed}: ${at}`] : []),
    ...(attested === null ? [] : [`  ${words.attested}: ${attested}`]),
    `  ${words.certificate}: ${fingerprint}`,
  ];
}
