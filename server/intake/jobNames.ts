/** The background queues of the intake. */
export const READ_JOB = "intake.read";
export const IMPORT_JOB = "intake.import";
export const SWEEP_JOB = "intake.sweep";
export const INTAKE_QUEUES = [READ_JOB, IMPORT_JOB, SWEEP_JOB] as const;
