import type { Visitor } from "./browser.ts";

/** Somebody without a mouse and without a finger: only Tab, Enter, Space, arrows and letters. */
export class Keyboard {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  /** What a screen reader would say has the focus. */
  async focused(): Promise<string> {
    return await this.#visitor.page.evaluate<string>(`(() => {
      const on = document.activeElement;
      const labels = [...(on?.labels ?? [])].map((label) => label.textContent).join(" ");
      return on?.getAttribute("aria-label") ?? (labels || on?.textContent || "");
    })()`);
  }

  /** Go there by Tab, forwards only, once round at most. */
  async goTo(name: string): Promise<void> {
    const passed: string[] = [];
    for (let n = 0; n < 80; n += 1) {
      await this.#visitor.page.keyboard.press("Tab");
      const focused = (await this.focused()).trim();
      if (focused === name || focused.replace(/\s+/g, " ") === name) return;
      passed.push(focused);
    }
    throw new Error(`Tab never came to “${name}”, but to ${passed.join(" | ")}`);
  }

  async fill(name: string, text: string): Promise<void> {
    await this.goTo(name);
    await this.#visitor.page.keyboard.type(text);
  }

  async toggle(name: string): Promise<void> {
    await this.goTo(name);
    await this.#visitor.page.keyboard.press("Space");
  }

  /** The next of several choices. */
  async chooseNext(name: string): Promise<void> {
    await this.goTo(name);
    await this.#visitor.page.keyboard.press("ArrowDown");
  }

  /** Press a button or follow a link, and see the screen that comes. */
  async press(name: string, heading?: string): Promise<void> {
    await this.goTo(name);
    await this.enter(heading);
  }

  async enter(heading?: string): Promise<void> {
    await this.#visitor.page.keyboard.press("Enter");
    if (heading !== undefined)
      await this.#visitor.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
    await this.#visitor.settled();
  }
}
