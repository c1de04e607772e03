/** The test projects: `rules` needs no servers, `engine` uses real servers, `pages` and `faults` take minutes. */

import { defineConfig, type TestUserConfig } from 'vitest/config';
import { ClosingLine } from './test/support/reporter.ts';

const NOTHING_RUNNING = ['test/{domain,conventions,runs}/**/*.test.ts'];
/** Fixes the seed of property tests, so that each run has the same examples. */
const SEEDS = 'test/support/seeds.ts';
/** These take minutes each, so only `npm run test:faults` runs them. */
const LONG_FAULTS = [
  'test/faults/{*-away,*-killed,canaries}.test.ts',
  'test/recovery/{damaged,nightly,reseal-interrupted,restored,restored-erasures,temporal-lost}.test.ts',
  'test/dev/cluster.test.ts',
  'test/worker/{deployment,earlier-version,main}.test.ts',
  'test/workflows/{real-server,rotation}.test.ts',
  'test/prisma/long-transactions.test.ts',
  'test/client/engine/{suspended-database,update}.test.ts',
];
/**
 * These use a browser, open each page for each role, compile, compare every country, start programs or database servers,
 * migrate databases, or try many cases. They take minutes too, so only `npm run test:pages` runs them.
 */
const PAGES = [
  'test/{browser,pages}/*.test.ts',
  'test/activities/letters/{requests,subjects}.test.ts',
  'test/client/{authorisation,authorisation-forms,authorisation-operations,authorisation-pages,api/document}.test.ts',
  'test/client/{log/{bundle-secrecy,compare-witnesses,witness-command},queries/{may-act-exhaustive,waiting}}.test.ts',
  'test/client/platform/{read-flags,guard/guard-pool}.test.ts',
  'test/dev/{child,demo-steps,letter-pairs,own-ports,program,replay-attack,stack,temporal}.test.ts',
  'test/client/{api/submission-batches,cli/submit-folder,log/sealer-witnesses}.test.ts',
  'test/client/web/{saved-forms,step-up,referral/act-pages,referral/done-notice}.test.ts',
  'test/domain/{audit/leaf,clocks/every-country,duty-properties,guard/{assess,budget,linear},refusal-codes,take-back}.test.ts',
  'test/domain/exchange/cybertipline/left-out.test.ts',
  'test/prisma/{earlier-version,figures,migrate,referrals,access/ensure-roles}.test.ts',
  'test/{bench/load,worker/{health,letter-dispatchers,monitoring}}.test.ts',
  'test/recovery/{commands,covered-up,reseal}.test.ts',
  'test/workflows/{clocks,forged,forged-directory,forged-entry-points,handover,letters,policy-change,retention}.test.ts',
];
/** Tests that inject faults. docs/reliability.md lists the faults and the results. */
export const FAULTS = [
  'test/faults/*.test.ts',
  'test/recovery/*.test.ts',
  'test/replay/*.test.ts',
  'test/client/platform/keys-in-use.test.ts',
  'test/client/engine/{suspended-database,update}.test.ts',
  'test/dev/cluster.test.ts',
  'test/worker/{deployment,earlier-version,main}.test.ts',
  'test/workflows/{journal,letters,real-server,rotation,unsealed}.test.ts',
  'test/prisma/long-transactions.test.ts',
];

/** Ends tests that hang. On a busy machine a test takes several times as long as on an idle one. */
const HANGING_TEST_MS = 180_000;

const STARTED = {
  globalSetup: 'test/support/global-setup.ts',
  // Temporal's core is a native module, which does not support worker threads.
  pool: 'forks' as const,
  // Files share loaded modules, which halves the duration of a run. Each file closes the resources that it opens.
  isolate: false,
  setupFiles: ['test/support/every-file.ts', SEEDS],
} satisfies TestUserConfig;

export default defineConfig({
  test: {
    reporters: ['dot', new ClosingLine()],
    // One more than the cores of the smallest machine, because many tests wait for servers.
    maxWorkers: 3,
    // The default of one second is too short on a busy machine.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    projects: [
      {
        extends: true,
        // These files keep no state, so they can share loaded modules.
        test: {
          name: 'rules',
          include: NOTHING_RUNNING,
          exclude: PAGES,
          testTimeout: HANGING_TEST_MS,
          hookTimeout: HANGING_TEST_MS,
          isolate: false,
          setupFiles: SEEDS,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['test/**/*.test.ts'],
          exclude: [...NOTHING_RUNNING, ...LONG_FAULTS, ...PAGES],
          ...STARTED,
          testTimeout: HANGING_TEST_MS,
          hookTimeout: HANGING_TEST_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: PAGES,
          ...STARTED,
          testTimeout: 600_000,
          hookTimeout: HANGING_TEST_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: FAULTS,
          ...STARTED,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
