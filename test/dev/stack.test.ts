/** A local stack on a folder that another one uses. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { startStackOnOwnPorts } from '../../dev/stack.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';

test('a second start on other ports opens no file of the stack that runs in the folder', async () => {
  const folder = await testFolder();
  const running = await startPostgres({ dataDir: join(folder, 'postgres'), throwaway: true });
  atEnd(running.stop);
  const second = startStackOnOwnPorts({ folder, progress: () => {} });
  await expect(second).rejects.toBeInstanceOf(StackFault);
  expect(existsSync(join(folder, 'temporal.db'))).toBe(false);
});
