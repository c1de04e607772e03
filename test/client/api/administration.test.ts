/** Agencies and proposals by API: the same rules as on the pages, for every role, and for systems. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import { ROLES } from '../../../domain/people.ts';
import { giveIdentities } from '../../../prisma/store/identities.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { type Issuer, openIssuer } from '../http/identity/issuer.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

let issuer: Issuer;
let desk: TestDesk;
let karl: Caller;
let dora: Caller;
let eero: Caller;

beforeAll(async () => {
  issuer = await openIssuer();
  desk = await testDesk(undefined, { publicUrl: 'http://localhost', issuer: issuer.url });
  const at = (agencyId: string, personId: string, role: string) => ({ personId, agencyId, role });
  await desk.db.membership.createMany({
    data: [at('fi-alder', 'eero.alder', 'administrator'), at('xr-desk', 'system.quartz', 'administrator')],
  });
  await desk.db.membership.create({ data: at('xr-desk', 'system.quartz', 'service') });
  const scopes = ['referrals:read', 'referrals:write'];
  const system = { personId: 'system.quartz', agencyId: 'xr-desk', scopes };
  await giveIdentities(desk.db, [{ issuer: issuer.url, subject: 'quartz', ...system }]);
  [karl, dora] = [await callerOf(desk, 'karl.rowan'), await callerOf(desk, 'dora.rowan')];
  eero = await callerOf(desk, 'eero.alder', 'fi-alder');
});

const FIR = { id: 'fi-fir', name: 'Model Unit Fir', type: 'government', country: 'FI' };
const agencies = '/administration/agencies';
const proposals = '/administration/proposals';
const points = '/administration/contact-points';

async function proposed(caller: Caller, path: string, body: object = {}): Promise<string> {
  const answer = await caller.post(path, body);
  expect([answer.statusCode, answer.json()]).toEqual([200, { outcome: 'proposed', proposalId: expect.any(String) }]);
  return answer.json().proposalId;
}

describe('an administrator', () => {
  test('proposes a new agency, which another one confirms', async () => {
    const id = await proposed(karl, agencies, FIR);
    const own = (await karl.get(`${proposals}/${id}`)).json();
    expect(own).toMatchObject({
      ...{ id, status: 'pending', change: 'add-agency', about: 'fi-fir', isOwn: true, needsTwo: false },
      ...{ obstacle: 'SAME_PERSON', proposer: { personId: 'karl.rowan', agencyId: 'xr-desk' }, decisions: [] },
    });
    expect(own.fields).toContainEqual({ field: 'name', before: null, after: FIR.name });
    expect(codeOf(await karl.post(`${proposals}/${id}/confirm`))).toBe('SAME_PERSON');
    expect((await dora.get(proposals)).json().proposals[0]).toMatchObject({ id, isOwn: false, obstacle: null });
    expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
    expect(codeOf(await dora.post(`${proposals}/${id}/confirm`))).toBe('PROPOSAL_DECIDED');
    const { agencies: known } = (await karl.get(agencies)).json();
    expect(known).toContainEqual(expect.objectContaining({ ...FIR, coordinating: false, disabled: false }));
  });

  test('renames, disables and enables an agency', async () => {
    const versionOf = async () => {
      const { agencies: known } = (await karl.get(agencies)).json();
      return known.find((each: { id: string }) => each.id === 'fi-birch');
    };
    const { version } = await versionOf();
    const confirmed = async (path: string, body?: object) => {
      const id = await proposed(karl, `${agencies}/fi-birch/${path}`, body);
      expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
    };
    await confirmed('rename', { name: 'Model Unit Yew', version });
    expect(await versionOf()).toMatchObject({ name: 'Model Unit Yew' });
    expect(codeOf(await karl.post(`${agencies}/fi-birch/rename`, { name: 'Other', version }))).toBe(
      'CHANGED_MEANWHILE',
    );
    expect((await karl.post(`${agencies}/fi-birch/rename`, { name: 'Model Unit Yew' })).json()).toEqual({
      outcome: 'unchanged',
    });
    await confirmed('disable');
    expect(await versionOf()).toMatchObject({ disabled: true });
    await confirmed('enable');
    expect(await versionOf()).toMatchObject({ disabled: false });
  });

  test('withdraws an own proposal, and rejects that of another', async () => {
    const [one, other] = [
      await proposed(karl, `${agencies}/fi-birch/disable`),
      await proposed(karl, `${agencies}/fi-birch/disable`),
    ];
    expect(codeOf(await dora.post(`${proposals}/${one}/withdraw`))).toBe('SAME_PERSON');
    expect((await karl.post(`${proposals}/${one}/withdraw`)).json()).toEqual({ outcome: 'withdrawn' });
    expect((await dora.post(`${proposals}/${other}/reject`)).json()).toEqual({ outcome: 'rejected' });
    expect((await dora.get(`${proposals}/${other}`)).json()).toMatchObject({
      ...{ status: 'rejected', obstacle: 'PROPOSAL_DECIDED' },
      decisions: [{ step: 'rejected', personId: 'dora.rowan' }],
    });
  });

  test('of another agency sees its own agency and what concerns it, and nothing else', async () => {
    expect((await eero.get(agencies)).json().agencies.map((each: { id: string }) => each.id)).toEqual(['fi-alder']);
    expect(codeOf(await eero.post(agencies, { ...FIR, id: 'fi-elm' }))).toBe('UNKNOWN_AGENCY');
    for (const path of ['rename', 'disable', 'enable']) {
      const body = path === 'rename' ? { name: 'Other' } : {};
      const [others, none] = [
        await eero.post(`${agencies}/fi-birch/${path}`, body),
        await eero.post(`${agencies}/fi-none/${path}`, body),
      ];
      expect([codeOf(others), codeOf(none)], path).toEqual(['UNKNOWN_AGENCY', 'UNKNOWN_AGENCY']);
    }
    const id = await proposed(karl, `${agencies}/fi-birch/disable`);
    for (const path of [`${proposals}/${id}`, `${proposals}/none`]) {
      expect([codeOf(await eero.get(path)), codeOf(await eero.post(`${path}/confirm`))]).toEqual([
        'UNKNOWN_PROPOSAL',
        'UNKNOWN_PROPOSAL',
      ]);
    }
    const own = await proposed(eero, `${agencies}/fi-alder/rename`, { name: 'Model Unit Ash' });
    expect((await dora.get(`${proposals}/${own}`)).json()).toMatchObject({ agencies: ['fi-alder'], obstacle: null });
    expect((await eero.get(proposals)).json().proposals.map((each: { id: string }) => each.id)).toEqual([own]);
  });
});

describe('opening hours', () => {
  test('are proposed with each field before and after, and another administrator confirms them', async () => {
    const { contactPoints } = (await karl.get(points)).json();
    const { version, hours } = contactPoints.find(({ id }: { id: string }) => id === 'fi-birch-spoc');
    const weekly = 'Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00';
    const id = await proposed(karl, `${points}/fi-birch-spoc/hours`, { hours: weekly, version });
    const { fields } = (await dora.get(`${proposals}/${id}`)).json();
    expect(fields).toEqual([{ field: 'hours', before: hours, after: weekly }]);
    expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
    expect(codeOf(await karl.post(`${points}/fi-birch-spoc/hours`, { hours, version }))).toBe('CHANGED_MEANWHILE');
    expect(codeOf(await karl.post(`${points}/fi-birch-spoc/hours`, { hours: 'mornings' }))).toBe('INVALID_INPUT');
    for (const point of ['fi-birch-spoc', 'fi-none']) {
      expect(codeOf(await eero.post(`${points}/${point}/hours`, { hours }))).toBe('UNKNOWN_CONTACT_POINT');
    }
    const own = (await eero.get(points)).json().contactPoints;
    expect(new Set(own.map(({ agencyId }: { agencyId: string }) => agencyId))).toEqual(new Set(['fi-alder']));
  });

  test('of single days: closed days, and half days that close early', async () => {
    const path = `${agencies}/fi-alder/closed-days`;
    const days = [
      { day: '2027-12-23', name: 'Eve', closesAt: '12:00' },
      { day: '2027-12-24', name: 'Christmas' },
    ];
    const agree = (id: string) => dora.post(`${proposals}/${id}/confirm`);
    for (const day of days) await agree(await proposed(eero, path, day));
    expect((await eero.get(path)).json()).toEqual({ days });
    expect(codeOf(await eero.post(path, { day: '2027-12-23', name: 'Eve' }))).toBe('INVALID_INPUT');
    expect(codeOf(await eero.post(path, { day: '2027-12-22', name: 'Eve', closesAt: 'noon' }))).toBe('INVALID_INPUT');
    const removal = await proposed(eero, `${path}/2027-12-23/remove`);
    const { fields } = (await eero.get(`${proposals}/${removal}`)).json();
    expect(fields).toEqual([{ field: '2027-12-23', before: 'Eve (12:00)', after: null }]);
    await agree(removal);
    expect((await eero.get(path)).json()).toEqual({ days: days.slice(1) });
    for (const answer of [
      await eero.get(`${agencies}/fi-birch/closed-days`),
      await eero.get(`${agencies}/none/closed-days`),
    ]) {
      expect(codeOf(answer)).toBe('UNKNOWN_AGENCY');
    }
  });
});

test('a contact point is disabled and enabled by two administrators', async () => {
  for (const change of ['disable', 'enable']) {
    const id = await proposed(karl, `${points}/fi-alder-ncp/${change}`);
    await dora.post(`${proposals}/${id}/confirm`);
    const { contactPoints } = (await eero.get(points)).json();
    const found = contactPoints.find((each: { id: string }) => each.id === 'fi-alder-ncp');
    expect(found.disabled).toBe(change === 'disable');
  }
  expect(codeOf(await eero.post(`${points}/fi-birch-spoc/disable`))).toBe('UNKNOWN_AGENCY');
});

test('other roles see and change nothing here', async () => {
  const id = await proposed(karl, `${agencies}/fi-birch/disable`);
  for (const role of ROLES.filter((each) => each !== 'administrator')) {
    const personId = `only.${role}`;
    const details = { name: personId, email: `${personId}@desk.example`, language: 'en', zone: 'UTC' };
    await desk.db.person.create({ data: { id: personId, ...details } });
    await desk.db.membership.create({ data: { personId, agencyId: 'xr-desk', role } });
    const caller = await callerOf(desk, personId);
    const answers = await Promise.all([
      ...[caller.get(agencies), caller.get(proposals), caller.get(`${proposals}/${id}`)],
      ...[caller.post(agencies, FIR), caller.post(`${agencies}/fi-birch/rename`, { name: 'Other' })],
      ...[caller.get(points), caller.post(`${points}/fi-birch-spoc/hours`, { hours: '24/7' })],
      ...[
        caller.get(`${agencies}/xr-desk/closed-days`),
        caller.post(`${agencies}/xr-desk/closed-days/2027-12-24/remove`),
      ],
      caller.post(`${agencies}/xr-desk/closed-days`, { day: '2027-12-24', name: 'Eve' }),
      ...['disable', 'enable'].map((path) => caller.post(`${agencies}/fi-birch/${path}`)),
      ...['disable', 'enable'].map((path) => caller.post(`${points}/fi-birch-spoc/${path}`)),
      ...['confirm', 'reject', 'withdraw'].map((path) => caller.post(`${proposals}/${id}/${path}`)),
    ]);
    expect(new Set(answers.map(codeOf)), role).toEqual(new Set(['ROLE_REQUIRED']));
  }
});

test('a confirmation requires a recent sign-in, a rejection does not', async () => {
  const id = await proposed(karl, `${agencies}/fi-birch/disable`);
  const late = await desk.browser('dora.rowan');
  await late.get('/test-sign-in/dora.rowan/xr-desk?minutesAgo=16');
  const headers = { 'x-csrf-token': await late.token() };
  const decide = (step: string) => late.inject({ method: 'POST', url: `/api/v1${proposals}/${id}/${step}`, headers });
  expect(codeOf(await decide('confirm'))).toBe('REAUTHENTICATION_REQUIRED');
  expect((await decide('reject')).statusCode).toBe(200);
});

test('a system lists and proposes, decides nothing, and two people must confirm what it proposed', async () => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer.url, aud: 'https://liaise.example/api', sub: 'quartz', iat: now, exp: now + 60 };
  const token = await issuer.sign({ ...claims, scope: 'referrals:read referrals:write' }, 'ES256');
  const headers = { authorization: `Bearer ${token}` };
  const post = (path: string) => desk.app.inject({ method: 'POST', url: `/api/v1${path}`, headers });
  expect((await desk.app.inject({ url: `/api/v1${agencies}`, headers })).statusCode).toBe(200);
  const { proposalId: id } = (await post(`${agencies}/fi-birch/disable`)).json();
  expect((await dora.get(`${proposals}/${id}`)).json()).toMatchObject({ needsTwo: true, obstacle: null });
  const decisions = await Promise.all(
    ['confirm', 'reject', 'withdraw'].map((step) => post(`${proposals}/${id}/${step}`)),
  );
  expect(decisions.map(codeOf)).toEqual(['ROLE_REQUIRED', 'ROLE_REQUIRED', 'ROLE_REQUIRED']);
  expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'confirmed-once' });
  expect((await karl.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
});

describe('webhooks', () => {
  const webhooks = '/administration/webhooks';
  const wanted = { url: 'https://hooks.agency.example/liaise', kinds: ['answers', 'deadlines'] };
  const confirmed = async (id: string) =>
    expect((await dora.post(`${proposals}/${id}/confirm`)).json()).toEqual({ outcome: 'applied' });
  const known = async () => (await karl.get(webhooks)).json().webhooks;

  test('are proposed, confirmed, given a secret once, listed for their agency only, and removed', async () => {
    await confirmed(await proposed(karl, webhooks, wanted));
    const [webhook] = await known();
    expect(webhook).toMatchObject({ ...wanted, secretMadeAt: null, failingSince: null, disabledAt: null });
    const path = `${webhooks}/${webhook.id}`;
    const { secret } = (await karl.post(`${path}/secret`)).json();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect((await karl.post(`${path}/secret`)).json().secret).not.toBe(secret);
    const leaves = (await desk.db.auditLeaf.findMany()).map(({ leaf }) => leaf as unknown as AuditLeaf);
    const everywhere = [JSON.stringify(await known()), ...desk.log, JSON.stringify(leaves)];
    for (const text of everywhere) expect(text).not.toContain(secret.slice('whsec_'.length));
    expect(leaves.map(({ about }) => about)).toContainEqual({
      ...{ directory: 'webhook', id: webhook.id, change: 'changed', fields: ['secret'], agencies: ['xr-desk'] },
    });
    expect(JSON.stringify(leaves)).not.toContain('hooks.agency.example');
    // Another agency has none of it.
    expect((await eero.get(webhooks)).json()).toEqual({ webhooks: [] });
    for (const step of ['secret', 'enable', 'remove']) {
      expect(codeOf(await eero.post(`${path}/${step}`))).toBe('UNKNOWN_WEBHOOK');
    }
    expect(codeOf(await eero.get(`${path}/deliveries`))).toBe('UNKNOWN_WEBHOOK');
    expect(codeOf(await karl.post(`${path}/enable`))).toBe('CHANGED_MEANWHILE');
    const page = await (await desk.browser('karl.rowan')).get('/admin/webhooks');
    expect(page.body).toContain(wanted.url);
    await confirmed(await proposed(karl, `${path}/remove`));
    expect(await known()).toEqual([]);
  });

  test('are refused for internal addresses, and without kinds', async () => {
    for (const url of ['http://hooks.agency.example/', 'https://169.254.169.254/', 'https://localhost/']) {
      const refused = await karl.post(webhooks, { ...wanted, url });
      expect([codeOf(refused), refused.json().field]).toEqual(['INVALID_INPUT', 'url']);
    }
    expect(codeOf(await karl.post(webhooks, { ...wanted, kinds: [] }))).toBe('INVALID_INPUT');
  });

  test('and their deliveries are shown with their results, enabled and sent again, also on the page', async () => {
    await confirmed(await proposed(karl, webhooks, wanted));
    const [{ id }] = await known();
    const webhookId = { webhookId: id, agencyId: 'xr-desk', referralId: crypto.randomUUID(), seq: 4 };
    const failed = { status: 'failed', tries: 12, triedAt: new Date(), result: 'TIMEOUT', settledAt: new Date() };
    const message = { reference: 'XR-2026-000001', event: 'acknowledged', payload: '{"secret":"body"}' };
    const deliveryId = crypto.randomUUID();
    await desk.db.webhookDelivery.create({ data: { id: deliveryId, ...webhookId, ...message, ...failed } });
    await desk.db.webhook.update({ where: { id }, data: { disabledAt: new Date(), notified: ['karl.rowan'] } });
    const listed = (await karl.get(`${webhooks}/${id}/deliveries`)).json().deliveries;
    expect(listed).toMatchObject([{ id: deliveryId, status: 'failed', result: 'TIMEOUT', tries: 12 }]);
    expect(JSON.stringify(listed)).not.toContain('body');
    const page = await desk.browser('dora.rowan');
    expect((await page.get('/admin/webhooks')).body).toContain(`${id}/enable`);
    expect((await karl.post(`${webhooks}/${id}/enable`)).json()).toEqual({ outcome: 'enabled' });
    const again = `${webhooks}/deliveries/${deliveryId}/send-again`;
    expect(codeOf(await eero.post(again))).toBe('UNKNOWN_WEBHOOK');
    expect((await karl.post(again)).json()).toEqual({ outcome: 'queued' });
    expect(await desk.db.webhookDelivery.findFirst()).toMatchObject({ id: deliveryId, status: 'waiting' });
    const made = await page.post(`/admin/webhooks/${id}/secret`);
    expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(made.body).toMatch(/whsec_[\w+/]{43}=/);
    expect((await page.get(`/admin/webhooks/${id}/remove`)).body).toContain(wanted.url);
  });
});
