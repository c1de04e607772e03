/** What commands of the module `recovery` need, with progress on a terminal. */

import type { RecoveryDeps } from '../recovery/check.ts';
import type { Cli } from './dependencies.ts';

/** Progress is printed on standard error, so that standard output contains only the answer. */
export function recoveryDeps({ services, io }: Cli): RecoveryDeps {
  const { engineDb: db, temporal, logPolicy, erasures } = services();
  const progress = (done: number, all: number) =>
    io.isTerminal && io.err(`\r${done} of ${all}${done >= all ? '\n' : ''}`);
  return { db, temporal, progress, logPolicy, erasureRegister: erasures?.path };
}
