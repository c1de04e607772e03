/** How the tests run: rules by themselves, everything else beside a real database; quick on two cores. */

import { defineConfig, type TestUserConfig } from 'vitest/config';
import { ClosingLine } from './test/support/reporter.ts';

const NOTHING_RUNNING = ['test/{domain,conventions,runs}/**/*.test.ts'];
/** Property tests make the same examples in each run. */
const SEEDS = 'test/support/seeds.ts';
/** Minutes each: `npm run test:faults` runs them with every other fault. */
const LONG_FAULTS = ['test/faults/*-away.test.ts'];
/** Minutes too: every page with every font, in `npm run test:pages`. */
const PAGES = ['test/pages/*.test.ts'];
/** Whatever injects a fault: docs/reliability.md says which, and what came of it. */
export const FAULTS = [
  'test/faults/*.test.ts',
  'test/recovery/*.test.ts',
  'test/replay/*.test.ts',
  'test/client/platform/keys-in-use.test.ts',
  'test/worker/{deployment,main}.test.ts',
  'test/workflows/{journal,letters,rotation,unsealed}.test.ts',
];

/** It only ends tests that hang: on a busy machine each takes several times as long as it does alone. */
const PATIENCE_MS = 180_000;

const STARTED = {
  globalSetup: 'test/support/global-setup.ts',
  // Temporal's core is a native module, which does not like to be loaded into threads.
  pool: 'forks' as const,
  // What a file loads the next has at once, which is half of all the work; what it opens is closed at its end.
  isolate: false,
  setupFiles: ['test/support/every-file.ts', SEEDS],
} satisfies TestUserConfig;

export default defineConfig({
  test: {
    reporters: ['dot', new ClosingLine()],
    maxWorkers: 2,
    // The default of one second is not enough on a busy machine.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    projects: [
      {
        extends: true,
        // Nothing of theirs is kept between files: loaded once, not once a file.
        test: { name: 'rules', include: NOTHING_RUNNING, testTimeout: PATIENCE_MS, isolate: false, setupFiles: SEEDS },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          provide: { thorough: false },
          include: ['test/**/*.test.ts'],
          exclude: [...NOTHING_RUNNING, ...LONG_FAULTS, ...PAGES],
          ...STARTED,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          provide: { thorough: true },
          include: PAGES,
          ...STARTED,
          testTimeout: 600_000,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          provide: { thorough: true },
          include: FAULTS,
          ...STARTED,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
