/** A new referral by form, in steps that are saved, or from a report file with a list of what was not read. */

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { listDrafts, readDraft, saveDraft } from '../../../../client/workspace/drafts.ts';
import { asAgency } from '../../../../prisma/store/agency-scope.ts';
import { fileDetails } from '../../../domain/exchange/cybertipline/file-details.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { formsIn } from '../../../support/forms.ts';
import { multipartForm, type Part } from '../../../support/multipart.ts';
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

test('each step is saved, and the last shows all values and the expected proposal', async () => {
  const draft = await begun();
  const first = await quinn.post(`${draft}/what`, { ...WHAT, go: 'next' });
  expect(first.headers.location).toBe(`${draft}/where`);
  const indicator = { 'shown.indicators': '1', 'indicators.0.country': 'fi', 'indicators.0.basis': 'legal-process' };
  await quinn.post(`${draft}/where`, { ...indicator, 'indicators.0.verified': 'true', go: 'next' });
  const { body } = await quinn.get(`${draft}/check`);
  expect(body).toContain('An account.');
  expect(body).toContain('Finland: Legal process; Verified');
  expect(body).toContain('Legal process, 1 verified');
  expect((await quinn.get(`${draft}/what`)).body).toMatch(/value="grooming-solicitation" checked/);
});

test('missing values are reported at their step, and the draft is saved', async () => {
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
  expect(check.body).toContain(`<a href="${draft}/what#f-crimeAreas">Select at least one crime area</a>`);
});

test.each([
  ['Denmark', 'Denmark: Legal process'],
  ['Irlande', 'Ireland: Legal process'],
  ['Österreich', 'Austria: Legal process'],
  ['ee', 'Estonia: Legal process'],
])('the country %s is the one that was entered', async (entered, shown) => {
  const draft = await begun();
  const row = { 'shown.indicators': '1', 'indicators.0.country': entered, 'indicators.0.basis': 'legal-process' };
  const { statusCode } = await quinn.post(`${draft}/where`, { ...row, go: 'next' });
  await quinn.post(`${draft}/what`, { ...WHAT, go: 'next' });
  expect([statusCode, (await quinn.get(`${draft}/check`)).body.includes(shown)]).toEqual([303, true]);
});

test.each(['Denmrk', 'ZZ', 'UK', 'Korea'])(
  'the country %s is refused at its field and not guessed',
  async (entered) => {
    const draft = await begun();
    const row = { 'shown.indicators': '1', 'indicators.0.country': entered, 'indicators.0.basis': 'legal-process' };
    const { statusCode, body } = await quinn.post(`${draft}/where`, { ...row, go: 'next' });
    expect([statusCode, body.includes('href="#f-indicators-0-country"')]).toEqual([422, true]);
    expect(body).toContain(`Indicator 1: “${entered}” is not a country in the list.`);
    expect(body).toContain(`value="${entered}"`);
    await quinn.post(`${draft}/what`, { ...WHAT, go: 'next' });
    expect((await quinn.post(`${draft}/check`)).statusCode).toBe(422);
  },
);

test('the list of countries is once on the page, in the language of the officer', async () => {
  const ines = await desk.browser('ines.rowan');
  const { headers } = await ines.post('/referrals/new');
  const { body } = await ines.get(String(headers.location).replace('/what', '/where'));
  expect(body.match(/<datalist/g)).toHaveLength(1);
  expect(body).toContain('<option value="Danemark (DK)">');
  expect(body).not.toMatch(/\((?:ZZ|UK|EU)\)/);
});

test('material is refused at its field and not saved as a draft', async () => {
  const draft = await begun();
  const summary = `data:image/png;base64,${'iVBORw0KGgo'.repeat(40)}`;
  const { statusCode, body } = await quinn.post(`${draft}/what`, { ...WHAT, summary, go: 'next' });
  expect([statusCode, body.includes('href="#f-summary"')]).toEqual([422, true]);
  expect((await quinn.get(`${draft}/what`)).body).not.toContain('iVBORw0KGgo');
  expect(await desk.db.auditLeaf.count({ where: { operation: 'refused-attempt' } })).toBe(1);
});

test('refused material is not shown again, and the rest of the form is', async () => {
  const draft = await begun();
  const picture = 'iVBORw0KGgo'.repeat(400);
  const pieces = { 'originReferences.0.system': 'register', 'originReferences.0.id': picture.slice(0, 3_000) };
  const { statusCode, body } = await quinn.post(`${draft}/references`, { ...pieces, 'shown.originReferences': '1' });
  expect([statusCode, body.includes('iVBORw0KGgo')]).toEqual([422, false]);
  expect(body).toContain('name="originReferences.0.system" type="text" value="register"');
});

test('fields that the form does not have, and second values of a field, are neither saved nor shown', async () => {
  const draft = await begun();
  const row = { 'shown.indicators': '1', 'indicators.0.country': 'FI', 'indicators.0.basis': 'legal-process' };
  const more = { 'indicators.0.junk': 'Copperfield', 'indicators.0.value': ['192.0.2.1', 'Lantern'] };
  const { statusCode } = await quinn.post(`${draft}/where`, { ...row, ...more, go: 'next' });
  expect(statusCode).toBe(303);
  const { body } = await quinn.get(`${draft}/where`);
  expect(body).toContain('192.0.2.1');
  expect(body).not.toMatch(/Copperfield|Lantern/);
  const person = await personOf(desk.db, 'quinn.quartz');
  const saved = await readDraft(desk, person, draft.slice(draft.lastIndexOf('/') + 1));
  expect(JSON.stringify(saved?.content)).not.toMatch(/Copperfield|Lantern/);
});

test('pasted material is not shown again, whatever else is wrong with the text', async () => {
  const picture = 'iVBORw0KGgo'.repeat(400);
  for (const pasted of [picture, `<report>${picture}`, `{"summary": "${picture}"}`]) {
    const { statusCode, body } = await upload('', pasted);
    expect([statusCode, body.includes('iVBORw0KGgo')]).toEqual([422, false]);
  }
});

test('rows are added and removed without JavaScript', async () => {
  const draft = await begun();
  const row = { 'shown.indicators': '1', 'indicators.0.basis': 'language' };
  const added = await quinn.post(`${draft}/where`, { ...row, go: 'add:indicators' });
  const more = await quinn.get(String(added.headers.location));
  expect(more.body).toContain('name="indicators.4.basis"');
  const removed = await quinn.post(`${draft}/where`, { ...row, go: 'remove:indicators.0' });
  expect((await quinn.get(String(removed.headers.location))).body).not.toContain('selected');
});

test('only its author can open a draft, and deleting it is final', async () => {
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
  const sent = { step: 'sent', content: { fields: {}, sent: 'XR-2026-000123' } };
  const { pages: db, keyring } = desk;
  const { id } = await asAgency(owner.agencyId, () => saveDraft({ db, keyring }, owner, sent));
  const unsent = await begun();
  const before = await desk.db.draft.findMany({ orderBy: { id: 'asc' } });
  const { body } = await quinn.get('/referrals/new');
  for (const step of ['what', 'where', 'to-whom', 'references', 'check']) await quinn.get(`${unsent}/${step}`);
  expect(await desk.db.draft.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  expect([body.includes(unsent), body.includes(id)]).toEqual([true, false]);
  const again = await quinn.post(`/referrals/new/${id}/check`);
  expect(again.headers.location).toBe('/referrals/XR-2026-000123?done=submit');
});

/** As a browser sends a form with files. */
async function upload(
  files: string | readonly Part[],
  pasted = '',
): Promise<{ statusCode: number; location: string; body: string }> {
  const { payload, type } = multipartForm([
    { name: '_csrf', content: await quinn.token() },
    ...(typeof files === 'string' ? [reportFile(files)] : files),
    { name: 'pasted', content: pasted },
  ]);
  const answer = await quinn.inject({
    ...{ method: 'POST', url: '/referrals/new/file', headers: { 'content-type': type }, payload },
  });
  return { statusCode: answer.statusCode, location: String(answer.headers.location), body: answer.body };
}

/** A browser sends an empty file without a name if none was selected. */
function reportFile(content: string, filename = content === '' ? '' : 'report.xml'): Part {
  return { name: 'file', filename, content };
}

test('a report and the details of its files become one draft, with the report number and a loss report by file', async () => {
  const report = reportFile(readFileSync('dev/demo-report.xml', 'utf8'));
  const details = [1, 2].map((n) => reportFile(fileDetails(n, '4711'), `details-${n}.xml`));
  const { statusCode, location } = await upload([report, ...details, { name: 'reportId', content: ' 4711 ' }]);
  expect(statusCode).toBe(303);
  const { body } = await quinn.get(location);
  expect(body).toContain('cybertipline');
  expect(body).toMatch(/details-2\.xml<\/td>.*fileDetails\[2\]\/fileName/);
  const refused = await upload([report, ...details, { name: 'reportId', content: '47 11' }]);
  expect([refused.statusCode, refused.body.includes('href="#f-reportId"')]).toEqual([422, true]);
  expect(refused.body).toContain('value="47 11"');
});

test('a report file becomes a draft with a list of what was not read, and is corrected in the form', async () => {
  const { statusCode, location } = await upload(readFileSync('dev/demo-report.xml', 'utf8'));
  expect(statusCode).toBe(303);
  const check = await quinn.get(location);
  expect(check.body).toContain('Parts of the file that were not read in full');
  expect(check.body).toContain('Send the referral');
  expect(check.body).toContain('<div>Reporter: First name</div><code class="desk-quiet">report/reporter/');
  const form = await quinn.get(location.replace('check', 'where'));
  expect(form.body).toMatch(/name="indicators.\d+.country"[^>]*value="Finland \(FI\)"/);
  expect(Math.max(check.body.length, form.body.length)).toBeLessThan(100_000);
});

test('an entry from a report has its name, opens to be changed or removed, and keeps its path', async () => {
  const { location } = await upload(readFileSync('dev/demo-report.xml', 'utf8'));
  const [what, name] = [location.replace('check', 'what'), 'Reported person or user: User name: '];
  const { body } = await quinn.get(what);
  expect(body).toContain(`<span class="govuk-details__summary-text">${name}midnight_otter</span>`);
  const form = formsIn(body).find(({ action }) => action === what);
  const paths = form?.fields.filter(({ kind, value }) => kind === 'hidden' && value.startsWith('report/')) ?? [];
  expect(paths).toHaveLength(19);
  const path = paths.find(({ value }) => value.endsWith('/screenName'))?.name ?? '';
  const fields = form?.fields.filter((field) => field.name !== '_csrf') ?? [];
  const posted = Object.fromEntries(fields.map(({ name, kind, value }) => [name, kind === 'textarea' ? '1' : value]));
  const last = { 'particulars.19.value': '' };
  const changed = { ...posted, ...WHAT, ...last, [path.replace('label', 'value')]: 'otter_of_midnight', go: 'next' };
  expect((await quinn.post(what, changed)).statusCode).toBe(303);
  expect((await quinn.get(location)).body).toContain(`${name}otter_of_midnight`);
  await quinn.post(what, { ...changed, go: `remove:${path.replace('.label', '')}` });
  expect((await quinn.get(what)).body).not.toContain(name);
});

test('a file that is not a report is refused with line, element and reason, and the form shows the pasted text again', async () => {
  const broken = '<?xml version="1.0"?>\n<report><incidentSummary/></report>';
  const { statusCode, body } = await upload('', broken);
  expect(statusCode).toBe(422);
  expect(body).toContain('Errors in the file');
  expect(body).toMatch(/<td[^>]* class="govuk-table__cell desk-number"[^>]*>2<\/td>/);
  expect(body).toContain('&lt;report>');
  expect((await upload('')).body).toContain('Select a report file or paste its text');
});

test('the errors of a JSON file are listed by field, in the language of the officer', async () => {
  const { statusCode, body } = await upload(
    JSON.stringify({ kind: 'x', crimeAreas: [], indicators: [{}], spare: 1, more: 2 }),
  );
  expect([statusCode, body.includes('The file has 6 errors')]).toEqual([422, true]);
  const rows = [...body.matchAll(/<code>([^<]*)<\/code><\/td><td[^>]*>([^<]*)</g)];
  expect(rows.map(([, field, error]) => [field, error])).toEqual([
    ['kind', 'Select the kind of referral'],
    ['crimeAreas', 'Select at least one crime area'],
    ['indicators.0.country', 'Indicator 1: Enter the name or code of a country'],
    ['indicators.0.basis', 'Indicator 1: Select the basis'],
    ['summary', 'Enter a summary'],
    ['File', 'has 2 unknown fields. Remove them'],
  ]);
  expect(body).not.toContain('Too small');
  expect(body).not.toContain('spare');
});

test('a long report can be pasted, and a text above the limit is refused', async () => {
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

test('only liaison officers begin referrals', async () => {
  const helmi = await desk.browser('helmi.cloudberry');
  expect((await helmi.get('/referrals/new')).statusCode).toBe(403);
  expect((await helmi.post('/referrals/new')).statusCode).toBe(403);
});

test.each(['ines.rowan', 'emil.rowan'])('every step is in the language of %s', async (personId) => {
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
