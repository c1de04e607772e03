/** What a person decides for themselves. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('pages speak the language that was chosen, at once', async () => {
  const browser = await desk.browser('noor.rowan');
  const saved = await browser.post('/settings', { language: 'de', zone: 'Europe/Berlin', digestHour: '' });
  expect([saved.statusCode, saved.headers.location]).toEqual([303, '/settings?saved']);
  const { body } = await browser.get('/settings');
  expect(body).toContain('<html lang="de"');
  expect(body).toContain('Zeiten gelten für Europe/Berlin');
  expect(await desk.db.person.findUnique({ where: { id: 'noor.rowan' } })).toMatchObject({ digestHour: null });
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
