/** Runs the demo from start to end on a separate stack in a temporary folder. */

import { join, resolve } from 'node:path';
import { runRequestsUnderLaw } from './demo-law.ts';
import { runReferral } from './demo-steps.ts';
import { StackFault } from './fault.ts';
import { FOLDER } from './long-running-stack.ts';
import type { Stack } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface DemoOptions {
  /** A report file; by default dev/demo-report.xml. */
  input: string | undefined;
  start: (folder: string, progress: (line: string) => void) => Promise<Stack>;
  /** A sentence for the end: how to start the same stack and keep it. */
  afterwards: string;
}

/** Runs the demo. Sets the exit status to 1 if it does not complete. */
export async function runDemo({ input = 'dev/demo-report.xml', start, afterwards }: DemoOptions): Promise<void> {
  const started = performance.now();
  const folder = await temporaryFolder('demo');
  let stack: Stack | undefined;
  const close = async () => {
    await stack?.stop();
    await folder.remove();
  };
  process.once('SIGINT', () => void close().finally(() => process.exit(130)));
  try {
    stack = await start(folder.path, (line) => console.log(`  ${line}`));
    await runReferral(stack, resolve(input), join(FOLDER, 'demo'));
    await runRequestsUnderLaw(stack);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\nThe demo has ended after ${seconds} s. ${afterwards}`);
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}
