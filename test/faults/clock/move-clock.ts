/** Moves `Date` of this process forward; back, if the time is negative. Monotonic time (`performance.now`) is unaffected. */

export function moveClock(milliseconds: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Real.now() + milliseconds]) as [number]));
    }

    static override now(): number {
      return Real.now() + milliseconds;
    }
  } as DateConstructor;
}
