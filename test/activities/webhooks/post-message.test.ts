/** Posting to a real https server: only checked addresses, no redirects, and bounded time. No answer is kept. */

import { beforeAll, describe, expect, test } from 'vitest';
import { postMessage } from '../../../activities/webhooks/post-message.ts';
import { isPublicAddress } from '../../../activities/webhooks/public-address.ts';
import { HOST, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
});

const toTest = () => ({ mayConnect: () => true, resolve: async () => ['127.0.0.1'], ca: receiver.ca });
const post = (more: Parameters<typeof postMessage>[3] = {}, url = receiver.url) =>
  postMessage(url, '{"a":1}', { 'webhook-id': 'x' }, { ...toTest(), ...more });

test.each(
  [
    ...['8.8.8.8', '93.184.215.14', '2a00:1450:4001:800::200e', '2606:4700::1111'].map((each) => [each, true] as const),
    ...['127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0.0.0.0'],
    ...['169.254.169.254', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1'],
    ...['2002:7f00:1::', '2001::1', '2001:10::1', '100::1', '3fff::1', 'localhost', '', '1.2.3'],
  ].map((each) => (typeof each === 'string' ? ([each, false] as const) : each)),
)('the address %s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

test('sends the body with its headers, and reports the status', async () => {
  expect(await post()).toEqual({ status: 204 });
  const [message] = receiver.received.splice(0);
  expect(message).toMatchObject({ body: '{"a":1}', path: '/liaise' });
  expect(message?.headers).toMatchObject({ host: `${HOST}:${receiver.port}`, 'webhook-id': 'x' });
});

describe('nothing is sent', () => {
  test.each([
    ['a name that leads to this host', {}, undefined],
    ['a name with one internal address among public ones', { resolve: async () => ['8.8.8.8', '10.0.0.1'] }, undefined],
    ['a name that leads to the metadata service', { resolve: async () => ['169.254.169.254'] }, undefined],
    ['a mapped address', { resolve: async () => ['::ffff:127.0.0.1'] }, undefined],
    ['an internal address', {}, 'https://127.0.0.1:1/'],
    ['an internal IPv6 address', {}, 'https://[::1]:1/'],
    ['an address that is written as a number', {}, 'https://2130706433/'],
    ['http', {}, 'http://hooks.agency.example/'],
  ])('to %s', async (_, more, url) => {
    expect(await post({ mayConnect: isPublicAddress, ...more }, url)).toEqual({ code: 'ADDRESS-REFUSED' });
    expect(receiver.received).toEqual([]);
  });

  test('to a name that is unknown', async () => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await post({ resolve })).toEqual({ code: 'NAME-UNKNOWN' });
  });

  test('without a valid certificate', async () => {
    const { ca: _, ...rest } = toTest();
    expect(await postMessage(receiver.url, '{}', {}, rest)).toEqual({ code: 'CERTIFICATE' });
    const other = receiver.url.replace(HOST, 'other.agency.example');
    expect(await post({}, other)).toEqual({ code: 'CERTIFICATE' });
    expect(receiver.received).toEqual([]);
  });
});

test('a name is resolved once: a second answer of the name server is not used (DNS rebinding)', async () => {
  const answers = [['127.0.0.1'], ['192.0.2.1']];
  expect(await post({ resolve: async () => answers.shift() ?? [] })).toEqual({ status: 204 });
  expect(answers).toHaveLength(1);
  receiver.received.splice(0);
});

test('a redirect is not followed', async () => {
  receiver.answer = (_, response) => void response.writeHead(307, { location: receiver.url }).end();
  expect(await post()).toEqual({ status: 307 });
  expect(receiver.received.splice(0)).toHaveLength(1);
});

test('an answer without end does not delay, and one that does not come ends the attempt', async () => {
  receiver.answer = (_, response) => void response.writeHead(200).write('x'.repeat(1_000));
  expect(await post()).toEqual({ status: 200 });
  receiver.answer = () => {};
  expect(await post({ timeoutMs: 100 })).toEqual({ code: 'TIMEOUT' });
  receiver.answer = (_, response) => void response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end();
  expect(await post()).toEqual({ code: 'NO-CONNECTION' });
});
