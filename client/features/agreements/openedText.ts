/** Whether the full text was opened on this phone. A changed text has another hash and is to be opened again. */
export function wasOpened(contentHash: string): boolean {
  try {
    return window.sessionStorage.getItem(key(contentHash)) !== null;
  } catch {
    return opened.has(contentHash);
  }
}

export function markOpened(contentHash: string): void {
  opened.add(contentHash);
  try {
    window.sessionStorage.setItem(key(contentHash), "1");
  } catch {
    // A private window may forbid storage; then it lasts as long as the page.
  }
}

const opened = new Set<string>();
const key = (contentHash: string) => `parley.read.${contentHash}`;
