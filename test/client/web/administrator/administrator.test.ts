/** The administrator's pages: possible changes, refusals with reasons, and no lost updates. */

import { beforeAll, describe, expect, test } from 'vitest';
import { readContactPoint } from '../../../../prisma/store/directory-edit.ts';
import { findPerson } from '../../../../prisma/store/people.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';

let desk: TestDesk;
let karl: Browser;
let dora: Browser;

beforeAll(async () => {
  desk = await testDesk();
  await desk.db.membership.create({ data: { personId: 'eero.alder', agencyId: 'fi-alder', role: 'administrator' } });
  await desk.db.person.update({ where: { id: 'karl.rowan' }, data: { language: 'en' } });
  karl = await desk.browser('karl.rowan');
  dora = await desk.browser('dora.rowan');
});

/** Sends a form that leads to a proposal, and has another administrator confirm it. Returns the page of the proposal. */
async function agreed(path: string, fields: Record<string, string | readonly string[]>): Promise<string> {
  const { headers, statusCode } = await karl.post(path, fields);
  const proposal = /^(\/admin\/proposals\/[\w-]+)\?proposed$/.exec(String(headers.location))?.[1];
  if (proposal === undefined) throw new Error(`No proposal was made: ${statusCode}, ${headers.location}`);
  expect((await karl.get(`${proposal}?proposed`)).body).toContain('The change was proposed');
  const confirmed = await dora.post(`${proposal}/confirm`);
  expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, `${proposal}?applied`]);
  return proposal;
}

/** Of the form with that action on the page; the first where there are many. */
async function versionOn(browser: Browser, path: string, action = path): Promise<string> {
  const { body } = await browser.get(path);
  const form = new RegExp(`action="${action}".*?name="version" value="(\\w+)"`, 's').exec(body);
  return form?.[1] ?? '';
}

describe('agencies', () => {
  test('are all listed for the coordinating administrator, and the own one for others', async () => {
    expect((await karl.get('/admin/agencies')).body).toContain('/admin/agencies/us-quartz');
    const eero = await desk.browser('eero.alder');
    const { body } = await eero.get('/admin/agencies');
    expect(body).toContain('/admin/agencies/fi-alder');
    expect(body).not.toContain('/admin/agencies/us-quartz');
    expect((await eero.get('/admin/agencies/us-quartz')).statusCode).toBe(404);
    expect((await eero.post('/admin/agencies/us-quartz', { name: 'Mine', type: 'government' })).statusCode).toBe(404);
    expect((await eero.get('/admin/agencies/atlantis')).statusCode).toBe(404);
  });

  test('are changed by two administrators, with a line that says who did what', async () => {
    const path = '/admin/agencies/us-quartz';
    const version = await versionOn(karl, path);
    const name = '<b>Renamed</b>';
    const proposal = await agreed(path, { version, name, type: 'non-profit', excludes: ['fi-alder'] });
    const { body } = await karl.get(path);
    expect(body).toContain('&lt;b>Renamed&lt;/b>');
    const changed = 'Agency us-quartz changed: Agencies that must not receive [\\w ]+: us-jasper → fi-alder, Name';
    expect(body).toMatch(
      new RegExp(`Dora Rowan.*Proposal confirmed – ${changed}.*Karl Rowan.*Proposed – ${changed}`, 's'),
    );
    const decided = (await karl.get(proposal)).body;
    expect(decided).toMatch(/Name.*&lt;b>Renamed&lt;\/b>.*Confirmed, and put in force/s);
    expect(decided).not.toContain('/confirm"');
  });

  test('are added and disabled by the coordinating agency only', async () => {
    const added = { id: 'fi-fir', name: 'Model Unit Fir', country: 'FI', type: 'government' };
    await agreed('/admin/agencies/new', added);
    expect((await karl.get('/admin/agencies/fi-fir')).body).toContain('Disable this agency');
    await agreed('/admin/agencies/fi-fir/disable', {});
    expect((await karl.get('/admin/agencies')).body).toMatch(/Model Unit Fir.*Disabled/s);
    await agreed('/admin/agencies/fi-fir/enable', {});
    const eero = await desk.browser('eero.alder');
    expect((await eero.get('/admin/agencies/new')).statusCode).toBe(404);
    expect((await eero.post('/admin/agencies/new', { ...added, id: 'fi-two' })).statusCode).toBe(404);
    expect((await eero.post('/admin/agencies/fi-alder/disable')).statusCode).toBe(404);
    const twice = await karl.post('/admin/agencies/new', added);
    expect([twice.statusCode, twice.body]).toEqual([422, expect.stringContaining('that is not in use')]);
  });

  test('that another person changed meanwhile are not overwritten, and the entered text is kept', async () => {
    const path = '/admin/agencies/fi-alder';
    const version = await versionOn(karl, path);
    await agreed(path, { version, name: 'Quicker', type: 'law-enforcement' });
    const late = await karl.post(path, { version, name: 'Slower', type: 'law-enforcement' });
    expect(late.statusCode).toBe(412);
    expect(late.body).toContain('Somebody else changed this after you opened it');
    expect(late.body).toContain('value="Slower"');
    expect(late.body).toContain('Dora Rowan');
  });
});

test('a text that contains a picture is refused with an error at its field', async () => {
  const path = '/admin/agencies/us-quartz';
  const name = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
  const refused = await karl.post(path, { version: await versionOn(karl, path), name, type: 'non-profit' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('This looks like abuse material, which is never accepted');
  expect(desk.log.join()).not.toContain('R0lGOD');
});

describe('contact points', () => {
  const path = '/admin/contact-points/fi-birch-spoc';
  const fields = {
    ...{ name: 'Birch desk', type: 'spoc', email: 'desk@birch.example', zone: 'Europe/Helsinki', hours: '08:00-16:00' },
    ...{ languages: 'fi, en', capabilities: ['investigation'], kinds: ['case-referral'], clearances: ['H0', 'H1'] },
  };

  test('are changed field by field', async () => {
    await agreed(path, { version: await versionOn(karl, path), ...fields });
    const alone = await karl.post(path, {
      ...{ version: await versionOn(karl, path), ...fields },
      ...{ capacity: '25' },
    });
    expect(alone.headers.location).toBe(`${path}?saved`);
    expect((await karl.get(`${path}?saved`)).body).toContain('Your change was saved and recorded in the audit log.');
    expect(await readContactPoint(desk.db, 'fi-birch-spoc')).toMatchObject({
      ...{ name: 'Birch desk', languages: ['fi', 'en'], clearances: ['H0', 'H1'], hours: '08:00-16:00', capacity: 25 },
    });
  });

  test('have hours by weekday, which two administrators agree to', async () => {
    const weekly = { hours: '', hoursMo: '08:00-12:00, 13:00-16:00', hoursTu: '08:00-12:00,13:00-16:00', hoursSa: '' };
    const proposal = await agreed(path, { version: await versionOn(karl, path), ...fields, ...weekly, capacity: '25' });
    expect((await karl.get(proposal)).body).toMatch(
      /Office hours<.*08:00-16:00<.*Monday–Tuesday 08:00-12:00, 13:00-16:00</s,
    );
    const stored = await readContactPoint(desk.db, 'fi-birch-spoc');
    expect(stored?.hours).toBe('Mo-Tu 08:00-12:00,13:00-16:00');
    const { body } = await karl.get(path);
    expect(body).toContain('Office hours: 08:00-16:00 → Mo-Tu 08:00-12:00,13:00-16:00');
    expect(body).toMatch(/name="hours" type="text" value aria/);
    expect(body).toMatch(/name="hoursTu" [^>]*value="08:00-12:00, 13:00-16:00"/);
    const both = await karl.post(path, { ...fields, version: await versionOn(karl, path), hoursMo: '08:00-16:00' });
    expect([both.statusCode, both.body.includes('href="#f-hours"')]).toEqual([422, true]);
    await agreed(path, { version: await versionOn(karl, path), ...fields, capacity: '25' });
  });

  test('have the public holidays of a region, in pages, files and API', async () => {
    const calendar = { ...fields, capacity: '25', calendar: 'DE-BY' };
    await agreed(path, { version: await versionOn(karl, path), ...calendar });
    expect((await readContactPoint(desk.db, 'fi-birch-spoc'))?.calendar).toBe('DE-BY');
    expect((await karl.get(path)).body).toMatch(/name="calendar" [^>]*value="DE-BY"/);
    const { contactPoints } = (await karl.get('/api/v1/directory')).json();
    expect(contactPoints).toContainEqual(expect.objectContaining({ id: 'fi-birch-spoc', calendar: 'DE-BY' }));
    const wrong = await karl.post(path, { ...calendar, version: await versionOn(karl, path), calendar: 'DE-XX' });
    expect([wrong.statusCode, wrong.body.includes('href="#f-calendar"')]).toEqual([422, true]);
    await agreed(path, { version: await versionOn(karl, path), ...fields, capacity: '25' });
    expect(await readContactPoint(desk.db, 'fi-birch-spoc')).not.toHaveProperty('calendar');
  });

  test('with errors are refused with a message at each field', async () => {
    const version = await versionOn(karl, path);
    const wrong = { version, ...fields, hours: 'mornings', zone: 'Mars', email: 'nobody', capacity: '0', kinds: [] };
    const { statusCode, body } = await karl.post(path, wrong);
    expect(statusCode).toBe(422);
    for (const field of ['hours', 'zone', 'email', 'capacity', 'kinds']) expect(body).toContain(`href="#f-${field}"`);
    expect(body).toContain('Enter 24/7, or hours such as 08:00-16:00, or hours by weekday; not both.');
    expect(body).toContain('value="mornings"');
    const beyond = await karl.post(path, { version, ...fields, capabilities: ['legislation'] });
    expect(beyond.body).toContain('Select only capabilities that the registry holds for this agency.');
  });

  test('are confirmed, and added', async () => {
    await karl.post(`${path}/verify`);
    const verified = (await readContactPoint(desk.db, 'fi-birch-spoc'))?.verifiedAt ?? '';
    expect(Date.now() - Date.parse(verified)).toBeLessThan(60_000);
    await agreed('/admin/agencies/fi-birch/contact-points/new', { id: 'fi-birch-night', country: 'FI', ...fields });
    expect((await karl.get('/admin/contact-points/fi-birch-night')).statusCode).toBe(200);
  });
});

describe('people', () => {
  const mira = { id: 'mira.birch', name: 'Mira Birch', email: 'mira@birch.example', language: 'fr', zone: 'UTC' };

  test('are added, given a sign-in, and deactivated after a question', async () => {
    await agreed('/admin/people/new', { ...mira, agencyId: 'fi-birch', roles: ['partner-officer'] });
    const path = '/admin/people/mira.birch';
    await agreed(`${path}/identities`, { form: 'identity', issuer: 'https://login.example', subject: 'm-1' });
    expect((await karl.get(path)).body).toContain('m-1');
    const twice = await karl.post('/admin/people/noor.rowan/identities', {
      ...{ form: 'identity', issuer: 'https://login.example', subject: 'm-1' },
    });
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain('not in use by another person');
    const long = { issuer: 'https://login.example', subject: 'm'.repeat(255) };
    await agreed(`${path}/identities`, { form: 'identity', ...long });
    expect((await karl.post(`${path}/take-identity`, { issuer: long.issuer })).statusCode).toBe(422);
    expect((await karl.get(path)).body).toContain(long.subject);
    await agreed(`${path}/take-identity`, long);
    expect((await karl.get(path)).body).not.toContain(`>${long.subject}<`);
    expect((await karl.get(`${path}/deactivate`)).body).toContain('Deactivate Mira Birch');
    await agreed(`${path}/deactivate`, {});
    expect((await findPerson(desk.db, 'mira.birch'))?.memberships).toEqual([]);
  });

  test('who left and whose id is no name are pseudonymised after a question', async () => {
    const path = '/admin/people/p-4711';
    await agreed('/admin/people/new', { ...mira, id: 'p-4711', agencyId: 'fi-birch', roles: ['partner-officer'] });
    expect((await karl.get(path)).body).not.toContain('Pseudonymise this person');
    await agreed(`${path}/deactivate`, {});
    expect((await karl.get(path)).body).toContain('Pseudonymise this person');
    expect((await karl.get(`${path}/pseudonymise`)).body).toContain('Pseudonymise Mira Birch');
    await agreed(`${path}/pseudonymise`, {});
    expect(await findPerson(desk.db, 'p-4711')).toMatchObject({ email: '' });
    expect((await karl.get(path)).body).not.toMatch(/Mira Birch|Pseudonymise this person/);
    const named = await karl.post('/admin/people/mira.birch/pseudonymise');
    expect([named.statusCode, named.body]).toEqual([409, expect.stringContaining('an id that contains the name')]);
  });

  test('get other roles, and an open session works with those at once', async () => {
    const noor = await desk.browser('noor.rowan');
    expect((await noor.get('/audit')).statusCode).toBe(403);
    const path = '/admin/people/noor.rowan';
    const version = await versionOn(karl, path, `${path}/roles`);
    await agreed(`${path}/roles`, { version, agencyId: 'xr-desk', roles: ['auditor'] });
    expect((await noor.get('/audit')).statusCode).toBe(200);
    const stale = await karl.post(`${path}/roles`, { version, agencyId: 'xr-desk', roles: ['supervisor'] });
    expect(stale.statusCode).toBe(412);
  });

  test('are signed out everywhere', async () => {
    const vera = await desk.browser('vera.rowan');
    await karl.post('/admin/people/vera.rowan/end-sessions');
    expect((await vera.get('/audit')).statusCode).toBe(303);
  });

  test('of other agencies are not there for an administrator of one', async () => {
    const eero = await desk.browser('eero.alder');
    expect((await eero.get('/admin/people/otto.rowan')).statusCode).toBe(404);
    expect((await eero.post('/admin/people/otto.rowan/deactivate')).statusCode).toBe(404);
    expect((await findPerson(desk.db, 'otto.rowan'))?.memberships).toHaveLength(1);
  });
});

test.each(['/admin/people/new', '/admin/calendars', '/admin/people/aino.alder'])(
  '%s preselects no agency',
  async (path) => {
    expect((await karl.get(path)).body).toMatch(/<select[^>]* name="agencyId"[^>]*><option value>/);
  },
);

test('a contact point is disabled and enabled again by two administrators', async () => {
  const path = '/admin/contact-points/se-juniper-ncp';
  expect((await karl.get(path)).body).toContain(`action="${path}/disable"`);
  await agreed(`${path}/disable`, {});
  expect((await karl.get(path)).body).toMatch(/>Disabled<.*action="[^"]*\/enable"/s);
  expect((await karl.get('/admin/agencies/se-juniper')).body).toMatch(/se-juniper-ncp".*>Disabled</s);
  const version = await versionOn(karl, path);
  expect(version).not.toBe('');
  await agreed(`${path}/enable`, {});
  expect(await readContactPoint(desk.db, 'se-juniper-ncp')).not.toHaveProperty('disabled');
  const eero = await desk.browser('eero.alder');
  expect((await eero.post(`${path}/disable`)).statusCode).toBe(404);
});

describe('calendars and policies', () => {
  test('holidays are those of the country in the year, closed days are added and removed by two administrators', async () => {
    const { body } = await karl.get('/admin/calendars?country=FI&year=2026');
    expect(body).toContain('Independence Day');
    const path = await agreed('/admin/calendars', { agencyId: 'fi-alder', day: '2026-12-28', name: 'Stocktaking' });
    expect((await dora.get(path)).body).toMatch(/2026-12-28<.*–<.*Stocktaking</s);
    expect((await karl.get('/admin/calendars')).body).toContain('Stocktaking');
    expect((await karl.get('/admin/calendars?format=csv')).body).toContain('fi-alder,2026-12-28,Stocktaking');
    expect((await karl.get('/admin/calendars/fi-alder/2026-12-28/remove')).body).toContain('Stocktaking');
    const removal = await agreed('/admin/calendars/fi-alder/2026-12-28/remove', {});
    expect((await dora.get(removal)).body).toMatch(/2026-12-28<.*Stocktaking<.*–</s);
    const halfDay = { agencyId: 'fi-alder', day: '2026-12-23', name: 'Eve', closesAt: '12:00' };
    await agreed('/admin/calendars', halfDay);
    expect((await karl.get('/admin/calendars?format=csv')).body).toContain('fi-alder,2026-12-23,Eve,12:00');
    expect((await karl.post('/admin/calendars', { ...halfDay, closesAt: 'noon' })).statusCode).toBe(422);
    await agreed('/admin/calendars/fi-alder/2026-12-23/remove', {});
    expect((await karl.get('/admin/calendars')).body).not.toContain('Stocktaking');
  });

  test('policies show each clock with its basis', async () => {
    const { body } = await karl.get('/admin/policies');
    expect(body).toContain('targets-2026-7');
    expect(body).toContain('Acknowledgement (Only for: Directive 2014/41/EU'.slice(0, 26));
    expect(body).toMatch(/<span>[^<]*modelled on Directive 2014\/41\/EU/);
    expect(body).toContain('1 hour; if missed: the rules decide');
    expect(body).toMatch(/extended once, by up to \d+ calendar days/);
    expect(body).toContain('by up to 30 calendar days (Directive 2014/41/EU art. 12(5))');
    expect(body).toContain('by up to 30 calendar days each (target); only for: Judicial authorisation is needed');
    expect(body).not.toContain('1 hours');
    expect(body).toContain('A referral can be referred onward 5 times.');
    // Once in each of the three tables: its case has no condition.
    expect(body.match(/Written confirmation/g)).toHaveLength(3);
    expect(body).toMatch(/Recipient unresponsive|Acknowledged/);
    expect((await karl.get('/admin/policies?format=csv')).headers['content-type']).toContain('text/csv');
  });
});

test('an administrator sees no referrals, and only administrators see these pages', async () => {
  expect((await karl.get('/sla')).statusCode).toBe(403);
  const otto = await desk.browser('otto.rowan');
  for (const path of ['agencies', 'people', 'proposals', 'calendars', 'policies']) {
    expect((await otto.get(`/admin/${path}`)).statusCode).toBe(403);
  }
});
