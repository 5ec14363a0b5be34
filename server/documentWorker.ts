import { drawAgreement } from "./agreements/agreementPdf.ts";
import { drawTerminationCertificate } from "./cases/terminationCertificatePdf.ts";
import { inspectExhibit } from "./pdf/exhibitSource.ts";
import { drawPacket } from "./escalations/packetPdf.ts";
import { serveDocuments } from "./pdf/serveDocuments.ts";

/** The documents that are drawn outside the main thread. */
const tasks = {
  agreement: drawAgreement,
  terminationCertificate: drawTerminationCertificate,
  packet: drawPacket,
  inspectExhibit,
};

export type DocumentTasks = typeof tasks;

serveDocuments(tasks);
