/** The settings that each person chooses. */

import { beforeAll, describe, expect, test } from 'vitest';
import { setRoles } from '../../../prisma/store/people-edit.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('pages have the chosen language at once', async () => {
  const browser = await desk.browser('noor.rowan');
  const saved = await browser.post('/settings', { language: 'de', zone: 'Europe/Berlin', digestHour: '' });
  expect([saved.statusCode, saved.headers.location]).toEqual([303, '/settings?saved']);
  const { body } = await browser.get('/settings');
  expect(body).toContain('<html lang="de"');
  expect(body).toContain('Zeiten gelten für Europe/Berlin');
  expect(await desk.db.person.findUnique({ where: { id: 'noor.rowan' } })).toMatchObject({ digestHour: null });
});

test('a time zone is chosen from the list of all zones, once on each page', async () => {
  for (const [personId, path] of [
    ['noor.rowan', '/settings'],
    ['karl.rowan', '/admin/contact-points/fi-alder-ncp'],
    ['karl.rowan', '/admin/people/aino.alder'],
  ] as const) {
    const { body } = await (await desk.browser(personId)).get(path);
    expect(body).toMatch(/<input[^>]*name="zone"[^>]*list="zones"/);
    expect(body.split('<datalist id="zones">')).toHaveLength(2);
    expect(body).toContain('<option value="Europe/Helsinki"');
    expect(Buffer.byteLength(body)).toBeLessThan(100 * 1024);
  }
});

test('pages have the colours that were chosen, and those of the device before a choice', async () => {
  const browser = await desk.browser('noor.rowan');
  const colours = async () =>
    (await browser.get('/settings')).body.match(/data-colours="(\w+)"|scheme" content="[^"]+"/g);
  expect(await colours()).toEqual(['data-colours="system"', 'scheme" content="light dark"']);
  await browser.post('/settings', { language: 'de', zone: 'Europe/Berlin', digestHour: '', colourScheme: 'dark' });
  expect(await colours()).toEqual(['data-colours="dark"', 'scheme" content="dark"']);
  const refused = await browser.post('/settings', { language: 'de', zone: 'UTC', digestHour: '', colourScheme: 'red' });
  expect(refused.statusCode).toBe(422);
});

test('a person turns off receipts; a supervisor does so for the systems of the agency, and the audit log has it', async () => {
  const receiptsOf = async (id: string) => (await desk.db.person.findUnique({ where: { id } }))?.receipts;
  const form = { language: 'en', zone: 'UTC', digestHour: '' };
  const quinn = await desk.browser('quinn.quartz');
  // Not a supervisor: the system stays as it is.
  await quinn.post('/settings', { ...form, receipts: 'off', silent: 'system.quartz' });
  expect([await receiptsOf('quinn.quartz'), await receiptsOf('system.quartz')]).toEqual([false, true]);
  expect((await quinn.get('/settings')).body).not.toContain('Quartz intake system');
  const sana = await desk.browser('sana.quartz');
  expect((await sana.get('/settings')).body).toContain('Quartz intake system');
  await sana.post('/settings', { ...form, silent: 'system.quartz' });
  expect([await receiptsOf('sana.quartz'), await receiptsOf('system.quartz')]).toEqual([true, false]);
  const leaves = await desk.db.auditLeaf.findMany({
    where: { operation: 'alteration' },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(leaves[0]?.leaf).toMatchObject({
    by: { personId: 'sana.quartz' },
    about: { directory: 'person', id: 'system.quartz', fields: ['receipts'] },
  });
  await sana.post('/settings', form);
  expect(await receiptsOf('system.quartz')).toBe(true);
});

test('a zone that does not exist is refused at its field, and what was typed is still there', async () => {
  const browser = await desk.browser('emil.rowan');
  const { statusCode, body } = await browser.post('/settings', {
    ...{ language: 'fr', zone: 'Mars/"><script>alert(1)</script>', digestHour: '9' },
  });
  expect(statusCode).toBe(422);
  expect(body).toContain('<title>Fehler: Einstellungen – Liaise</title>');
  expect(body).toContain('<a href="#f-zone">Geben Sie eine Zeitzone der IANA-Liste ein, zum Beispiel');
  expect(body).toContain('Mars/&quot;>&lt;script>');
  expect(body).not.toContain('<script>alert');
});

test('a person sees their sessions, ends each of them, and has at most ten', async () => {
  const [one, other] = [await desk.browser('eero.alder'), await desk.browser('eero.alder')];
  const { body } = await one.get('/settings');
  const main = body.slice(body.indexOf('<main'));
  const digestsIn = (rows: readonly string[]) =>
    rows.flatMap((row) => /name="session" value="([0-9a-f]{64})"/.exec(row)?.[1] ?? []);
  const rows = main.split('<tr');
  const [own = ''] = digestsIn(rows.filter((row) => row.includes('This session')));
  const [another = '', ...more] = digestsIn(rows.filter((row) => !row.includes('This session')));
  expect(more).toEqual([]);
  const stranger = await desk.browser('emil.rowan');
  for (const session of [own, another]) await stranger.post('/sessions/end', { session });
  expect((await other.get('/settings')).statusCode).toBe(200);
  expect((await one.post('/sessions/end', { session: another })).headers.location).toBe('/settings?ended');
  expect((await other.get('/settings')).statusCode).toBe(303);
  expect((await one.post('/sessions/end', { session: own })).headers.location).toBe('/sign-in?out');
  expect((await one.get('/settings')).statusCode).toBe(303);
  for (let n = 0; n < 12; n += 1) await desk.browser('eero.alder');
  expect(await desk.db.session.count({ where: { personId: 'eero.alder' } })).toBe(10);
});

describe('the calendar of deadlines', () => {
  /** The path of the address that the page shows once. */
  const pathIn = (body: string) => /http:\/\/localhost(\/calendar\/[\w-]{43}\.ics)/.exec(body)?.[1] ?? '';
  const read = (url: string, headers = {}) => desk.app.inject({ url, headers });
  const leavesOf = async (personId: string) => {
    const rows = await desk.db.auditLeaf.findMany({ where: { operation: 'alteration' }, orderBy: { id: 'asc' } });
    const leaves = rows.map(
      ({ leaf }) => leaf as { by: { personId?: string }; about: { directory?: string; change?: string } },
    );
    return leaves.flatMap(({ by, about }) =>
      by.personId === personId && about.directory === 'calendar-feed' ? [about.change] : [],
    );
  };
  const entries = (body: string, name: string) =>
    [...body.matchAll(new RegExp(`^${name}:(.*)$`, 'gm'))].map(([, value = '']) => value.trim());

  test('names referral, task and due time of what the agency must do, and nothing of the case', async () => {
    const referral = await RecordedReferral.submit(desk, 'quinn.quartz');
    const triage = { urgency: 'urgent', capability: 'investigation' } as const;
    await referral.act('noor.rowan', {
      ...{ type: 'complete-triage', ...triage, urgencyGrounds: [], countries: ['FI'], wanted: [] },
    });
    const { reference, clocks, id } = await referral.read();
    const browser = await desk.browser('aino.alder');
    const path = pathIn((await browser.post('/settings/calendar')).body);
    const { statusCode, headers, body } = await read(path);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers['cache-control']).toBe('private, max-age=900, must-revalidate');
    const due = clocks.find(({ name }) => name === 'acknowledge')?.dueAt ?? '';
    expect(entries(body, 'DTSTART')).toEqual([due.replaceAll(/[-:]|\.\d+/g, '')]);
    expect(entries(body, 'SUMMARY')).toEqual([`${reference}: Acknowledge`]);
    expect(entries(body, 'UID')).toEqual([`acknowledge-r1-${id}`]);
    expect(body.replaceAll('\r\n ', '')).toContain(`http://localhost/referrals/${reference}`);
    expect(body).not.toMatch(/alder|quartz|rowan|FI\b|urgent/i);
    expect((await read(path, { 'if-none-match': String(headers['etag']) })).statusCode).toBe(304);
  });

  test('is replaced, and revoked: an earlier address and a wrong one get the same answer; the audit log has each step', async () => {
    const browser = await desk.browser('sana.quartz');
    expect((await browser.get('/settings')).body).not.toContain('/settings/calendar/revoke');
    const first = pathIn((await browser.post('/settings/calendar')).body);
    const second = pathIn((await browser.post('/settings/calendar')).body);
    expect((await read(second)).statusCode).toBe(200);
    const wrong = await read(`/calendar/${'a'.repeat(43)}.ics`);
    expect(wrong.statusCode).toBe(404);
    const same = async (url: string) => {
      const { statusCode, headers, body } = await read(url);
      expect({ statusCode, body, type: headers['content-type'] }).toEqual({
        ...{ statusCode: 404, body: wrong.body, type: wrong.headers['content-type'] },
      });
    };
    await same(first);
    const settings = (await browser.get('/settings')).body;
    expect(settings).toContain('The address was made on');
    expect(settings).not.toContain(second);
    expect((await browser.post('/settings/calendar/revoke')).headers.location).toBe('/settings?revoked');
    await same(second);
    expect(await leavesOf('sana.quartz')).toEqual(['added', 'changed', 'removed']);
    expect(await desk.db.calendarFeed.count({ where: { personId: 'sana.quartz' } })).toBe(0);
  });

  test('ends with the access of its owner, and with the work on referrals', async () => {
    const path = pathIn((await (await desk.browser('eero.alder')).post('/settings/calendar')).body);
    expect((await read(path)).statusCode).toBe(200);
    const stored = await desk.db.calendarFeed.findFirst({ where: { personId: 'eero.alder' } });
    expect(JSON.stringify(stored)).not.toContain(path.slice('/calendar/'.length, -'.ics'.length));
    const memberships = await desk.db.membership.findMany({ where: { personId: 'eero.alder' } });
    const isEero = { personId: 'eero.alder', agencyId: 'fi-alder' };
    await desk.db.membership.createMany({ data: [{ ...isEero, role: 'auditor' }] });
    await desk.db.membership.deleteMany({ where: { ...isEero, role: { not: 'auditor' } } });
    expect((await read(path)).statusCode).toBe(404);
    await desk.db.membership.deleteMany({ where: { personId: 'eero.alder' } });
    expect((await read(path)).statusCode).toBe(404);
    await desk.db.membership.createMany({ data: memberships });
    expect((await read(path)).statusCode).toBe(200);
    await desk.db.$transaction((tx) => setRoles(tx, 'eero.alder', 'fi-alder', []));
    await desk.db.membership.createMany({ data: memberships });
    expect((await read(path)).statusCode).toBe(404);
  });

  test('is not for people without tasks', async () => {
    const browser = await desk.browser('vera.rowan');
    expect((await browser.get('/settings')).body).not.toContain('/settings/calendar');
    expect((await browser.post('/settings/calendar')).statusCode).toBe(403);
  });
});

test('signing out clears what the browser has stored', async () => {
  const browser = await desk.browser('emil.rowan');
  const { headers } = await browser.post('/sign-out');
  expect(headers['clear-site-data']).toBe('"cache", "storage"');
});

test('a person who is not signed in gets the sign-in page, and returns to the requested page', async () => {
  const { statusCode, headers } = await desk.app.inject({ url: '/settings' });
  expect([statusCode, headers.location]).toEqual([303, '/sign-in?to=%2Fsettings']);
});

test('nothing is loaded from elsewhere, framed, or run from inside a page', async () => {
  const browser = await desk.browser('noor.rowan');
  const { headers, body } = await browser.get('/settings');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(body).not.toMatch(/<script(?! src="\/public\/)| style=| on\w+=|https?:\/\//);
});
