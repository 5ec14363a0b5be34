import { drawAgreement } from "./agreements/agreementPdf.ts";
import { drawTranslation } from "./agreements/agreementTranslationPdf.ts";
import { drawApplication } from "./confirmations/applicationPdf.ts";
import { drawBinder } from "./pdf/binder.ts";
import { drawCompletionCertificate } from "./performance/completionPdf.ts";
import { drawTerminationCertificate } from "./cases/terminationCertificatePdf.ts";
import { drawFactRecord } from "./facts/factRecordPdf.ts";
import { inspectExhibit } from "./pdf/exhibitSource.ts";
import { drawMinutes } from "./minutes/minutesPdf.ts";
import { drawPacket } from "./escalations/packetPdf.ts";
import { showPage } from "./pdf/pageImage.ts";
import { serveDocuments } from "./pdf/serveDocuments.ts";

/** The documents that are drawn outside the main thread. */
const tasks = {
  agreement: drawAgreement,
  agreementTranslation: drawTranslation,
  terminationCertificate: drawTerminationCertificate,
  factRecord: drawFactRecord,
  minutes: drawMinutes,
  packet: drawPacket,
  application: drawApplication,
  completionCertificate: drawCompletionCertificate,
  binder: drawBinder,
  inspectExhibit,
  page: showPage,
};

export type DocumentTasks = typeof tasks;

serveDocuments(tasks);
