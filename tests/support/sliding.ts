import type { Page } from "playwright-core";

/** Milliseconds, one for each move: of the work until the screen's content is changed, and until the next frame. */
export type Moves = { work: number[]; frame: number[] };

const MOVES = 60;

/**
 * Moves a range input of the page back and forth between two values. Work is what the editor itself measured from a change to
 * the commit of everything that follows; where it measures nothing, the handling of the event.
 */
export async function slide(page: Page, selector: string, from: number, to: number): Promise<Moves> {
  return await page.evaluate<Moves>(`(async () => {
    const input = document.querySelector(${JSON.stringify(selector)});
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
    const work = [];
    const frame = [];
    for (let move = 0; move < ${MOVES}; move += 1) {
      await nextFrame();
      performance.clearMeasures("offer.recompute");
      const begun = performance.now();
      set.call(input, String(move % 2 === 0 ? ${to} : ${from}));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await Promise.resolve();
      const handled = performance.now() - begun;
      await nextFrame();
      frame.push(performance.now() - begun);
      const [measured] = performance.getEntriesByName("offer.recompute");
      work.push(measured ? measured.duration : handled);
    }
    return { work, frame };
  })()`);
}

/** The figure so many of a hundred are not above. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
