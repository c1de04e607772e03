/** Every source file keeps the page rules, and each rule detects a violation. */

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './page-rules.ts';

const FOLDERS = '{domain,workflows,activities,worker,client,prisma,dev,test,bench}';
const pages = globSync(`${FOLDERS}/**/*.{ts,tsx}`, {
  exclude: ['{prisma,client/package}/generated/**', '**/node_modules/**'],
}).sort();

const opening = '/** What it is for. */\n';

describe('every file keeps the rules', () => {
  test.each(pages)('%s', (path) => {
    expect(faultsOf(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('a file is refused if', () => {
  test.each([
    [
      'it is too long',
      'domain/a.ts',
      opening + '1;\n'.repeat(250),
      'it has 251 lines, 1 too many: it has two subjects',
    ],
    ['its name is not in kebab-case', 'domain/aReferral.ts', `${opening}1;`, 'its name is not in kebab-case'],
    ['its name is too general', 'domain/utils.ts', `${opening}1;`, 'its name does not describe its subject'],
    [
      'its name has a general ending',
      'client/mail-service.ts',
      `${opening}1;`,
      'its name does not describe its subject',
    ],
    [
      'the name of its folder is too general',
      'client/common/a.ts',
      `${opening}1;`,
      'its name does not describe its subject',
    ],
    ['it does not open with its purpose', 'domain/a.ts', "import './b.ts';", 'it does not open with what it is for'],
    [
      'its opening comment is too long',
      'domain/a.ts',
      '// one\n// two\n// three\n1;',
      'it opens with 3 lines instead of two at most',
    ],
    ['it casts', 'client/a.ts', `${opening}f(a as B);`, 'line 2: a cast'],
    ['it casts with angle brackets', 'client/a.ts', `${opening}f(<B>a);`, 'line 2: a cast'],
    ['it uses any', 'test/a.ts', `${opening}function f(a: any) {}`, 'line 2: any'],
    [
      'it writes a colon after a label, which differs by language',
      'client/a.tsx',
      `${opening}f(<p>{t('id')}: {id}</p>);`,
      'line 2: a colon after a label, which labelled() writes',
    ],
    [
      'it asserts that a value is not null',
      'prisma/store/a.ts',
      `${opening}f(a!);`,
      'line 2: an assertion that something is not null',
    ],
    [
      'it names a source file',
      'client/a.ts',
      `${opening}import.meta.resolve('./b.ts');`,
      'line 2: a path to a source file, which is not in dist/',
    ],
    ['it only re-exports', 'domain/index.ts', `${opening}export * from './a.ts';`, 'it only re-exports'],
    ['it silences the compiler', 'domain/a.ts', `${opening}// @ts-ignore\n1;`, 'it silences the compiler'],
  ])('%s', (_, path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([fault]);
  });
});

describe('a file is accepted if', () => {
  test.each([
    ['it casts in a test', 'test/a.test.ts', `${opening}f(a as B);`],
    ['it casts rows in the store', 'prisma/store/a.ts', `${opening}f(a as B);`],
    ['it freezes a literal', 'domain/a.ts', `${opening}f(['a'] as const);`],
    ['it checks a literal with satisfies', 'domain/a.ts', `${opening}f([] satisfies A[]);`],
    ['it is a list that Temporal requires', 'workflows/index.ts', `${opening}export * from './a.ts';`],
    ['it loads a module when it needs it', 'client/a.ts', `${opening}await import('./b.ts');`],
    ['it is a command', 'client/cli/main.ts', `#!/usr/bin/env node\n${opening}1;`],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});
