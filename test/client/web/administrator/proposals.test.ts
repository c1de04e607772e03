/** The pages of proposals: who sees which buttons, repeated forms, and an administrator without a colleague. */

import { beforeAll, describe, expect, test } from 'vitest';
import { findPerson } from '../../../../prisma/store/people.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';

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
    const [row] = await desk.db.countryCapability.findMany({ where: { country: 'FI', capability: 'legislation' } });
    expect(row?.recordedBy).toBe('dora.rowan');
    const eero = await desk.browser('eero.alder', 'fi-alder');
    expect((await eero.post(`${path}/confirm`)).statusCode).toBe(403);
    expect((await karl.get('/admin/registry/FI/nothing')).statusCode).toBe(404);
  });
});

test('an administrator without a colleague is told so on every page, and waits a day', async () => {
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
