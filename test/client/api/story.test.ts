/** A referral by API only, on a real engine: submitted, triaged and answered by systems and people. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgeArrivals, submitCase } from '../../../client/package/example.ts';
import { createLiaiseClient } from '../../../client/package/liaise-client.ts';
import { giveIdentities } from '../../../prisma/store/identities.ts';
import { insertPerson, setRoles } from '../../../prisma/store/people-edit.ts';
import { NO_ADDRESSES, type TestDesk, testDesk } from '../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { aSubmission } from '../../support/factories.ts';
import { type Issuer, openIssuer } from '../http/identity/issuer.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';
import { LIMITS } from './requests.ts';

const REPORT = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');
const XML = { 'content-type': 'application/xml' };

let engine: TestEngine & { skip(duration: string): Promise<void> };
let issuer: Issuer;
let desk: TestDesk;
let [quinn, noor, aino]: Caller[] = [];

beforeAll(async () => {
  engine = await timeSkippingEngine();
  issuer = await openIssuer();
  desk = await testDesk(engine, { ...NO_ADDRESSES, issuer: issuer.url });
  [quinn, noor, aino] = await Promise.all(
    ['quinn.quartz', 'noor.rowan', 'aino.alder'].map((who) => callerOf(desk, who)),
  );
});

function as(caller: Caller | undefined): Caller {
  if (caller === undefined) throw new Error('Nobody is signed in.');
  return caller;
}

function submission(id: string) {
  return aSubmission({ originReferences: [{ system: 'case-register', id }] });
}

async function submit(id: string): Promise<{ referralId: string; reference: string; status: string; seq: number }> {
  const answer = await as(quinn).post('/referrals', submission(id));
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

describe('a submission', () => {
  test('gets its number, and repeated under the same key is the same referral', async () => {
    const key = { 'idempotency-key': 'case K-1' };
    expect((await as(quinn).post('/referrals', submission('K-1'), key)).json().field).toBe('idempotency-key');
    const [first, second] = [
      await as(quinn).post('/referrals', submission('K-1'), { 'idempotency-key': 'K-1' }),
      await as(quinn).post('/referrals', submission('K-1'), { 'idempotency-key': 'K-1' }),
    ];
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ reference: expect.stringMatching(/^XR-\d{4}-\d{6}$/), status: 'received' });
    expect(first.headers).toMatchObject({
      ...{ 'idempotency-key': 'K-1', location: `/api/v1/referrals/${first.json().reference}` },
    });
    expect([second.statusCode, second.body]).toEqual([201, first.body]);
  });

  test('is refused under a key that another request used', async () => {
    const key = { 'idempotency-key': 'K-2' };
    const { reference } = (await as(quinn).post('/referrals', submission('K-2'), key)).json();
    const others = [
      await as(quinn).post('/referrals', submission('K-3'), key),
      await as(quinn).post('/referrals', REPORT, { ...XML, ...key }),
      await as(quinn).post(`/referrals/${reference}/acts/take`, {}, key),
    ];
    for (const answer of others) expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
    // Another person's equal key is another key.
    expect((await as(noor).post(`/referrals/${reference}/acts/take`, {}, key)).statusCode).toBe(200);
  });

  test('that was refused is corrected under the same key', async () => {
    const key = { 'idempotency-key': 'K-6' };
    const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(20)}`;
    const refused = await as(quinn).post('/referrals', { ...submission('K-6'), summary: picture }, key);
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'MATERIAL_REFUSED']);
    expect((await as(quinn).post('/referrals', submission('K-6'), key)).statusCode).toBe(201);
  });

  test('is the same for all people of the agency under its key', async () => {
    const key = { 'idempotency-key': 'K-7' };
    const clara = await callerOf(desk, 'clara.obsidian', 'us-quartz');
    const [first, second] = await Promise.all(
      [as(quinn), clara].map((caller) => caller.post('/referrals', submission('K-7'), key)),
    );
    expect([first?.statusCode, second?.statusCode, second?.body]).toEqual([201, 201, first?.body]);
    const other = await clara.post('/referrals', submission('K-8'), key);
    expect([other.statusCode, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  });

  test('without a key gets a new key', async () => {
    const answer = await as(quinn).post('/referrals', submission('K-4'));
    const key = String(answer.headers['idempotency-key']);
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect((await as(quinn).post('/referrals', submission('K-5'))).headers['idempotency-key']).not.toBe(key);
  });

  test('may be a report file; the answer lists what was not understood', async () => {
    const answer = await as(quinn).post('/referrals', REPORT, XML);
    expect(answer.statusCode).toBe(201);
    expect(answer.json().loss).toContainEqual({
      ...{ path: expect.any(String), line: expect.any(Number), reason: expect.any(String) },
    });
  });

  test('that is not a report is refused, and the refusal is recorded', async () => {
    const answer = await as(quinn).post('/referrals', '<report><a></report>', XML);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'INVALID_REPORT']);
    const leaves = await desk.db.auditLeaf.findMany({ where: { operation: 'refused-attempt' } });
    expect(leaves.map(({ leaf }) => leaf)).toContainEqual(
      expect.objectContaining({ about: expect.objectContaining({ refused: 'submit', code: 'INVALID_REPORT' }) }),
    );
  });

  test('as JSON in a file is refused: no field of it is named to the audit log', async () => {
    const json = JSON.stringify({ ...submission('K-7'), 'Lina of Oslo': 1 });
    const answer = await as(quinn).post('/referrals', json, XML);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'INVALID_REPORT']);
    expect(await desk.db.auditLeaf.count({ where: { leaf: { string_contains: 'Lina' } } })).toBe(0);
  });

  test('with material in it is refused, and the field is named', async () => {
    const summary = `data:image/png;base64,${Buffer.alloc(600, 7).toString('base64')}`;
    const answer = await as(quinn).post('/referrals', { ...submission('K-6'), summary });
    expect([answer.statusCode, answer.json().code, answer.json().field]).toEqual([422, 'MATERIAL_REFUSED', 'summary']);
    expect(answer.body).not.toContain('base64,');
  });
});

describe('a referral', () => {
  test('is handed over from agency to agency by API', async () => {
    const { reference, referralId } = await submit('K-10');
    const at = `/referrals/${reference}`;
    const triage = { urgency: 'urgent', countries: ['FI'], capability: 'investigation' };
    expect((await as(noor).post(`${at}/acts/complete-triage`, triage)).statusCode).toBe(200);
    await engine.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'delivered');
    const shown = (await as(aino).get(at)).json();
    expect(shown.recipients).toMatchObject([{ id: 'r1', agencyId: 'fi-alder' }]);
    expect(shown.acts).toContainEqual({ type: 'acknowledge', recipientId: 'r1' });
    const accepted = await as(aino).post(`${at}/acts/accept`, { recipientId: 'r1', ownReference: 'FI-10' });
    expect([accepted.statusCode, accepted.json().status]).toEqual([200, 'referred']);
    const { entries } = (await as(quinn).get(`${at}/timeline`)).json();
    expect(entries.map(({ text }: { text: string }) => text)).toContain('r1 accepted');
    const { clocks } = (await as(aino).get(`${at}/clocks`)).json();
    expect(clocks.map(({ clock }: { clock: { name: string } }) => clock.name)).toContain('decide');
    const list = (await as(aino).get('/referrals?desk=inbox&status=referred')).json();
    expect(list).toMatchObject({ total: 1, referrals: [{ reference, recipientStatus: 'accepted' }] });
    const own = (await as(aino).get('/matches?ownReference=fi-10')).json();
    expect(own.matches).toEqual([{ referralId, reference, by: 'own-reference' }]);
    const numbers = await Promise.all([aino, noor, quinn].map(async (caller) => (await as(caller).get(at)).json()));
    expect(numbers.map(({ ownReference }) => ownReference)).toEqual(['FI-10', undefined, undefined]);
    expect((await as(quinn).get('/matches?ownReference=K-10')).json().matches).toMatchObject([{ referralId }]);
    const found = (await as(noor).get('/matches?origin=case-register:K-10')).json();
    expect(found.matches).toEqual([{ referralId, reference, by: 'origin' }]);
    const hash = `sha256:${'a5'.repeat(32)}`;
    expect((await as(noor).get(`/matches?hash=${hash}`)).json().matches).toContainEqual({
      referralId,
      reference,
      by: 'hash',
    });
    const words = (await as(aino).post(`${at}/particulars`, { purpose: 'To decide.' })).json();
    expect(words.said[0].words.submission.summary).toBe('An invented account shared invented files.');
  });

  test.each(LIMITS)('whose instants are %s is refused, or reads back whole', async (at) => {
    const indicator = { country: 'FI', basis: 'phone-prefix', observedAt: at };
    // What happened cannot be in the future: only a preservation may end then.
    const isPast = new Date(at).getTime() < Date.now();
    const answer = await as(quinn).post('/referrals', {
      ...submission(at),
      ...(isPast && { incidentAt: at, indicators: [indicator] }),
      preservation: [{ provider: 'p', requestedAt: isPast ? at : '2026-01-01T00:00:00Z', endsAt: at }],
    });
    const utc = new Date(at).toISOString();
    if (!/^(?!0000)\d{4}-/.test(utc))
      return expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'INVALID_INPUT']);
    expect(answer.statusCode).toBe(201);
    const { reference } = answer.json();
    for (const part of ['', '/timeline', '/clocks']) {
      expect((await as(quinn).get(`/referrals/${reference}${part}`)).statusCode).toBe(200);
    }
    expect((await as(quinn).get(`/referrals/${reference}`)).json().facts.incidentAt === utc).toBe(isPast);
  });

  test('has a tag that changes when it does', async () => {
    const { reference } = await submit('K-11');
    const at = `/referrals/${reference}`;
    const first = await as(noor).get(at);
    const tag = String(first.headers.etag);
    const again = await as(noor).get(at, { 'if-none-match': `"other", W/${tag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    // What another may see of it has another tag.
    expect((await as(quinn).get(at)).headers.etag).not.toBe(tag);
    const [taken, late] = [
      await as(noor).post(`${at}/acts/take`, {}, { 'if-match': tag, 'idempotency-key': 'K-11' }),
      await as(noor).post(`${at}/acts/withdraw`, { text: 'x' }, { 'if-match': tag }),
    ];
    expect(taken.statusCode).toBe(200);
    expect([late.statusCode, codeOf(late)]).toEqual([412, 'CHANGED_MEANWHILE']);
    const numbered = String((await as(quinn).get(at)).headers.etag);
    await as(quinn).post(`${at}/acts/set-own-reference`, { ownReference: 'Q 1' }, { 'if-match': numbered });
    const other = { 'if-match': String((await as(quinn).get(at)).headers.etag) };
    expect(other['if-match']).not.toBe(numbered);
    expect((await as(quinn).post(`${at}/acts/set-own-reference`, { ownReference: 'Q 2' }, other)).statusCode).toBe(200);
    // Whoever did not hear the answer gets it, though by now it is otherwise.
    const repeated = await as(noor).post(`${at}/acts/take`, {}, { 'if-match': tag, 'idempotency-key': 'K-11' });
    expect([repeated.statusCode, repeated.body]).toEqual([200, taken.body]);
    expect((await as(noor).get(at, { 'if-none-match': tag })).statusCode).toBe(200);
    expect((await as(noor).post(`${at}/acts/take`, {}, { 'if-match': '*' })).statusCode).toBe(200);
  });
});

describe('two requests with the same tag at the same time', () => {
  test('one acts, and the other is refused because the referral has changed', async () => {
    const { reference } = await submit('K-12');
    const at = `/referrals/${reference}`;
    const emil = await callerOf(desk, 'emil.rowan');
    const take = async (caller: Caller) => {
      const tag = String((await caller.get(at)).headers.etag);
      return () => caller.post(`${at}/acts/take`, {}, { 'if-match': tag });
    };
    const both = await Promise.all([as(noor), emil].map(take));
    const answers = await Promise.all(both.map((asked) => asked()));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });
});

test('an act can be taken back once, by its author, for five minutes', async () => {
  const at = `/referrals/${(await submit('K-13')).reference}`;
  const takeBack = async (act: string) => {
    const answer = await as(noor).post(`${at}/acts/take-back`, { act });
    return [answer.statusCode, codeOf(answer) ?? answer.json().status];
  };
  const triage = { urgency: 'urgent', countries: ['FI'], capability: 'investigation' };
  await as(noor).post(`${at}/acts/complete-triage`, triage);
  const shown = await Promise.all([noor, quinn].map(async (caller) => (await as(caller).get(at)).json()));
  const undo = { act: 'complete-triage', by: 'noor.rowan', until: expect.stringMatching(/Z$/) };
  expect(shown.map((each) => each.undo)).toEqual([undo, undefined]);
  expect(shown[0].acts).toContainEqual({ type: 'take-back', act: 'complete-triage' });
  expect(await takeBack('complete-triage')).toEqual([200, 'received']);
  expect(await takeBack('complete-triage')).toEqual([409, 'ACTED_SINCE']);
  await as(noor).post(`${at}/acts/assign`, { personId: 'emil.rowan' });
  await engine.skip('301 seconds');
  expect(await takeBack('assign')).toEqual([409, 'TAKE_BACK_EXPIRED']);
});

test('a list is read a page at a time', async () => {
  const { total } = (await as(noor).get('/referrals?limit=1')).json();
  expect(total).toBeGreaterThan(4);
  const seen: string[] = [];
  for (let cursor = ''; cursor !== 'end'; ) {
    const page = (
      await as(noor).get(`/referrals?limit=3&sort=reference&order=asc${cursor && `&cursor=${cursor}`}`)
    ).json();
    seen.push(...page.referrals.map(({ reference }: { reference: string }) => reference));
    cursor = page.next ? encodeURIComponent(page.next) : 'end';
  }
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(seen).toHaveLength(total);
  const strange = await as(noor).get('/referrals?cursor=abc');
  expect([strange.statusCode, codeOf(strange)]).toEqual([422, 'INVALID_INPUT']);
});

test('the example of the client package submits a case, follows the changes and acknowledges what arrives', async () => {
  const { db, app } = desk;
  const details = { email: 'system@fi-alder.example', language: 'en', zone: 'Europe/Helsinki' };
  await insertPerson(db, { id: 'system.alder', name: 'Alder system', ...details });
  await setRoles(db, 'system.alder', 'fi-alder', ['service', 'partner-officer']);
  const identity = { issuer: issuer.url, scopes: ['referrals:read', 'referrals:write'] };
  await giveIdentities(db, [
    { ...identity, subject: 'quartz', personId: 'system.quartz', agencyId: 'us-quartz' },
    { ...identity, subject: 'alder', personId: 'system.alder', agencyId: 'fi-alder' },
  ]);
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const clientOf = (sub: string) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer.url, aud: 'https://liaise.example/api', sub, scope: identity.scopes.join(' ') };
    return createLiaiseClient({ baseUrl, token: () => issuer.sign({ ...claims, iat, exp: iat + 600 }, 'ES256') });
  };
  const arrivals = acknowledgeArrivals(clientOf('alder'), { since: new Date().toISOString() });
  const first = arrivals.next();
  const reference = await submitCase(clientOf('quartz'), 'K-client');
  expect(await submitCase(clientOf('quartz'), 'K-client')).toBe(reference);
  const triage = { urgency: 'standard', countries: ['FI'], capability: 'investigation' };
  expect((await as(noor).post(`/referrals/${reference}/acts/complete-triage`, triage)).statusCode).toBe(200);
  let arrived = (await first).value;
  while (arrived !== undefined && arrived.reference !== reference) arrived = (await arrivals.next()).value;
  expect(arrived).toEqual({ reference, decideBy: expect.stringMatching(/Z$/) });
  await arrivals.return();
  const { recipients } = (await as(aino).get(`/referrals/${reference}`)).json();
  expect(recipients).toMatchObject([{ status: 'acknowledged' }]);
});
