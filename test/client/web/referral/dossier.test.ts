/** The dossier of a referral: what its reader sees on the page, as PDF and as JSON, each recorded as a disclosure. */

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { dossierAnswer } from '../../../../client/contract/answers/dossier.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';
import { callerOf } from '../../api/api-client.ts';

const SECRET = 'Copperfield-Lantern';
const SUMMARY = `The child wrote under the name ${SECRET}. ${'She was seen near the station. '.repeat(300)}The end.`;

let desk: TestDesk;
let reference: string;
let referralId: string;

beforeAll(async () => {
  desk = await testDesk();
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', { summary: SUMMARY });
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI', 'NL'], capability: 'investigation', wanted: [] },
  });
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  referralId = kept.id;
  ({ reference } = await kept.read());
});

async function download(personId: string, fields: Record<string, string> = {}) {
  return (await desk.browser(personId)).post(`/referrals/${reference}/dossier`, fields);
}

async function leaves() {
  const rows = await desk.db.auditLeaf.findMany({ where: { referralId }, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as { operation: string; by: { personId?: string }; about: object });
}

describe('as PDF', () => {
  test('has the handling code on each page, and names reader, time and purpose', async () => {
    const answer = await download('aino.alder', { purposeCode: 'other', purpose: 'For the court in Helsinki.' });
    expect(answer.headers['content-disposition']).toContain(`${reference}-dossier.pdf`);
    const { pages, fonts, language, marked } = await readPdf(answer.rawPayload);
    expect(pages.length).toBeGreaterThan(2);
    for (const [n, { text }] of pages.entries()) {
      expect(text).toMatch(/H\d: [^;]+; TLP:AMBER/);
      expect(text).toContain(`${reference}, page ${n + 1} of ${pages.length}`);
    }
    const whole = pages.map(({ text }) => text).join(' ');
    const { name } = await desk.db.person.findUniqueOrThrow({ where: { id: 'aino.alder' } });
    for (const text of [
      name,
      'Model Unit Alder (FI)',
      'For the court in Helsinki.',
      SECRET,
      'The end.',
      'Acknowledged',
    ]) {
      expect(whole).toContain(text);
    }
    expect([fonts.embedded, fonts.all, marked, language]).toEqual([2, 2, true, 'en-GB']);
    const roles = new Set(pages.flatMap((page) => page.roles));
    for (const role of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(role);
  });

  test('is written in the chosen language, and has no particulars without a purpose', async () => {
    const { rawPayload } = await download('quinn.quartz', { language: 'fr' });
    const { pages, language } = await readPdf(rawPayload);
    const whole = pages.map(({ text }) => text).join(' ');
    expect(language).toBe('fr-FR');
    expect(whole).toContain('Extrait de l’affaire');
    expect(whole).toContain('Sans les données de l’affaire');
    expect(whole).not.toContain(SECRET);
  });
});

test('as JSON it has the documented form, and a recipient finds nothing of the other one in it', async () => {
  const answer = await download('aino.alder', { format: 'json', purposeCode: 'triage' });
  expect(answer.headers['content-type']).toContain('application/json');
  const dossier = dossierAnswer.parse(answer.json());
  expect(dossier).toMatchObject({
    ...{ format: 'liaise-dossier/1', handlingCode: 'H0', tlp: 'amber', purpose: { code: 'triage', text: '' } },
    reader: { personId: 'aino.alder', agencyId: 'fi-alder', agency: 'Model Unit Alder (FI)' },
    referral: { reference, recipients: [{ id: 'r1' }] },
  });
  expect(JSON.stringify(dossier.particulars)).toContain(SECRET);
  expect(answer.body).not.toMatch(/\br2\b|\bnl-/);
  for (const format of ['json', 'pdf']) {
    const { rawPayload } = await download('aino.alder', { format });
    const text = format === 'pdf' ? (await readPdf(rawPayload)).pages.map((page) => page.text).join() : `${rawPayload}`;
    expect(text).not.toMatch(/\br2\b|Netherlands|Juniper/i);
    expect(text).not.toContain(SECRET);
  }
});

test('each is recorded as a disclosure with the digest of the file, after the reading', async () => {
  for (const format of ['pdf', 'json'] as const) {
    const { rawPayload } = await download('noor.rowan', { format, purposeCode: 'triage' });
    const [reading, disclosure] = (await leaves()).slice(-2);
    const sha256 = createHash('sha256').update(rawPayload).digest('hex');
    expect(reading).toMatchObject({ operation: 'consultation', about: { code: 'triage' } });
    expect(disclosure).toMatchObject({ operation: 'disclosure', about: { document: 'dossier', format, sha256 } });
  }
  const { body } = await (await desk.browser('vera.rowan')).get(`/audit?referral=${reference}&operation=disclosure`);
  expect(body).toContain('Downloaded the dossier as JSON');
});

test('the API answers it as PDF if the request accepts that, recorded like the download of the page', async () => {
  const aino = await callerOf(desk, 'aino.alder');
  const path = `/referrals/${reference}/dossier`;
  const answer = await aino.post(path, { purpose: 'triage', language: 'fr' }, { accept: 'application/pdf' });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(answer.headers['content-disposition']).toContain(`${reference}-dossier.pdf`);
  const { pages, language } = await readPdf(answer.rawPayload);
  expect(language).toBe('fr-FR');
  expect(pages.map(({ text }) => text).join(' ')).toContain(SECRET);
  const [reading, disclosure] = (await leaves()).slice(-2);
  const sha256 = createHash('sha256').update(answer.rawPayload).digest('hex');
  expect(reading).toMatchObject({ operation: 'consultation', by: { personId: 'aino.alder' } });
  expect(disclosure).toMatchObject({ operation: 'disclosure', about: { document: 'dossier', format: 'pdf', sha256 } });
  for (const accept of ['*/*', 'application/pdf;q=0.1, application/json']) {
    expect((await aino.post(path, {}, { accept })).headers['content-type']).toContain('application/json');
  }
  expect((await aino.post(path, {}, { accept: 'text/html' })).statusCode).toBe(406);
});

test('gives no particulars to those who may not read them, and nothing to strangers', async () => {
  const form = (await (await desk.browser('vera.rowan')).get(`/referrals/${reference}/dossier`)).body;
  expect(form).not.toContain('purposeCode');
  const before = (await leaves()).filter(({ operation }) => operation === 'disclosure').length;
  for (const format of ['pdf', 'json']) {
    const refused = await download('vera.rowan', { format, purposeCode: 'triage' });
    expect(refused.statusCode).toBe(403);
    expect(refused.body).not.toContain(SECRET);
    expect((await download('lotta.birch', { format })).statusCode).toBe(404);
  }
  expect((await (await desk.browser('lotta.birch')).get(`/referrals/${reference}/dossier`)).statusCode).toBe(404);
  expect((await leaves()).filter(({ operation }) => operation === 'disclosure')).toHaveLength(before);
});

test('asks for the purpose in words if its code requires them', async () => {
  const { statusCode, body } = await download('noor.rowan', { purposeCode: 'other' });
  expect(statusCode).toBe(422);
  expect(body).toContain('govuk-error-summary');
});
