/** Nothing else in the extension host waits longer than this for us, but for the one file that takes longer by itself. */
const SLICE_MS = 12;

/** Lets everything else have its turn, as soon as it has waited long enough. */
export class TimeSlices {
  #since = performance.now();

  async pauseIfNeeded(): Promise<boolean> {
    if (performance.now() - this.#since < SLICE_MS) return false;
    await new Promise<void>((resolve) => setTimeout(() => resolve(), 0));
    this.#since = performance.now();
    return true;
  }

  /** After something that was waited for: the slice begins anew. */
  begin(): void {
    this.#since = performance.now();
  }
}
