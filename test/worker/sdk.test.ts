/** The metrics of Temporal's SDK when another process takes their port. */

import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ownPort } from '../../dev/own-ports.ts';
import { listenOn } from '../../dev/ports.ts';
import { atEnd } from '../support/at-end.ts';

/** The SDK can be installed once in a process, so this runs in its own. */
const PROGRAM = `
  import { DefaultLogger } from '@temporalio/worker';
  import { installSdk } from ${JSON.stringify(new URL('../../worker/sdk.ts', import.meta.url).href)};
  const ports = process.argv.slice(1).map(Number);
  const choosePort = async () => ports.shift();
  const read = await installSdk(new DefaultLogger('ERROR'), { metrics: true, choosePort });
  console.log(JSON.stringify({ unused: ports, metrics: typeof (await read()) }));
  process.exit();
`;

test('if the port is taken between its choice and its use, another one is used', async () => {
  const other = createServer();
  atEnd(async () => void other.close());
  const taken = await listenOn(other, 0, 'Another program');
  const free = await ownPort();
  const args = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM, ...[taken, free, 1].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(JSON.parse(stdout)).toEqual({ unused: [1], metrics: 'string' });
});
