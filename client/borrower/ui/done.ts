const listeners = new Set<(text: string) => void>();

/** Says that something worked; whoever shows it decides for how long. */
export function sayDone(text: string): void {
  for (const listener of listeners) listener(text);
}

export function onDone(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
