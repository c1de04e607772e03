/** Acts while the engine does not answer: an error within the time limit, and the same key can be retried. */

import { once } from 'node:events';
import { createServer } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { parseKeyring } from '../../../domain/keyring.ts';
import { leavesOf } from '../../../prisma/store/audit.ts';
import type { TemporalAddress } from '../../support/addresses.ts';
import { atEnd } from '../../support/at-end.ts';
import { connectedEngine, refusalCodeOf, type TestEngine, workerFor } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { timeSkippingServer } from '../../support/temporal.ts';

let place: TemporalAddress;
let liaise: TestEngine;

beforeAll(async () => {
  const { address } = await timeSkippingServer();
  place = { address, namespace: 'default' };
  liaise = await connectedEngine(place);
});

/** An engine whose Temporal address refuses every connection, and a count of the attempts. */
async function withoutTemporal() {
  let attempts = 0;
  const refusing = createTcpServer((socket) => {
    attempts += 1;
    socket.destroy();
  });
  await once(refusing.listen(0, '127.0.0.1'), 'listening');
  atEnd(async () => void refusing.close());
  return { engine: createEngine({ db: liaise.pages, ...reached(refusing.address()) }), attempts: () => attempts };
}

function reached(address: string | AddressInfo | null) {
  const port = typeof address === 'object' && address ? address.port : 0;
  const keyring = parseKeyring(JSON.stringify(liaise.keys));
  const temporal = connectTemporal({ address: `127.0.0.1:${port}`, namespace: 'default', keyring });
  atEnd(() => temporal.connection.close());
  return { temporal, keyring };
}

test('without a worker, or without Temporal, an act is answered after ten seconds; the same key then succeeds', async () => {
  const quinn = await liaise.person('quinn.quartz');
  const submit = (key: string, engine = liaise.engine) => engine.submit(quinn, anUrgentSubmission(), { key });
  const nowhere = await withoutTemporal();
  const codes = await Promise.all([
    refusalCodeOf(submit('no worker')),
    refusalCodeOf(submit('no server', nowhere.engine)),
  ]);
  expect(codes).toEqual(['ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE']);
  // About once a second, so that a server is found as soon as it is back, however long it was away.
  expect(nowhere.attempts()).toBeGreaterThanOrEqual(7);

  await workerFor(liaise, place);
  const receipts = [await submit('no worker'), await submit('no server')];
  expect(receipts).toMatchObject([{ status: 'received' }, { status: 'received' }]);
  for (const { referralId } of receipts) {
    // It was no refusal, and nothing is there twice.
    const refusals = (await leavesOf(liaise.db, referralId)).filter(({ operation }) => operation === 'refused-attempt');
    expect(refusals).toEqual([]);
    expect(await liaise.db.particulars.count({ where: { referralId } })).toBe(1);
  }
}, 30_000);

test('a server that accepts no act for a moment is reported as unavailable, not as a bug', async () => {
  const server = createServer();
  // FAILED_PRECONDITION: as it answers where a workflow's tasks were lost several times.
  server.on('stream', (stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '9' }, { endStream: true });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  atEnd(async () => void server.close());
  const engine = createEngine({ db: liaise.pages, ...reached(server.address()) });
  const quinn = await liaise.person('quinn.quartz');
  expect(await refusalCodeOf(engine.submit(quinn, anUrgentSubmission(), { key: 'not now' }))).toBe(
    'ENGINE_UNAVAILABLE',
  );
});
