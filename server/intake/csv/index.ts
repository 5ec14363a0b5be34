export { ExportUnreadable } from "./exportUnreadable.ts";
export { type ExportRow, type OpenExport, readExport } from "./readExport.ts";
export { writeFaultyCsv } from "./writeFaultyCsv.ts";
