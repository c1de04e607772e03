// Who may import whom: one row a folder, each row two rules (from us, from outside), both allow-lists.
// test/conventions/imports.test.ts breaks every rule on purpose; what reaches the workflow bundle has its own file.

const OURS = '^(domain|workflows|activities|worker|client|prisma|dev|test|bench)/';
const MAIN = '(^|/)main\\.ts$';

const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const PURE = packages('zod', 'luxon', 'date-holidays', 'saxes', 'uuid');
const PRISMA = packages('@prisma', 'prisma');
const DATABASE = packages('@prisma', 'prisma', 'pg');

const TEMPORAL = packages('@temporalio/client', '@temporalio/common', '@temporalio/proto');
const SERVER = packages('fastify', '@fastify', 'fastify-type-provider-zod');
const MODEL = ['^domain/', '^prisma/store/'];

/** `modules` of client/ that a module may import, besides itself and `us`; none imports a module listed after it. */
const clientModule = (name, { except, modules = [], us = MODEL, outside = [], why }) => ({
  name: `client-${name}`,
  from: `^client/${name}/`,
  except: except ?? MAIN,
  us: [...[name, ...modules].map((each) => `^client/${each}/`), ...us],
  outside: [packages('luxon', 'uuid', 'zod'), ...outside],
  node: true,
  why,
});

const READING = ['contract', 'platform', 'i18n'];
const ACTING = [...READING, 'queries', 'workspace', 'engine', 'directory'];

/** The modules of client/, each after those that it may import. The entry points api, web and cli never import each other. */
const CLIENT = [
  clientModule('contract', { us: ['^domain/'], why: 'Schemas of what comes in and goes out know only the domain.' }),
  clientModule('platform', {
    modules: ['contract'],
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('@opentelemetry', 'mmdb-lib', 'pino', 'prom-client')],
    why: 'What every process needs, workers included: configuration, connections, keys, logs, metrics.',
  }),
  clientModule('i18n', {
    us: ['^domain/'],
    outside: [packages('date-holidays', 'i18next')],
    why: 'Texts, dates and numbers of each language know only the domain.',
  }),
  clientModule('queries', { modules: READING, why: 'Queries read the store and change nothing.' }),
  clientModule('workspace', { modules: READING, why: 'What people keep for themselves is in the store alone.' }),
  clientModule('engine', {
    modules: [...READING, 'queries'],
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('@opentelemetry')],
    why: 'The only access to the workflows: no entry point is known here.',
  }),
  clientModule('directory', { modules: READING, why: 'Changes of the directory end in the store.' }),
  clientModule('recovery', {
    modules: ACTING,
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL],
    why: 'Checks and repairs use the journal, the projections and the workflows.',
  }),
  clientModule('http', {
    modules: ACTING,
    outside: [SERVER, packages('jose', 'openid-client')],
    why: 'What pages and API share; both are given to the server, so it imports neither.',
  }),
  clientModule('api', {
    // Draws its readable page with parts of the pages.
    except: '^client/api/docs-page',
    modules: [...ACTING, 'http'],
    outside: [SERVER, packages('jose', 'preact', 'preact-render-to-string')],
    why: 'The API is one of three entry points: it imports neither pages nor commands.',
  }),
  clientModule('web', {
    modules: [...ACTING, 'http'],
    outside: [
      SERVER,
      packages('preact', 'preact-render-to-string', 'd3-scale', 'd3-geo', 'topojson-client', 'world-atlas'),
    ],
    why: 'The pages are one of three entry points: they import neither API nor commands.',
  }),
  clientModule('cli', {
    modules: [...ACTING, 'recovery'],
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('commander', 'cli-table3')],
    why: 'The command line is one of three entry points: it imports neither API nor pages.',
  }),
];

/**
 * `from` a folder, without `except`; `us` and `outside` are all that it may import, and with `node` Node's own modules.
 * No `outside` means anything.
 */
const rows = [
  {
    name: 'domain',
    from: '^domain/',
    except: '^domain/(audit/|keyring\\.ts$)',
    us: ['^domain/'],
    outside: [PURE],
    why: 'Rules can be read and tested with nothing running: pure libraries, no I/O.',
  },
  {
    name: 'hashing',
    from: '^domain/(audit/|keyring\\.ts$)',
    us: ['^domain/'],
    outside: [PURE, '^(node:)?crypto$'],
    why: 'As the domain, and the digests of node:crypto, which are pure.',
  },
  {
    name: 'workflows',
    from: '^workflows/',
    us: ['^workflows/', '^domain/', '^activities/'],
    outside: [packages('@temporalio/workflow', '@temporalio/common')],
    why: 'A workflow waits, records and sends: rules come from the domain, effects from activities.',
  },
  {
    name: 'activities',
    from: '^activities/',
    us: ['^activities/', '^domain/', '^prisma/store/'],
    outside: [packages('@temporalio/activity', 'nodemailer', 'undici', 'luxon', 'pino', 'uuid')],
    node: true,
    why: 'Side effects are here; they know the domain and the store, not who calls them.',
  },
  ...CLIENT,
  {
    name: 'store',
    from: '^prisma/store/',
    us: ['^prisma/(store|generated)/', '^domain/'],
    outside: [DATABASE],
    node: true,
    why: 'The store turns rows into the domain and back, and knows nothing else.',
  },
  {
    name: 'database',
    from: '^prisma/(?!store/|generated/)',
    except: MAIN,
    us: ['^prisma/', '^domain/'],
    outside: [DATABASE, packages('zod')],
    node: true,
    why: 'Migrations and seed are run by others; they know only the domain.',
  },
  {
    name: 'worker',
    from: '^worker/',
    us: ['^(worker|domain|workflows|activities|client|prisma)/'],
    why: 'The worker assembles the engine; the local stack and tests stand outside it.',
  },
  {
    name: 'main',
    from: '^(client|prisma)/.*main\\.ts$',
    us: ['^(client|worker|domain|workflows|activities|prisma)/'],
    why: 'A main opens things and closes them; the local stack and tests stand outside it.',
  },
  {
    name: 'dev',
    from: '^dev/',
    us: ['^(dev|worker|client|domain|workflows|activities|prisma)/'],
    why: 'The local stack may start anything, but does not lean on tests.',
  },
];

const fromUs = ({ name, from, except, us, why }) => ({
  name: `${name}-from-us`,
  comment: why,
  severity: 'error',
  from: { path: from, ...(except && { pathNot: except }) },
  to: { path: OURS, pathNot: us },
});

const fromOutside = ({ name, from, except, outside, node, why }) => ({
  name: `${name}-from-outside`,
  comment: why,
  severity: 'error',
  from: { path: from, ...(except && { pathNot: except }) },
  to: { pathNot: [OURS, ...outside], couldNotResolve: false, ...(node && { dependencyTypesNot: ['core'] }) },
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rows.map(fromUs),
    ...rows.filter((row) => row.outside).map(fromOutside),
    forbid(
      'workflows-take-types-of-activities',
      'An activity imported as a value would drag its libraries into the workflow bundle.',
      { path: '^workflows/' },
      { path: '^activities/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'client-takes-types-of-workflows',
      'The client knows a workflow by its messages alone; the code runs in the worker.',
      { path: '^client/', pathNot: MAIN },
      { path: '^workflows/', pathNot: '^workflows/messages\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'prisma-behind-the-store',
      'Only the store, and what generates and migrates, knows the Prisma client.',
      { pathNot: '^(prisma|test|bench)/' },
      { path: ['^prisma/generated/', PRISMA] },
    ),
    forbid('nothing-imports-a-main', 'A main is started, never imported: it reads configuration.', {}, { path: MAIN }),
    forbid('no-cycles', 'Cycles of types alone count too: the files cannot be read apart.', {}, { circular: true }),
    // What browsers load, and what the workflow bundle loads first, nobody imports.
    forbid(
      'no-orphans',
      'Nothing imports it and it imports nothing.',
      { orphan: true, pathNot: '^test/|\\.d\\.ts$|^client/web/public/|^workflows/traces\\.ts$' },
      {},
    ),
    forbid('no-unresolvable', 'The file or package is not there.', {}, { couldNotResolve: true }),
    forbid(
      'no-deprecated',
      'The package or Node module is deprecated.',
      {},
      { dependencyTypes: ['deprecated'], couldNotResolve: false },
    ),
    forbid(
      'no-undeclared-package',
      'The package is not in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-development-package-in-production',
      'The image carries no devDependencies.',
      { pathNot: '^(dev|test|bench)/|^vitest\\.config\\.ts$' },
      { dependencyTypes: ['npm-dev'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
