import { ZipFile } from "yazl";
import { shanghaiClockOf } from "../../shared/calendar/shanghai.ts";
import { calculationCsv, calculationData, complaintData } from "./calculation.ts";
import { numberExhibits } from "./evidenceCatalogueContent.ts";
import { buildManifest, sha256Of } from "./manifest.ts";
import type { PacketManifest } from "./manifest.ts";
import type { PacketFacts } from "./packetFacts.ts";
import type { PacketFigures } from "./packetFigures.ts";

/** Packed already; deflating them again costs time and gains nothing. */
const PACKED = /\.(pdf|jpe?g|png|webp)$/i;

export interface PacketZip {
  bytes: Uint8Array;
  sha256: string;
  manifest: PacketManifest;
}

/** The sealed packet with every original beside it. Equal facts and packet give equal bytes. */
export async function zipPacket(
  facts: PacketFacts,
  figures: PacketFigures,
  packet: Uint8Array,
): Promise<PacketZip> {
  const files = [{ path: "packet.pdf", bytes: packet }, ...originals(facts), ...dataFiles(facts, figures)];
  const manifest = buildManifest(facts, files);
  const zip = new ZipFile();
  const options = { mtime: dosTime(facts.sealedAt), mode: 0o100644, forceDosTimestamp: true };
  for (const { path, bytes } of [...files, { path: "manifest.json", bytes: json(manifest) }])
    zip.addBuffer(Buffer.from(bytes), path, { ...options, compress: !PACKED.test(path) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { bytes, sha256: sha256Of(bytes), manifest };
}

interface File {
  path: string;
  bytes: Uint8Array;
}

function originals({ exhibits, certificate, records }: PacketFacts): File[] {
  const files = numberExhibits(exhibits).map(({ number, fileName, bytes }) => ({
    path: `exhibits/${number}-${safeName(fileName)}`,
    bytes,
  }));
  if (certificate !== null) files.push({ path: "certificate.pdf", bytes: certificate.bytes });
  const signed = records.map(({ number, bytes }) => ({
    path: `records/${safeName(`无争议事实记录-${number}.pdf`)}`,
    bytes,
  }));
  return [...files, ...signed];
}

function dataFiles(facts: PacketFacts, figures: PacketFigures): File[] {
  return [
    { path: "complaint.json", bytes: json(complaintData(facts, figures)) },
    { path: "calculation.json", bytes: json(calculationData(facts, figures)) },
    { path: "calculation.csv", bytes: Buffer.from(calculationCsv(facts, figures)) },
  ];
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** A name that is a plain file name on every system. */
function safeName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._()（）·-]+/gu, "_").replace(/^\.+/, "");
  return plain.slice(-80) || "file";
}

/** ZIP keeps local clock time: Beijing's, whatever the zone this process runs in. */
function dosTime(instant: string): Date {
  const at = new Date(instant);
  const { date, hour, minute } = shanghaiClockOf(at);
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day, hour, minute, at.getUTCSeconds());
}
