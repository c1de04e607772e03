/** What a test or a file has opened is closed again at its end, the last first, whether it passed or not. */

import { onTestFinished, TestRunner } from 'vitest';

const closers: (() => Promise<void>)[] = [];

/** At the end of the test in which this is called, or, called in `beforeAll`, of the file. */
export function atEnd(close: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(close);
  else closers.push(close);
}

/** For `every-file.ts`, which knows when a file ends. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}
