export { ExportUnreadable } from "./exportUnreadable.ts";
export { type ExportRow, type OpenExport, readExport } from "./readExport.ts";
export { type FaultyRow, writeFaultyCsv } from "./writeFaultyCsv.ts";
