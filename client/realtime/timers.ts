type Handle = ReturnType<typeof setTimeout>;

/** Named timers: starting one again moves it, and closing stops them all. */
export class Timers {
  private readonly handles = new Map<string, Handle>();

  start(name: string, delayMs: number, act: () => void): void {
    this.stop(name);
    const run = () => {
      this.handles.delete(name);
      act();
    };
    this.handles.set(name, setTimeout(run, delayMs));
  }

  /** Leaves one that is running already as it is. */
  startOnce(name: string, delayMs: number, act: () => void): void {
    if (!this.running(name)) this.start(name, delayMs, act);
  }

  running(name: string): boolean {
    return this.handles.has(name);
  }

  stop(name: string): void {
    clearTimeout(this.handles.get(name));
    this.handles.delete(name);
  }

  stopAll(): void {
    for (const name of this.handles.keys()) this.stop(name);
  }
}
