/** Requests without a session are limited by address. Behind a proxy, it is the address that a trusted proxy reports. */

import { beforeAll, expect, test } from 'vitest';
import { NO_ADDRESSES, type ServerOptions, type TestDesk, testDesk } from '../../support/desk.ts';

const PROXY = '10.0.0.1';
const [ONE, TWO] = ['203.0.113.5', '203.0.113.6'];

let database: TestDesk;

beforeAll(async () => {
  database = await testDesk();
});

/** Of one address, two requests a minute are accepted. Each request is the header, and where it came from. */
async function statusesWith(
  trustProxy: NonNullable<ServerOptions['trustProxy']>,
  requests: readonly [forwardedFor: string, from?: string][],
): Promise<number[]> {
  const { app } = await testDesk(undefined, { ...NO_ADDRESSES, database, trustProxy, requestsPerMinute: 2 });
  const statuses: number[] = [];
  for (const [forwardedFor, remoteAddress = PROXY] of requests) {
    const headers = { 'x-forwarded-for': forwardedFor };
    statuses.push((await app.inject({ url: '/settings', headers, remoteAddress })).statusCode);
  }
  return statuses;
}

const invented = (count: number) => Array.from({ length: count }, (_, index) => `198.51.100.${index + 1}`);

test.each<[string, number | string[]]>([
  ['one proxy', 1],
  ['the network of the proxy', ['10.0.0.0/8']],
])('with %s, addresses that a client invents do not help it', async (_, trustProxy) => {
  const requests = invented(4).map((address): [string] => [`${address}, ${ONE}`]);
  expect(await statusesWith(trustProxy, requests)).toEqual([303, 303, 429, 429]);
});

test.each<[string, number | string[]]>([
  ['one proxy', 1],
  ['the network of the proxy', ['10.0.0.0/8']],
])('with %s, a client that exceeds the limit does not stop another one', async (_, trustProxy) => {
  expect(await statusesWith(trustProxy, [[ONE], [ONE], [ONE], [TWO], [TWO], [TWO]])).toEqual([
    303, 303, 429, 303, 303, 429,
  ]);
});

test('with two proxies, the address that the first one reports is counted', async () => {
  const requests = [ONE, TWO].flatMap((client) =>
    invented(3).map((address): [string] => [`${address}, ${client}, 10.0.0.2`]),
  );
  expect(await statusesWith(2, requests)).toEqual([303, 303, 429, 303, 303, 429]);
});

test('with a network, the header of a client that does not come through it is ignored', async () => {
  const direct = invented(3).map((address): [string, string] => [address, ONE]);
  expect(await statusesWith(['10.0.0.0/8'], direct)).toEqual([303, 303, 429]);
});

test('without a trusted proxy, the header is ignored', async () => {
  const requests = invented(3).map((address): [string] => [address]);
  expect(await statusesWith(false, requests)).toEqual([303, 303, 429]);
});
