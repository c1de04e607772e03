/** An act type that `possibleActs` does not offer is a compile error. */

import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const ACTS = resolve(ROOT, 'domain/acts.ts');
const MAY_ACT = resolve(ROOT, 'client/queries/may-act.ts');

test('a new act of a person does not compile until it has a sample in may-act.ts', () => {
  expect(errorsWith((source) => source)).toEqual([]);
  const withNewAct = errorsWith((source) =>
    source.replace("| { type: 'erase' }", "| { type: 'erase' } | { type: 'sign' }"),
  );
  expect(withNewAct).toEqual([expect.stringMatching(/Property 'sign' is missing/)]);
});

/** The type errors of may-act.ts when domain/acts.ts is compiled as `edit` leaves it. */
function errorsWith(edit: (source: string) => string): string[] {
  const { config } = ts.readConfigFile(resolve(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (name) => {
    const source = readFile(name);
    return source !== undefined && resolve(name) === ACTS ? edit(source) : source;
  };
  const program = ts.createProgram([MAY_ACT], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(MAY_ACT))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
