/** Closes a run with one line of its own: `vitest: N passed, N failed`, and how many were skipped if any were. */

import type { Reporter, TestModule } from 'vitest/node';

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const { passed, failed, skipped } = count(modules);
    const line = `vitest: ${passed} passed, ${failed + unhandled.length} failed`;
    console.log(skipped > 0 ? `${line}, ${skipped} skipped` : line);
  }
}

function count(modules: readonly TestModule[]) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state !== 'pending') total[state] += 1;
    }
    // A file or a group that breaks outside its tests has failed too.
    total.failed += module.errors().length;
    for (const suite of module.children.allSuites()) total.failed += suite.errors().length;
  }
  return total;
}
