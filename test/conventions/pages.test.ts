/** Every page of the tree keeps the house's rules, and each rule is seen to be broken. */

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './page-rules.ts';

const FOLDERS = '{domain,workflows,activities,worker,client,prisma,dev,test,bench}';
const pages = globSync(`${FOLDERS}/**/*.{ts,tsx}`, { exclude: ['prisma/generated/**', '**/node_modules/**'] }).sort();

const opening = '/** What it is for. */\n';

describe('every page keeps the rules', () => {
  test.each(pages)('%s', (path) => {
    expect(faultsOf(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('a page is refused when', () => {
  test.each([
    [
      'it is too long',
      'domain/a.ts',
      opening + '1;\n'.repeat(250),
      'it has 251 lines, 1 too many: it has two subjects',
    ],
    ['its name is not in kebab-case', 'domain/aReferral.ts', `${opening}1;`, 'its name is not in kebab-case'],
    ['it is named for nothing', 'domain/utils.ts', `${opening}1;`, 'its name says nothing of its subject'],
    ['its name ends in nothing', 'client/mail-service.ts', `${opening}1;`, 'its name says nothing of its subject'],
    ['its folder is named for nothing', 'client/common/a.ts', `${opening}1;`, 'its name says nothing of its subject'],
    ['it does not open with its purpose', 'domain/a.ts', "import './b.ts';", 'it does not open with what it is for'],
    [
      'its opening goes on',
      'domain/a.ts',
      '// one\n// two\n// three\n1;',
      'it opens with 3 lines instead of two at most',
    ],
    ['it casts', 'client/a.ts', `${opening}f(a as B);`, 'line 2: a cast'],
    ['it casts the old way', 'client/a.ts', `${opening}f(<B>a);`, 'line 2: a cast'],
    ['it takes any', 'test/a.ts', `${opening}function f(a: any) {}`, 'line 2: any'],
    ['it asserts', 'prisma/store/a.ts', `${opening}f(a!);`, 'line 2: an assertion that something is not null'],
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

describe('a page is taken when', () => {
  test.each([
    ['it casts in a test', 'test/a.test.ts', `${opening}f(a as B);`],
    ['it casts rows in the store', 'prisma/store/a.ts', `${opening}f(a as B);`],
    ['it freezes a literal', 'domain/a.ts', `${opening}f(['a'] as const);`],
    ['it holds a literal against a type', 'domain/a.ts', `${opening}f([] satisfies A[]);`],
    ['it is a list that Temporal wants', 'workflows/index.ts', `${opening}export * from './a.ts';`],
    ['it loads a module when it needs it', 'client/a.ts', `${opening}await import('./b.ts');`],
    ['it is a command', 'client/cli/main.ts', `#!/usr/bin/env node\n${opening}1;`],
  ])('%s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});
