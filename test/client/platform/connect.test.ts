/** A connection to Temporal can be closed while a call that nobody awaits is retried. */

import { expect, test } from 'vitest';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';

test('closing ends a call that is being retried, without an uncaught error', async () => {
  // Port 1 has no listener, so that every attempt fails at once.
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const client = connectTemporal({ address: '127.0.0.1:1', namespace: 'liaise', keyring });
  const call = client.connection.withDeadline(Date.now() + 60_000, () => client.workflow.getHandle('none').describe());
  const ended = expect(call).rejects.toThrow();
  const uncaught: unknown[] = [];
  const listener = (error: unknown) => void uncaught.push(error);
  process.on('uncaughtException', listener);
  await Promise.race([call.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 500))]);
  await client.connection.close();
  await ended;
  process.off('uncaughtException', listener);
  expect(uncaught).toEqual([]);
});
