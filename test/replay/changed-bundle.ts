/** Simulates another build of the workflows: the current bundle with a change in one function of the loop. */

import { readFileSync } from 'node:fs';
import { workflowBundle } from '../support/temporal.ts';

/** In the sandbox, setTimeout creates a Temporal timer. */
export const PAUSE = 'await new Promise((done) => setTimeout(done, 1000));';

/** The current bundle with `statement` at the start of the function whose signature is `head`. */
export function bundleWith(head: string, statement: string): { code: string } {
  const opening = `function ${head} {`;
  const [before, after, ...more] = currentBundle().split(opening);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The bundle has no "${opening}", or several: change another function here.`);
  }
  return { code: `${before}${opening}${statement}${after}` };
}

/** Pauses before a workflow begins, except if it started before this build. */
export function bundleThatPauses(): { code: string } {
  return bundleWith('begin(state, start)', `if (${nameOfWorkflowModule()}.patched('pause-first')) { ${PAUSE} }`);
}

/** The name of the module @temporalio/workflow in the loop of the bundle. */
function nameOfWorkflowModule(): string {
  const code = currentBundle();
  return /\b\w+(?=\.condition\))/.exec(code.slice(code.indexOf('function begin(')))?.[0] ?? '';
}

function currentBundle(): string {
  return readFileSync(workflowBundle().codePath, 'utf8');
}
