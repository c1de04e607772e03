// Allowed imports: one row for each folder. Each row makes two rules with allow-lists: from us, and from outside.
// test/conventions/imports.test.ts violates every rule. .dependency-cruiser.bundle.cjs checks the workflow bundle.

const OURS = '^(domain|workflows|activities|worker|client|prisma|dev|test|bench)/';
const MAIN = '(^|/)main\\.ts$';

const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const PURE = packages(
  'zod',
  'luxon',
  'date-holidays',
  'saxes',
  'uuid',
  'csv-parse',
  'ical-generator',
  'libphonenumber-js',
);
const PRISMA = packages('@prisma', 'prisma');
const DATABASE = packages('@prisma', 'prisma', 'pg');

const TEMPORAL = packages('@temporalio/client', '@temporalio/common', '@temporalio/proto');
const SERVER = packages('fastify', '@fastify', 'fastify-type-provider-zod');
const MODEL = ['^domain/', '^prisma/store/'];

/** A module of client/ may import itself, `modules` and `us`. It imports no module that is listed after it. */
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
const ACTING = [...READING, 'queries', 'workspace', 'engine', 'directory', 'documents', 'log', 'verifier'];

/** The modules of client/, each after those that it may import. The entry points api, web and cli never import each other. */
const CLIENT = [
  clientModule('contract', { us: ['^domain/'], why: 'Schemas of requests and answers import only the domain.' }),
  clientModule('platform', {
    modules: ['contract'],
    us: [...MODEL, '^workflows/'],
    outside: [
      TEMPORAL,
      packages(
        '@opentelemetry',
        'libxml2-wasm',
        'mmdb-lib',
        'pino',
        'piscina',
        'prom-client',
        'topojson-client',
        'world-atlas',
      ),
    ],
    why: 'Every process uses it, workers included: configuration, connections, keys, logs, metrics.',
  }),
  clientModule('i18n', {
    us: ['^domain/'],
    outside: [packages('date-holidays', 'i18next')],
    why: 'Texts, dates and numbers of each language import only the domain.',
  }),
  clientModule('queries', { modules: READING, why: 'Queries read the store and change nothing.' }),
  clientModule('workspace', {
    modules: [...READING, 'queries'],
    why: 'Personal drafts and settings of users are in the store only.',
  }),
  clientModule('engine', {
    modules: [...READING, 'queries'],
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('@opentelemetry')],
    why: 'The only access to the workflows. It imports no entry point.',
  }),
  clientModule('directory', { modules: READING, why: 'Changes of the directory are written to the store only.' }),
  clientModule('documents', {
    modules: [...READING, 'queries'],
    outside: [packages('d3-scale', 'dejavu-fonts-ttf', 'fontkit', 'pdfkit')],
    why: 'Pages, API and commands make the same documents from what a reader sees.',
  }),
  clientModule('log', {
    modules: [...READING, 'queries'],
    why: 'The sealer, the witness and proofs use the log in the store.',
  }),
  clientModule('verifier', {
    modules: ['i18n'],
    us: ['^domain/'],
    why: 'It runs in a browser without a server: the domain, and texts.',
  }),
  clientModule('recovery', {
    modules: ACTING,
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('piscina')],
    why: 'Checks and repairs use the journal, the projections and the workflows.',
  }),
  clientModule('preflight', {
    modules: [...READING, 'recovery'],
    us: [...MODEL, '^prisma/access/', '^workflows/'],
    outside: [TEMPORAL, packages('nodemailer')],
    why: 'The check before the first start connects to everything that an installation uses, and changes nothing.',
  }),
  clientModule('http', {
    modules: ACTING,
    outside: [SERVER, packages('jose', 'openid-client')],
    why: 'Pages and API share it. The server receives both as arguments, so it imports neither.',
  }),
  clientModule('api', {
    modules: [...ACTING, 'http'],
    outside: [SERVER, packages('jose')],
    why: 'The API is one of three entry points: it imports neither pages nor commands.',
  }),
  clientModule('web', {
    modules: [...ACTING, 'http'],
    outside: [
      SERVER,
      packages(
        'csv-stringify',
        'preact',
        'preact-render-to-string',
        'd3-scale',
        'd3-geo',
        'topojson-client',
        'world-atlas',
      ),
    ],
    why: 'The pages are one of three entry points: they import neither API nor commands.',
  }),
  {
    name: 'client-package',
    from: '^client/package/',
    us: ['^client/package/'],
    outside: [packages('openapi-fetch')],
    why: 'Agencies install it without the rest of Liaise.',
  },
  clientModule('cli', {
    modules: [...ACTING, 'recovery', 'preflight'],
    us: [...MODEL, '^workflows/'],
    outside: [TEMPORAL, packages('commander', 'cli-table3', 'csv-stringify')],
    why: 'The command line is one of three entry points: it imports neither API nor pages.',
  }),
];

/**
 * Files in `from`, except `except`, may import only `us` and `outside`. With `node` they may also import Node modules.
 * Without `outside`, they may import any package.
 */
const rows = [
  {
    name: 'domain',
    from: '^domain/',
    except: '^domain/(audit/|keys/|keyring\\.ts$)',
    us: ['^domain/'],
    outside: [PURE],
    why: 'Rules can be tested without running services: pure libraries, no I/O.',
  },
  {
    name: 'hashing',
    from: '^domain/(audit/|keys/|keyring\\.ts$)',
    us: ['^domain/'],
    outside: [PURE, '^(node:)?crypto$'],
    why: 'The same imports as the domain, and the digests of node:crypto, which are pure.',
  },
  {
    name: 'workflows',
    from: '^workflows/',
    us: ['^workflows/', '^domain/', '^activities/'],
    outside: [packages('@temporalio/workflow', '@temporalio/common')],
    why: 'Workflows import rules from the domain. Activities perform all side effects.',
  },
  {
    name: 'activities',
    from: '^activities/',
    us: ['^activities/', '^domain/', '^prisma/store/'],
    outside: [packages('@temporalio/activity', 'nodemailer', 'undici', 'luxon', 'pino', 'uuid')],
    node: true,
    why: 'Activities perform side effects. They import the domain and the store, not their callers.',
  },
  ...CLIENT,
  {
    name: 'store',
    from: '^prisma/store/',
    us: ['^prisma/(store|generated)/', '^domain/'],
    outside: [DATABASE],
    node: true,
    why: 'The store converts between rows and domain objects, and imports nothing else.',
  },
  {
    name: 'database',
    from: '^prisma/(?!store/|generated/)',
    except: MAIN,
    us: ['^prisma/', '^domain/'],
    outside: [DATABASE, packages('zod')],
    node: true,
    why: 'Other folders run migrations and seed, which import only the domain.',
  },
  {
    name: 'worker',
    from: '^worker/',
    us: ['^(worker|domain|workflows|activities|client|prisma)/'],
    why: 'The worker assembles the engine. It imports neither the local stack nor tests.',
  },
  {
    name: 'main',
    from: '^(client|prisma)/.*main\\.ts$',
    us: ['^(client|worker|domain|workflows|activities|prisma)/'],
    why: 'A main opens and closes resources. It imports neither the local stack nor tests.',
  },
  {
    name: 'dev',
    from: '^dev/',
    us: ['^(dev|worker|client|domain|workflows|activities|prisma)/'],
    why: 'The local stack may import anything except tests.',
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
      'An activity that is imported as a value brings its libraries into the workflow bundle.',
      { path: '^workflows/' },
      { path: '^activities/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'client-takes-types-of-workflows',
      'The client imports only the messages of a workflow. The code runs in the worker.',
      { path: '^client/', pathNot: MAIN },
      { path: '^workflows/', pathNot: '^workflows/messages\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'prisma-behind-the-store',
      'Only the store, the generator and the migrations import the Prisma client.',
      { pathNot: '^(prisma|test|bench)/' },
      { path: ['^prisma/generated/', PRISMA] },
    ),
    forbid('nothing-imports-a-main', 'A main reads configuration. It is started, never imported.', {}, { path: MAIN }),
    forbid(
      'no-cycles',
      'Cycles of types count too, because such files cannot be understood separately.',
      {},
      { circular: true },
    ),
    // No module imports the scripts that browsers load, or the first module of the workflow bundle.
    forbid(
      'no-orphans',
      'No file imports it, and it imports no file.',
      { orphan: true, pathNot: '^test/|\\.d\\.ts$|^client/web/public/|^workflows/traces\\.ts$' },
      {},
    ),
    forbid('no-unresolvable', 'The file or package does not exist.', {}, { couldNotResolve: true }),
    forbid(
      'no-deprecated',
      'The package or Node module is deprecated.',
      {},
      { dependencyTypes: ['deprecated'], couldNotResolve: false },
    ),
    forbid(
      'no-undeclared-package',
      'The package is not in package.json.',
      // It has a package.json of its own, and uses packages of the project too.
      { pathNot: '^bench/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-development-package-in-production',
      'The image contains no devDependencies.',
      { pathNot: '^(dev|test|bench|client/package)/|^vitest\\.config\\.ts$' },
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
