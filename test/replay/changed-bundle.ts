/** Another build of the workflows: today's bundle, with a function of the loop changed. */

import { readFileSync } from 'node:fs';
import { workflowBundle } from '../support/temporal.ts';

/** In the sandbox a timeout is a timer of Temporal's. */
export const PAUSE = 'await new Promise((done) => setTimeout(done, 1000));';

/** The bundle of today with `statement` at the start of the function of that head. */
export function changed(head: string, statement: string): { code: string } {
  const opening = `function ${head} {`;
  const [before, after, ...more] = today().split(opening);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The bundle has no "${opening}", or several: change another function here.`);
  }
  return { code: `${before}${opening}${statement}${after}` };
}

/** Pauses before a life begins, but not one that began before this build. */
export function pausesFirst(): { code: string } {
  return changed('begin(life, start)', `if (${workflowModule()}.patched('pause-first')) { ${PAUSE} }`);
}

/** By what name the loop knows it in the bundle. */
function workflowModule(): string {
  const code = today();
  return /\b\w+(?=\.condition\))/.exec(code.slice(code.indexOf('function begin(')))?.[0] ?? '';
}

function today(): string {
  return readFileSync(workflowBundle().codePath, 'utf8');
}
