/** Handing a referral in: by steps that are saved, or by a file of which is said what was not understood. */

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { listDrafts, saveDraft } from '../../../../client/workspace/drafts.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { personOf } from '../../../support/people.ts';

let desk: TestDesk;
let quinn: Browser;

beforeAll(async () => {
  desk = await testDesk();
  quinn = await desk.browser('quinn.quartz');
});

const WHAT = { kind: 'case-referral', crimeAreas: 'grooming-solicitation', urgency: 'urgent', summary: 'An account.' };

async function begun(): Promise<string> {
  const { headers } = await quinn.post('/referrals/new');
  return String(headers.location).replace('/what', '');
}

async function drafts(): Promise<number> {
  return (await listDrafts(desk, await personOf(desk.db, 'quinn.quartz'))).length;
}

test('each step is saved, and the last shows everything and what the rules will propose', async () => {
  const draft = await begun();
  const first = await quinn.post(`${draft}/what`, { ...WHAT, go: 'next' });
  expect(first.headers.location).toBe(`${draft}/where`);
  const signs = { 'shown.indicators': '1', 'indicators.0.country': 'fi', 'indicators.0.basis': 'legal-process' };
  await quinn.post(`${draft}/where`, { ...signs, 'indicators.0.verified': 'true', go: 'next' });
  const { body } = await quinn.get(`${draft}/check`);
  expect(body).toContain('An account.');
  expect(body).toContain('Finland: Legal process; Verified');
  expect(body).toContain('Legal process, 1 verified');
  expect((await quinn.get(`${draft}/what`)).body).toMatch(/value="grooming-solicitation" checked/);
});

test('what is missing is said at its step, and the draft is kept', async () => {
  const draft = await begun();
  const { statusCode, body } = await quinn.post(`${draft}/what`, {
    ...WHAT,
    crimeAreas: [],
    summary: '',
    go: 'next',
  });
  expect([statusCode, body.includes('href="#f-crimeAreas"'), body.includes('href="#f-summary"')]).toEqual([
    422,
    true,
    true,
  ]);
  const check = await quinn.post(`${draft}/check`);
  expect([check.statusCode, check.body.includes(`href="${draft}/what"`)]).toEqual([422, true]);
});

test('material is refused at its field and not even kept as a draft', async () => {
  const draft = await begun();
  const summary = `data:image/png;base64,${'iVBORw0KGgo'.repeat(40)}`;
  const { statusCode, body } = await quinn.post(`${draft}/what`, { ...WHAT, summary, go: 'next' });
  expect([statusCode, body.includes('href="#f-summary"')]).toEqual([422, true]);
  expect((await quinn.get(`${draft}/what`)).body).not.toContain('iVBORw0KGgo');
  expect(await desk.db.auditLeaf.count({ where: { operation: 'refused-attempt' } })).toBe(1);
});

test('rows are added and taken away without a script', async () => {
  const draft = await begun();
  const row = { 'shown.indicators': '1', 'indicators.0.basis': 'language' };
  const added = await quinn.post(`${draft}/where`, { ...row, go: 'add:indicators' });
  const more = await quinn.get(String(added.headers.location));
  expect(more.body).toContain('name="indicators.4.basis"');
  const removed = await quinn.post(`${draft}/where`, { ...row, go: 'remove:indicators.0' });
  expect((await quinn.get(String(removed.headers.location))).body).not.toContain('selected');
});

test("a draft is its writer's alone, and goes for good", async () => {
  const before = await drafts();
  const draft = await begun();
  const aino = await desk.browser('aino.alder');
  expect((await aino.get(`${draft}/what`)).statusCode).toBe(404);
  expect((await aino.post(`${draft}/what`, WHAT)).statusCode).toBe(404);
  await quinn.post(`${draft}/delete`);
  expect(await drafts()).toBe(before);
});

test('opening pages changes no draft, and a draft that was sent still leads to its referral', async () => {
  const owner = await personOf(desk.db, 'quinn.quartz');
  const sent = { step: 'sent', words: { fields: {}, sent: 'XR-2026-000123' } };
  const [{ id }, unsent] = [await saveDraft(desk, owner, sent), await begun()];
  const before = await desk.db.draft.findMany({ orderBy: { id: 'asc' } });
  const { body } = await quinn.get('/referrals/new');
  for (const step of ['what', 'where', 'to-whom', 'references', 'check']) await quinn.get(`${unsent}/${step}`);
  expect(await desk.db.draft.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  expect([body.includes(unsent), body.includes(id)]).toEqual([true, false]);
  const again = await quinn.post(`/referrals/new/${id}/check`);
  expect(again.headers.location).toBe('/referrals/XR-2026-000123?done=submit');
});

/** As a browser sends a form with a file. */
async function upload(file: string, pasted = ''): Promise<{ statusCode: number; location: string; body: string }> {
  const boundary = 'boundary';
  const part = (head: string, content: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const payload = [
    part('name="_csrf"', await quinn.token()),
    part('name="file"; filename="report.xml"\r\ncontent-type: application/xml', file),
    part('name="pasted"', pasted),
    `--${boundary}--\r\n`,
  ].join('');
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await quinn.inject({ method: 'POST', url: '/referrals/new/file', headers, payload });
  return { statusCode: answer.statusCode, location: String(answer.headers.location), body: answer.body };
}

test('of a report file is shown what was understood and what not, and it is corrected in the form', async () => {
  const { statusCode, location } = await upload(readFileSync('dev/demo-report.xml', 'utf8'));
  expect(statusCode).toBe(303);
  const check = await quinn.get(location);
  expect(check.body).toContain('What was not understood of the file');
  expect(check.body).toContain('Send the referral');
  const form = await quinn.get(location.replace('check', 'where'));
  expect(form.body).toMatch(/name="indicators.\d+.country"[^>]*value="[A-Z]{2}"/);
  expect(Math.max(check.body.length, form.body.length)).toBeLessThan(100_000);
});

test('a file that is no report is refused with line, element and reason; what was pasted is kept', async () => {
  const broken = '<?xml version="1.0"?>\n<report><incidentSummary/></report>';
  const { statusCode, body } = await upload('', broken);
  expect(statusCode).toBe(422);
  expect(body).toContain('What is wrong with the file');
  expect(body).toContain('<td class="govuk-table__cell desk-number">2</td>');
  expect(body).toContain('&lt;report>');
  expect((await upload('')).body).toContain('Choose a file or paste its text');
});

test('a long report is read whole where it is pasted, and what is longer than any is refused there', async () => {
  const line = (n: number) => `<!-- line ${n} ${'x'.repeat(1000)} -->`;
  const filler = [...Array(300).keys()].map(line).join('\n');
  const report = readFileSync('dev/demo-report.xml', 'utf8');
  const long = report.replace('?>', `?>\n${filler}\n`);
  expect(long.length).toBeGreaterThan(300_000);
  expect((await upload('', long)).statusCode).toBe(303);
  const { statusCode, body } = await upload('', `<report>${'x'.repeat(2.5 * 1024 * 1024)}</report>`);
  expect([statusCode, body.includes('href="#f-pasted"'), body.includes('larger than 2 MiB')]).toEqual([
    422,
    true,
    true,
  ]);
});

test('nobody but liaison officers hands in', async () => {
  const helmi = await desk.browser('helmi.cloudberry');
  expect((await helmi.get('/referrals/new')).statusCode).toBe(403);
  expect((await helmi.post('/referrals/new')).statusCode).toBe(403);
});

test.each(['ines.rowan', 'emil.rowan'])('every step speaks the language of %s', async (personId) => {
  const browser = await desk.browser(personId);
  const { headers } = await browser.post('/referrals/new');
  const draft = String(headers.location).replace('/what', '');
  for (const path of [
    '/referrals/new',
    ...['what', 'where', 'to-whom', 'references', 'check'].map((step) => `${draft}/${step}`),
  ]) {
    const { statusCode, body } = await browser.get(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toMatch(/\b(officer|partner|referral|codes|common|timeline|intake|supervisor):[a-z]/);
  }
});
