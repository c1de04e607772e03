/** Sets `Date` of this process back. Monotonic time (`performance.now`) is unaffected. */

export function setClockBack(milliseconds: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Real.now() - milliseconds]) as [number]));
    }

    static override now(): number {
      return Real.now() - milliseconds;
    }
  } as DateConstructor;
}
