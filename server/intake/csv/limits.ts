export type ExportLimits = {
  maxBytes: number;
  maxLineBytes: number;
  maxColumns: number;
  /** How much of the text is looked at to tell UTF-8 from GB18030. */
  sampleBytes: number;
};

export const EXPORT_LIMITS: ExportLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxLineBytes: 64 * 1024,
  maxColumns: 200,
  sampleBytes: 64 * 1024,
};
