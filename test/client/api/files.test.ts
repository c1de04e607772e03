/** Reports and the details of their files, sent to the API as a form: one referral, or one supplement. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileDetails, fileDetailsWithNotes } from '../../domain/exchange/cybertipline/file-details.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { multipartForm, type Part } from '../../support/multipart.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

const REPORT = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');
const PURPOSE = { purpose: 'To check what was kept.' };

const HASHES = `algorithm,value,source\nMD5,${'a5'.repeat(16)},Laptop\nsha1,${'b6'.repeat(20)},\n`;

const LEFT_OUT = { reason: 'encoded-text' };

let engine: TestEngine;
let desk: TestDesk;
let quinn: Caller;

beforeAll(async () => {
  engine = await timeSkippingEngine();
  desk = await testDesk(engine);
  quinn = await callerOf(desk, 'quinn.quartz');
});

function send(path: string, parts: readonly Part[], headers: Record<string, string> = {}) {
  const { payload, type } = multipartForm(parts);
  return quinn.post(path, payload, { 'content-type': type, ...headers });
}

const report: Part = { name: 'file', filename: 'report.xml', content: REPORT };

function details(reportId: string, count: number): Part[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ name: 'file', filename: `details-${n + 1}.xml` },
    content: fileDetails(n + 1, reportId),
  }));
}

test('the answer says that no country database is installed, only if the report has addresses to look up', async () => {
  const withAddress = REPORT.replace('198.51.100.9', '8.8.4.4');
  expect(withAddress).toContain('8.8.4.4');
  const located = (await send('/referrals', [{ ...report, content: withAddress }])).json();
  expect(located.notes).toEqual([expect.stringContaining('no country database for IP addresses is installed')]);
  const { notes } = (await send('/referrals', details('5900', 1))).json();
  expect(notes).toBeUndefined();
});

describe('a report with twelve file details', () => {
  test('is one referral with its number as origin reference, and its loss report names the files', async () => {
    const answer = await send('/referrals', [report, ...details('5001', 12)]);
    expect(answer.statusCode).toBe(201);
    const { reference, loss } = answer.json();
    expect(loss).toContainEqual(expect.objectContaining({ file: 'details-12.xml', path: 'fileDetails[12]/fileName' }));
    const { said } = (await quinn.post(`/referrals/${reference}/particulars`, PURPOSE)).json();
    expect(said[0].words.submission).toMatchObject({
      originReferences: [{ system: 'cybertipline', id: '5001' }],
      materials: { length: 12 },
    });
    expect(JSON.stringify(said[0].words.loss)).not.toContain('details-12.xml');
    const found = (await quinn.get('/matches?origin=cybertipline:5001')).json();
    expect(JSON.stringify(found)).toContain(reference);
  });

  test('is the same request under one key in any order of the files, and another one with other files', async () => {
    const key = { 'idempotency-key': 'bundle-1' };
    const files = [report, ...details('5002', 3)];
    const first = await send('/referrals', files, key);
    const second = await send('/referrals', files.toReversed(), key);
    expect([second.statusCode, second.json().reference]).toEqual([201, first.json().reference]);
    const other = await send('/referrals', files.slice(0, 3), key);
    expect([other.statusCode, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  });
});

test('the number of a report without files is a field of the form', async () => {
  const { reference } = (await send('/referrals', [report, { name: 'reportId', content: '5003' }])).json();
  expect(JSON.stringify((await quinn.get('/matches?origin=cybertipline:5003')).json())).toContain(reference);
});

describe('a form is refused', () => {
  const json: Part = { name: 'file', filename: 'a.json', content: '{}' };
  test.each([
    ['with details of another report', [report, ...details('1', 1), ...details('2', 1)], 422, 'INVALID_REPORT'],
    ['with a referral in JSON', [json], 422, 'INVALID_REPORT'],
    ['without files', [{ name: 'reportId', content: '1' }], 422, 'INVALID_INPUT'],
    ['with an unknown field', [report, { name: 'more', content: '1' }], 422, 'INVALID_INPUT'],
    ['with a number that is none', [report, { name: 'reportId', content: 'x' }], 422, 'INVALID_INPUT'],
    ['with more than 200 files', Array.from({ length: 201 }, () => report), 413, 'BODY_TOO_LARGE'],
    ['with files of more than 12 MiB together', Array.from({ length: 7 }, large), 422, 'INVALID_REPORT'],
  ])('%s', async (_, parts, status, code) => {
    const answer = await send('/referrals', parts);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  function large(): Part {
    return { ...report, content: `<report>${'x'.repeat(2 * 1024 * 1024 - 100)}</report>` };
  }

  test('by routes that read no files', async () => {
    const answer = await send('/referrals/XR-2026-000001/acts/take', [report]);
    expect([answer.statusCode, codeOf(answer)]).toEqual([415, 'MEDIA_TYPE_NOT_TAKEN']);
  });

  test('of another site, which has no form token', async () => {
    const browser = await desk.browser('quinn.quartz');
    const { payload, type } = multipartForm([report]);
    const headers = { 'content-type': type };
    const answer = await browser.inject({ method: 'POST', url: '/api/v1/referrals', headers, payload });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'FORM_NOT_OURS']);
  });
});

describe('a supplement', () => {
  test.each([
    ['a form with file details', (path: string) => send(path, details('5004', 2)), 2],
    [
      'one file as XML',
      (path: string) => quinn.post(path, fileDetails(9, '5005'), { 'content-type': 'application/xml' }),
      1,
    ],
  ])('is %s', async (_, supplement, hashes) => {
    const { reference } = (await send('/referrals', [report])).json();
    const answer = await supplement(`/referrals/${reference}/acts/supplement`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().loss.length).toBeGreaterThan(0);
    const { said } = (await quinn.post(`/referrals/${reference}/particulars`, PURPOSE)).json();
    expect(said.at(-1).words.addition).toMatchObject({
      materials: { length: hashes },
      particulars: expect.arrayContaining([{ label: 'crimeAreas', value: 'csam-distribution' }]),
    });
  });

  test.each([
    ['CSV', (path: string) => quinn.post(path, HASHES, { 'content-type': 'text/csv' })],
    ['a form', (path: string) => send(path, [{ name: 'file', filename: 'hashes.csv', content: HASHES }])],
  ])('is a list of hash values as %s', async (_, supplement) => {
    const { reference } = (await send('/referrals', [report])).json();
    const path = `/referrals/${reference}/acts/supplement`;
    expect((await supplement(path)).statusCode).toBe(200);
    const { said } = (await quinn.post(`/referrals/${reference}/particulars`, PURPOSE)).json();
    expect(said.at(-1).words.addition).toMatchObject({
      summary: 'A list of 2 hash values.',
      materials: [
        { algorithm: 'md5', source: 'Laptop' },
        { algorithm: 'sha1', source: 'Hash list' },
      ],
    });
    const faulty = await quinn.post(path, `${HASHES}md5,secret,\n`, { 'content-type': 'text/csv' });
    expect([faulty.statusCode, codeOf(faulty), faulty.json().detail]).toEqual([
      422,
      'INVALID_REPORT',
      expect.stringContaining('The hash list was refused at line 4'),
    ]);
    expect(faulty.body).not.toContain('secret');
  });

  test('is kept within what the earlier texts left of the budget, and the rest is listed; sent again, it is the same', async () => {
    const { reference } = (await send('/referrals', [report])).json();
    const path = `/referrals/${reference}/acts/supplement`;
    const add = (notes: number[], key: string) =>
      send(path, [{ ...report, content: fileDetailsWithNotes('5006', notes) }], { 'idempotency-key': key });
    expect((await add([800], 'notes-1')).json().loss).not.toContainEqual(expect.objectContaining(LEFT_OUT));
    const added = await add([100, 400], 'notes-2');
    expect(added.statusCode).toBe(200);
    const [entry, ...others] = added.json().loss.filter(({ reason }: { reason: string }) => reason === 'encoded-text');
    expect([entry.path, others]).toEqual(['fileDetails/details/nameValuePair[2]/value', []]);
    expect((await add([100, 400], 'notes-2')).json()).toEqual(added.json());
    const { said } = (await quinn.post(`/referrals/${reference}/particulars`, PURPOSE)).json();
    const values = said.at(-1).words.addition.particulars.map(({ value }: { value: string }) => value.length);
    expect([values.includes(100), values.includes(400)]).toEqual([true, false]);
  });

  test('to a referral that the agency may not see is not read', async () => {
    const alder = await callerOf(desk, 'aino.alder');
    const { reference } = (await send('/referrals', [report])).json();
    const answers = [reference, 'XR-2026-999999'].map((name) =>
      alder.post(`/referrals/${name}/acts/supplement`, '<faulty', { 'content-type': 'application/xml' }),
    );
    expect((await Promise.all(answers)).map(codeOf)).toEqual(['UNKNOWN_REFERRAL', 'UNKNOWN_REFERRAL']);
  });
});
