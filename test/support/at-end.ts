/** Closes the resources of a test or file at its end, in reverse order, whether it passed or not. */

import { onTestFinished, TestRunner } from 'vitest';

const closers: (() => Promise<void>)[] = [];

/** Calls `close` at the end of the current test, or, in `beforeAll`, at the end of the file. */
export function atEnd(close: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(close);
  else closers.push(close);
}

/** Called by `every-file.ts` at the end of a file. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}
