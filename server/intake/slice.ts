/** How long a run may work before it hands over to its next job: a job that takes long is given to another worker. */
export type Slice = { isOver(): boolean };

const SLICE_MS = 60_000;

export function startSlice(lengthMs = SLICE_MS): Slice {
  const end = performance.now() + lengthMs;
  return { isOver: () => performance.now() >= end };
}

export const unlimited: Slice = { isOver: () => false };
