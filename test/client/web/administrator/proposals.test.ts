/** The pages of proposals: buttons by person, repeated forms, and an administrator without a colleague. */

import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicies } from '../../../../domain/clocks/clock-policy.ts';
import type { Database } from '../../../../prisma/store/connect.ts';
import { findPerson } from '../../../../prisma/store/people.ts';
import { policyContradictions } from '../../../../prisma/store/policy-comparison.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { multipartForm, type Part } from '../../../support/multipart.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let karl: Browser;
let dora: Browser;

beforeAll(async () => {
  desk = await testDesk();
  await desk.db.person.update({ where: { id: 'karl.rowan' }, data: { language: 'en' } });
  await desk.db.membership.create({ data: { personId: 'eero.alder', agencyId: 'fi-alder', role: 'administrator' } });
  karl = await desk.browser('karl.rowan');
  dora = await desk.browser('dora.rowan');
});

/** Proposes the removal of all roles of that person, and returns the page of the proposal. */
async function proposal(personId = 'emil.rowan'): Promise<string> {
  const { headers } = await karl.post(`/admin/people/${personId}/deactivate`);
  return String(headers.location).split('?')[0] ?? '';
}

describe('a proposal', () => {
  test('is listed with what changes, and offers its proposer to withdraw it, and others to decide', async () => {
    const path = await proposal();
    expect((await dora.get('/admin/proposals')).body).toContain(`href="${path}"`);
    const own = (await karl.get(path)).body;
    expect(own).toContain('Another administrator must confirm this change.');
    expect(own).toMatch(/Liaison officer.*–/s);
    expect([own.includes(`${path}/confirm`), own.includes(`${path}/withdraw`)]).toEqual([false, true]);
    const other = (await dora.get(path)).body;
    expect([other.includes(`${path}/confirm`), other.includes(`${path}/reject`)]).toEqual([true, true]);
    const eero = await desk.browser('eero.alder', 'fi-alder');
    expect((await eero.get('/admin/proposals')).body).not.toContain(path);
    expect((await eero.get(path)).statusCode).toBe(404);
    expect((await eero.post(`${path}/confirm`)).statusCode).toBe(404);
    expect((await dora.get('/admin/proposals/none')).statusCode).toBe(404);
  });

  test('is not confirmed by a forged or repeated form, or after it was withdrawn', async () => {
    const path = await proposal();
    const own = await karl.post(`${path}/confirm`);
    expect([own.statusCode, own.body]).toEqual([403, expect.stringContaining('Another person must decide this')]);
    const forged = { method: 'POST', url: `${path}/confirm`, payload: '_csrf=x' } as const;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    expect((await dora.inject({ ...forged, headers })).statusCode).toBe(403);
    expect((await karl.post(`${path}/withdraw`)).headers.location).toBe(`${path}?withdrawn`);
    const late = await dora.post(`${path}/confirm`);
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('was decided already')]);
    expect((await findPerson(desk.db, 'emil.rowan'))?.memberships).toHaveLength(1);
  });

  test('is rejected by another administrator, and is confirmed by one of two tabs', async () => {
    const first = await proposal();
    expect((await dora.post(`${first}/reject`)).headers.location).toBe(`${first}?rejected`);
    const second = await proposal();
    const tabs = await Promise.all([dora.post(`${second}/confirm`), dora.post(`${second}/confirm`)]);
    expect(tabs.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect((await findPerson(desk.db, 'emil.rowan'))?.memberships).toEqual([]);
  });
});

describe('an entry of the capability registry', () => {
  const path = '/admin/registry/FI/legislation';
  const version = async () => /name="version" value="([^"]*)"/.exec((await karl.get(path)).body)?.[1] ?? '';

  test('is changed by a proposal, with its provider, and the registry then says who recorded it', async () => {
    expect((await karl.get('/admin/registry?country=FI')).body).toContain(`href="${path}"`);
    const wrong = await karl.post(path, { version: await version(), level: 'full' });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('Select the agencies that provide')]);
    const entry = { version: await version(), level: 'partial', providerIds: 'fi-birch' };
    const { headers } = await karl.post(path, entry);
    const proposed = String(headers.location).split('?')[0] ?? '';
    expect((await dora.get(proposed)).body).toContain('fi-birch');
    await dora.post(`${proposed}/confirm`);
    const { body } = await karl.get('/admin/registry?country=FI');
    expect(body).toMatch(/Legislation.*?Partial.*?Partial.*?Model/s);
    const [row] = await desk.db.countryCapability.findMany({ where: { country: 'FI', capability: 'legislation' } });
    expect(row).toMatchObject({ recordedBy: 'karl.rowan', recordedAtAgencyId: 'xr-desk', level: 'partial' });
  });

  test('is confirmed by one administrator of the coordinating agency', async () => {
    expect((await dora.post(`${path}/confirm`)).headers.location).toBe(`${path}?saved`);
    expect((await dora.get(path)).body).toMatch(/Partial.*?<time datetime="20\d\d.*?Model Coordination/s);
    const [row] = await desk.db.countryCapability.findMany({ where: { country: 'FI', capability: 'legislation' } });
    expect(row?.recordedBy).toBe('dora.rowan');
    const eero = await desk.browser('eero.alder', 'fi-alder');
    expect((await eero.post(`${path}/confirm`)).statusCode).toBe(403);
    expect((await karl.get('/admin/registry/FI/nothing')).statusCode).toBe(404);
  });
});

describe('a new version of the clock policies', () => {
  const minute = { amount: 1, unit: 'minutes' } as const;
  const SHORT = { ...minute, onExpiry: 'escalate', pauseCap: minute } as const;
  const later = (version: string) => ({
    version,
    clocks: defaultPolicies.clocks.map((clock) =>
      clock.id === 'acknowledge' ? { ...clock, terms: { ...clock.terms, urgent: SHORT } } : clock,
    ),
  });
  const send = async (browser: Browser, parts: Part[]) => {
    const { payload, type } = multipartForm([{ name: '_csrf', content: await browser.token() }, ...parts]);
    return browser.inject({ method: 'POST', url: '/admin/policies/new', headers: { 'content-type': type }, payload });
  };
  const triage = {
    type: 'complete-triage',
    urgency: 'urgent',
    urgencyGrounds: [],
    capability: 'investigation',
  } as const;

  test('is refused with every fault and its field, in a file or pasted', async () => {
    const wrong = { version: 'next', clocks: [{ ...defaultPolicies.clocks[0], warnAt: [0.8, 0.5] }] };
    for (const part of [
      { name: 'policies', content: JSON.stringify(wrong) },
      { name: 'file', filename: 'policies.json', content: JSON.stringify(wrong) },
    ]) {
      const { statusCode, body } = await send(karl, [part]);
      expect([statusCode, body]).toEqual([422, expect.stringContaining('clocks.0.warnAt: must be ascending')]);
      expect(body).toContain('clocks: no policy for acknowledge');
    }
    expect((await send(karl, [{ name: 'policies', content: '{' }])).body).toContain('This is not JSON');
    expect((await send(karl, [{ name: 'policies', content: '' }])).body).toContain(
      'Select a file, or paste its content.',
    );
    const used = await send(karl, [{ name: 'policies', content: JSON.stringify(defaultPolicies) }]);
    expect(used.body).toContain(`The version ${defaultPolicies.version} was used before.`);
  });

  test('is confirmed by a second administrator on its differences and last month, and open clocks keep theirs', async () => {
    const started = await RecordedReferral.submit(desk, 'quinn.quartz', { urgency: 'urgent' });
    await started.act('noor.rowan', { ...triage, urgencyGrounds: [], countries: ['FI'], wanted: [] });
    const { headers } = await send(karl, [{ name: 'policies', content: JSON.stringify(later('shorter-1')) }]);
    const path = String(headers.location).split('?')[0] ?? '';
    for (const browser of [karl, dora]) {
      const { body } = await browser.get(path);
      expect(body).toContain('Adopt deadline policies, version shorter-1');
      expect(body).toMatch(
        /Acknowledgement[^<]*<\/td>\s*<td[^>]*>Urgent<\/td>\s*<td[^>]*>[^<]*<\/td>\s*<td[^>]*>1 minute;/,
      );
      expect(body).toContain('acknowledge terms.urgent.amount');
      expect(body).toContain('Fingerprint of the content (SHA-256)');
      expect(body).toContain('All referrals were recalculated: 1.');
      expect(body).toMatch(/due \d+ h \d+ min earlier<\/td>\s*<td[^>]*>1</);
      // Administrators see no referrals.
      expect(body).not.toContain((await started.read()).reference);
    }
    expect((await dora.get(path)).body).toContain(`${path}/confirm`);
    expect((await dora.post(`${path}/confirm`)).headers.location).toBe(`${path}?applied`);
    expect((await karl.get('/admin/policies')).body).toContain('<strong>shorter-1</strong>');
    // Another process, which has read no policies yet.
    const other = { ...desk, db: desk.db.$extends({}) as unknown as Database };
    const next = await RecordedReferral.submit(other, 'quinn.quartz', { urgency: 'urgent' });
    await next.act('noor.rowan', { ...triage, urgencyGrounds: [], countries: ['FI'], wanted: [] });
    const versions = async (of: RecordedReferral) => [
      ...new Set((await of.read()).clocks.map((each) => each.policyVersion)),
    ];
    expect(await versions(next)).toEqual(['shorter-1']);
    expect(await versions(started)).toEqual([defaultPolicies.version]);
    const leaves = (await desk.db.auditLeaf.findMany({ orderBy: { id: 'desc' } })).map(
      ({ leaf }) => Object(leaf).about,
    );
    expect(leaves.find(({ directory }) => directory === 'policies')).toMatchObject({
      ...{ directory: 'policies', id: 'shorter-1', proposal: { step: 'applied' } },
      codes: { version: [null, 'shorter-1'] },
    });
    const again = await send(karl, [{ name: 'policies', content: JSON.stringify(later('shorter-1')) }]);
    expect(again.statusCode).toBe(422);
  });

  test.each([
    [
      'a changed row',
      `UPDATE clock_policy_version SET policies = jsonb_set(policies, '{clocks,0,terms,urgent,amount}', '9')`,
      'version shorter-1 is not as it was adopted',
    ],
    ['a deleted row', 'DELETE FROM clock_policy_version', 'version shorter-1 was adopted, and its row is missing'],
    [
      'an added row',
      `INSERT INTO clock_policy_version (version, policies) SELECT 'forged', policies FROM clock_policy_version`,
      'version forged was not adopted by administrators',
    ],
  ])('%s is found by its contradiction with the audit log', async (_, statement, found) => {
    expect(await policyContradictions(desk.db)).toEqual([]);
    const undone = new Error('undone');
    const damaged = desk.db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(statement);
      expect(await policyContradictions(tx)).toEqual([found]);
      throw undone;
    });
    await expect(damaged).rejects.toBe(undone);
  });

  test('a version in force that was not adopted last is found', async () => {
    const rows = await desk.db.clockPolicyVersion.findMany();
    const { headers } = await send(karl, [{ name: 'policies', content: JSON.stringify(later('shorter-2')) }]);
    await dora.post(`${String(headers.location).split('?')[0]}/confirm`);
    expect(await policyContradictions(desk.db)).toEqual([]);
    await desk.db.clockPolicyVersion.updateMany({ where: { version: 'shorter-1' }, data: { id: 99 } });
    const found = ['version shorter-1 is in force, and version shorter-2 was adopted last'];
    expect(await policyContradictions(desk.db)).toEqual(found);
    await desk.db.clockPolicyVersion.updateMany({ where: { version: 'shorter-1' }, data: { id: rows[0]?.id ?? 1 } });
  });
});

test('an administrator without a colleague sees a warning on every page, and waits a day', async () => {
  const text = 'You are the only administrator who can confirm changes of your agency.';
  expect((await karl.get('/admin/people')).body).not.toContain(text);
  await desk.db.membership.deleteMany({ where: { personId: 'dora.rowan' } });
  for (const page of ['/admin/people', '/admin/agencies', '/settings', '/admin/proposals']) {
    expect((await karl.get(page)).body, page).toContain(text);
  }
  const path = await proposal('vera.rowan');
  expect((await karl.get(path)).body).toContain('You can confirm it yourself from');
  const early = await karl.post(`${path}/confirm`);
  expect([early.statusCode, early.body]).toEqual([409, expect.stringContaining('a day after it was proposed')]);
  expect((await findPerson(desk.db, 'vera.rowan'))?.memberships).toHaveLength(1);
});
