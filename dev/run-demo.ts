/** Runs the demo from start to end on a separate stack in a temporary folder. */

import { resolve } from 'node:path';
import { StackFault } from './fault.ts';
import type { Stack } from './stack.ts';
import { playStory } from './story.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface DemoOptions {
  /** A report file of the caller's. */
  input: string | undefined;
  start: (folder: string, progress: (line: string) => void) => Promise<Stack>;
  /** How to get the same stack and keep it. */
  afterwards: string;
}

/** The exit status says whether the story came to its end. */
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
    await playStory(stack, resolve(input));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\nThe story is told, in ${seconds} s. ${afterwards}`);
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}
