/** Violates every import rule in a separate file, and checks that exactly this rule reports this file. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Files = Record<string, string>;

const FOLDERS = ['domain', 'workflows', 'activities', 'worker', 'client', 'prisma', 'dev', 'test'];

const dependencies = ['zod', 'luxon', 'pg', 'fastify', 'abandoned', '@prisma/client'].concat(
  ['workflow', 'client'].map((name) => `@temporalio/${name}`),
);

/** A tree without violations: every import that the table allows, as a type or as a value. */
const tidy: Files = {
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])),
    devDependencies: { vitest: '1' },
  }),
  'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "verbatimModuleSyntax": true } }',
  ...Object.assign({}, ...[...dependencies, 'vitest', 'undeclared'].map((name) => library(name))),
  ...library('abandoned', { deprecated: 'use another' }),
  'domain/rule.ts': 'export const rule = 1;',
  'domain/calendar.ts': "import 'luxon'; import type { rule } from './rule.ts'; export type Rule = typeof rule;",
  'domain/keyring.ts': "import 'node:crypto';",
  'domain/audit/leaf.ts': "import 'node:crypto'; import '../rule.ts';",
  'workflows/messages.ts': "import '@temporalio/workflow'; export const name = 'referral';",
  'workflows/loop.ts':
    "import type { record } from '../activities/record.ts'; import '../domain/rule.ts'; import './messages.ts'; export type R = typeof record;",
  'activities/record.ts':
    "import 'luxon'; import 'node:dns'; import '../domain/calendar.ts'; import '../prisma/store/rows.ts'; export const record = 1;",
  'client/engine/engine.ts':
    "import '@temporalio/client'; import 'node:fs'; import type { R } from '../../workflows/loop.ts'; import '../../workflows/messages.ts'; import '../../prisma/store/rows.ts'; export type { R };",
  'client/http/server.ts': "import 'fastify'; import '../engine/engine.ts';",
  'client/api/routes.ts': "import 'fastify'; import '../http/server.ts'; import '../engine/engine.ts';",
  'client/web/pages.ts': "import 'fastify'; import '../http/server.ts'; import '../engine/engine.ts';",
  'client/cli/program.ts': "import '../engine/engine.ts';",
  'client/main.ts': "import './api/routes.ts'; import './web/pages.ts'; import '../worker/run.ts';",
  'prisma/store/rows.ts': "import 'pg'; import '../../domain/rule.ts'; import '../generated/client.ts';",
  'prisma/generated/client.ts': "import 'pg';",
  'prisma/migrate.ts': "import 'pg'; import './generated/client.ts'; import 'node:fs';",
  'worker/run.ts': "import '../workflows/loop.ts'; import '../activities/record.ts';",
  'worker/main.ts': "import './run.ts'; import '../prisma/migrate.ts';",
  'dev/stack.ts': "import '../worker/run.ts'; import 'vitest';",
  'test/stack.test.ts': "import 'vitest'; import '../dev/stack.ts'; import '../worker/run.ts';",
};

/** [description, violated rule, file, content] */
const breaches: [string, string, string, string][] = [
  ['the domain uses the store', 'domain-from-us', 'domain/a.ts', "import '../prisma/store/rows.ts';"],
  ['the domain imports a type of a workflow', 'domain-from-us', 'domain/b.ts', typeFrom('../workflows/loop.ts')],
  ['the domain reads files', 'domain-from-outside', 'domain/c.ts', "import 'node:fs';"],
  ['the domain hashes outside the audit folder', 'domain-from-outside', 'domain/d.ts', "import 'node:crypto';"],
  ['the domain uses the database', 'domain-from-outside', 'domain/e.ts', "import 'pg';"],
  ['the audit log reads files', 'hashing-from-outside', 'domain/audit/f.ts', "import 'node:fs/promises';"],
  ['the audit log uses the store', 'hashing-from-us', 'domain/audit/g.ts', "import '../../prisma/store/rows.ts';"],
  ['a workflow uses the store', 'workflows-from-us', 'workflows/a.ts', "import '../prisma/store/rows.ts';"],
  [
    'a workflow imports a type of the client',
    'workflows-from-us',
    'workflows/b.ts',
    typeFrom('../client/engine/engine.ts'),
  ],
  ['a workflow uses a library', 'workflows-from-outside', 'workflows/c.ts', "import 'luxon';"],
  ['a workflow uses a Node module', 'workflows-from-outside', 'workflows/d.ts', "import 'node:util';"],
  [
    'a workflow imports an activity as a value',
    'workflows-take-types-of-activities',
    'workflows/e.ts',
    "import '../activities/record.ts';",
  ],
  ['an activity uses the client', 'activities-from-us', 'activities/a.ts', "import '../client/engine/engine.ts';"],
  ['an activity bypasses the store', 'activities-from-us', 'activities/b.ts', "import '../prisma/migrate.ts';"],
  ['an activity uses a library of the client', 'activities-from-outside', 'activities/c.ts', "import 'fastify';"],
  [
    'the engine uses an activity',
    'client-engine-from-us',
    'client/engine/a.ts',
    "import '../../activities/record.ts';",
  ],
  ['the engine uses an entry point', 'client-engine-from-us', 'client/engine/b.ts', "import '../web/pages.ts';"],
  [
    'the engine uses a library of workflows',
    'client-engine-from-outside',
    'client/engine/c.ts',
    "import '@temporalio/workflow';",
  ],
  [
    'a schema uses the store',
    'client-contract-from-us',
    'client/contract/d.ts',
    "import '../../prisma/store/rows.ts';",
  ],
  ['a schema uses the server', 'client-contract-from-outside', 'client/contract/e.ts', "import 'fastify';"],
  ['the platform uses the engine', 'client-platform-from-us', 'client/platform/f.ts', "import '../engine/engine.ts';"],
  ['the platform uses the server', 'client-platform-from-outside', 'client/platform/g.ts', "import 'fastify';"],
  ['a translation uses the store', 'client-i18n-from-us', 'client/i18n/h.ts', "import '../../prisma/store/rows.ts';"],
  ['a translation uses the server', 'client-i18n-from-outside', 'client/i18n/i.ts', "import 'fastify';"],
  ['a query uses the engine', 'client-queries-from-us', 'client/queries/j.ts', "import '../engine/engine.ts';"],
  ['a query uses the server', 'client-queries-from-outside', 'client/queries/k.ts', "import 'fastify';"],
  ['the sealer uses the engine', 'client-log-from-us', 'client/log/n.ts', "import '../engine/engine.ts';"],
  ['the sealer uses the server', 'client-log-from-outside', 'client/log/o.ts', "import 'fastify';"],
  [
    'the verifier uses the store',
    'client-verifier-from-us',
    'client/verifier/p.ts',
    "import '../../prisma/store/rows.ts';",
  ],
  ['the verifier uses the server', 'client-verifier-from-outside', 'client/verifier/q.ts', "import 'fastify';"],
  ['a draft uses the engine', 'client-workspace-from-us', 'client/workspace/l.ts', "import '../engine/engine.ts';"],
  ['a draft uses the server', 'client-workspace-from-outside', 'client/workspace/m.ts', "import 'fastify';"],
  [
    'the directory uses the engine',
    'client-directory-from-us',
    'client/directory/n.ts',
    "import '../engine/engine.ts';",
  ],
  [
    'the directory uses Temporal',
    'client-directory-from-outside',
    'client/directory/o.ts',
    "import '@temporalio/client';",
  ],
  ['a document uses pages', 'client-documents-from-us', 'client/documents/x.ts', "import '../web/pages.ts';"],
  ['a document uses the server', 'client-documents-from-outside', 'client/documents/y.ts', "import 'fastify';"],
  ['recovery uses pages', 'client-recovery-from-us', 'client/recovery/p.ts', "import '../web/pages.ts';"],
  ['recovery uses the server', 'client-recovery-from-outside', 'client/recovery/q.ts', "import 'fastify';"],
  [
    'the preflight check uses the engine',
    'client-preflight-from-us',
    'client/preflight/q.ts',
    "import '../engine/engine.ts';",
  ],
  [
    'the preflight check uses the server',
    'client-preflight-from-outside',
    'client/preflight/r.ts',
    "import 'fastify';",
  ],
  ['the package uses the domain', 'client-package-from-us', 'client/package/s.ts', "import '../../domain/rule.ts';"],
  ['the package uses the server', 'client-package-from-outside', 'client/package/t.ts', "import 'fastify';"],
  ['the server uses the API', 'client-http-from-us', 'client/http/r.ts', "import '../api/routes.ts';"],
  ['the server uses Temporal', 'client-http-from-outside', 'client/http/s.ts', "import '@temporalio/client';"],
  ['the API uses pages', 'client-api-from-us', 'client/api/t.ts', "import '../web/pages.ts';"],
  ['the API uses Temporal', 'client-api-from-outside', 'client/api/u.ts', "import '@temporalio/client';"],
  ['a page uses the API', 'client-web-from-us', 'client/web/v.ts', "import '../api/routes.ts';"],
  ['a page uses Temporal', 'client-web-from-outside', 'client/web/w.ts', "import '@temporalio/client';"],
  ['a command uses the server', 'client-cli-from-us', 'client/cli/x.ts', "import '../http/server.ts';"],
  ['a command uses a library of the server', 'client-cli-from-outside', 'client/cli/y.ts', "import 'fastify';"],
  ['a command uses the local stack', 'client-cli-from-us', 'client/cli/z.ts', "import '../../dev/stack.ts';"],
  [
    'the client runs a workflow',
    'client-takes-types-of-workflows',
    'client/engine/run.ts',
    "import '../../workflows/loop.ts';",
  ],
  ['the store uses the client', 'store-from-us', 'prisma/store/a.ts', "import '../../client/engine/engine.ts';"],
  ['the store uses migrations', 'store-from-us', 'prisma/store/b.ts', "import '../migrate.ts';"],
  ['the store uses another library', 'store-from-outside', 'prisma/store/c.ts', "import 'luxon';"],
  ['the seed uses the client', 'database-from-us', 'prisma/seed/a.ts', "import '../../client/engine/engine.ts';"],
  ['the seed uses another library', 'database-from-outside', 'prisma/seed/b.ts', "import 'fastify';"],
  ['the worker uses the local stack', 'worker-from-us', 'worker/a.ts', "import '../dev/stack.ts';"],
  ['a main uses the local stack', 'main-from-us', 'client/cli/main.ts', "import '../../dev/stack.ts';"],
  ['the local stack uses a test', 'dev-from-us', 'dev/a.ts', "import '../test/stack.test.ts';"],
  ['a main is imported', 'nothing-imports-a-main', 'dev/b.ts', "import '../worker/main.ts';"],
  [
    'the local stack bypasses the store',
    'prisma-behind-the-store',
    'dev/c.ts',
    "import '../prisma/generated/client.ts';",
  ],
  ['the worker opens its own client', 'prisma-behind-the-store', 'worker/b.ts', "import '@prisma/client';"],
  ['a file imports itself indirectly', 'no-cycles', 'domain/round/one.ts', "import './two.ts';"],
  ['two files import types from each other', 'no-cycles', 'domain/types/one.ts', typeFrom('./two.ts')],
  ['a file has no import in either direction', 'no-orphans', 'dev/d.ts', 'export const alone = 1;'],
  ['a file does not exist', 'no-unresolvable', 'dev/e.ts', "import './nowhere.ts';"],
  ['a package is deprecated', 'no-deprecated', 'dev/f.ts', "import 'abandoned';"],
  ['a package is not declared', 'no-undeclared-package', 'dev/g.ts', "import 'undeclared';"],
  [
    'production code uses a development package',
    'no-development-package-in-production',
    'worker/c.ts',
    "import 'vitest';",
  ],
];

/** The second files of cycles. They violate the same rule. */
const partners: Files = {
  'domain/round/two.ts': "import './one.ts';",
  'domain/types/two.ts': typeFrom('./one.ts'),
};

describe('the import rules', () => {
  const houses: string[] = [];
  let broken: Map<string, string[]>;

  beforeAll(async () => {
    const files = Object.fromEntries(breaches.map(([, , path, text]) => [path, text]));
    broken = await rulesBroken(build({ ...tidy, ...partners, ...files }), '.dependency-cruiser.cjs');
  });

  afterAll(() => {
    for (const house of houses) rmSync(house, { recursive: true });
  });

  test('a tree without violations passes', async () => {
    const house = build(tidy);
    expect(await rulesBroken(house, '.dependency-cruiser.cjs')).toEqual(new Map());
    expect(await rulesBroken(house, '.dependency-cruiser.bundle.cjs')).toEqual(new Map());
  });

  test.each(breaches)('%s: %s', (_, rule, path) => {
    expect(broken.get(path)).toEqual([rule]);
  });

  test('each rule has a violation', async () => {
    const { ruleSet } = await extractDepcruiseOptions(resolve('.dependency-cruiser.cjs'));
    const rules = ruleSet?.forbidden?.map(({ name }) => name);
    expect(new Set(breaches.map(([, rule]) => rule))).toEqual(new Set(rules));
  });

  test('a library must not reach the workflow bundle through a domain module, even indirectly', async () => {
    const house = build({
      ...tidy,
      'domain/near.ts': "import './far.ts';",
      'domain/far.ts': "import 'zod';",
      'workflows/loop.ts': "import '../domain/near.ts';",
    });
    expect(await rulesBroken(house, '.dependency-cruiser.cjs')).toEqual(new Map());
    const reached = await rulesBroken(house, '.dependency-cruiser.bundle.cjs');
    expect([...reached.values()]).toEqual([['bundle-reaches-no-library']]);
  });

  test('translations must not reach the workflow bundle, even indirectly', async () => {
    const house = build({
      ...tidy,
      'domain/near.ts': "import './words/en.ts';",
      'domain/words/en.ts': 'export const word = 1;',
      'workflows/loop.ts': "import '../domain/near.ts';",
    });
    const reached = await rulesBroken(house, '.dependency-cruiser.bundle.cjs');
    expect([...reached.values()]).toEqual([['bundle-reaches-no-translation']]);
  });

  function build(files: Files): string {
    const house = mkdtempSync(join(tmpdir(), 'liaise-house-'));
    houses.push(house);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    return house;
  }
});

function library(name: string, more?: { deprecated: string }): Files {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...more }),
    [`node_modules/${name}/index.js`]: '',
  };
}

function typeFrom(path: string): string {
  return `import type * as other from '${path}'; export type Other = typeof other;`;
}

/** The violated rules of each file. */
async function rulesBroken(house: string, config: string): Promise<Map<string, string[]>> {
  const options = await extractDepcruiseOptions(resolve(config));
  const { output } = await cruise(FOLDERS, { ...options, baseDir: house });
  if (typeof output === 'string') throw new Error(output);
  const broken = new Map<string, string[]>();
  for (const { from, rule } of output.summary.violations) {
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  }
  return broken;
}
