/** Many files in one request: a result for each file, and the same request again submits nothing twice. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { beforeAll, expect, test, vi } from 'vitest';
import type { paths } from '../../../client/package/generated/openapi.ts';
import { type SubmissionResult, submitFiles } from '../../../client/package/submit-files.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { fileDetails } from '../../domain/exchange/cybertipline/file-details.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { multipartForm, type Part } from '../../support/multipart.ts';
import { anH1Submission } from '../engine/recorded-acts.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

const REPORT = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');
const REPORTS = 8;

let liaise: TestEngine;
let desk: TestDesk;
let quinn: Caller;
/** Submissions that the engine answers before it becomes unavailable. */
let answered = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  const engine: typeof liaise.engine = {
    ...liaise.engine,
    submit: async (...given) => {
      answered -= 1;
      if (answered < 0) throw new ReferralError('ENGINE_UNAVAILABLE', 'No answer.');
      return liaise.engine.submit(...given);
    },
  };
  desk = await testDesk({ ...liaise, engine });
  quinn = await callerOf(desk, 'quinn.quartz');
});

function file(filename: string, content: string): Part {
  return { name: 'file', filename, content };
}

function send(parts: readonly Part[], query = '') {
  const { payload, type } = multipartForm(parts);
  return quinn.post(`/submission-batches${query}`, payload, { 'content-type': type });
}

const files = [
  file('notes.txt', 'Not a report.'),
  file('damaged.xml', '<report><reporter/></report>'),
  file('referral.json', JSON.stringify(anH1Submission())),
  ...Array.from({ length: REPORTS }, (_, n) => [
    file(`${7_000 + n}.xml`, REPORT.replace('after-school', `room ${n}`)),
    file(`details-${n}.xml`, fileDetails(n + 1, String(7_000 + n))),
  ]).flat(),
  file('copy.xml', REPORT),
  file('second-copy.xml', REPORT),
];

interface Result {
  file: string;
  result: string;
  reference?: string;
}

test('each file has a result, and a request that was not completed is repeated without duplicates', async () => {
  answered = 4;
  const first = await send(files, '?reportIdsFromNames=true');
  const before: Result[] = first.json().results;
  expect(first.statusCode).toBe(200);
  expect(before.filter(({ result }) => result === 'accepted').length).toBeGreaterThan(0);
  expect(before.filter(({ result }) => result === 'not-sent').length).toBeGreaterThan(REPORTS);

  answered = Number.POSITIVE_INFINITY;
  const results: Result[] = (await send(files, '?reportIdsFromNames=true')).json().results;
  const of = (name: string) => results.find((each) => each.file === name);
  expect(results).toHaveLength(files.length);
  expect(of('notes.txt')).toMatchObject({ result: 'left-out' });
  expect(of('damaged.xml')).toMatchObject({ result: 'refused', code: 'INVALID_REPORT' });
  expect(of('referral.json')).toMatchObject({ result: 'accepted' });
  expect(of('details-3.xml')).toEqual({ ...of('7003.xml'), file: 'details-3.xml' });
  expect([of('copy.xml')?.result, of('second-copy.xml')?.result].sort()).toEqual(['accepted', 'same']);
  for (const { file: name, reference } of before) if (reference) expect(of(name)?.reference).toBe(reference);
  expect(await liaise.db.referral.count()).toBe(REPORTS + 2);
});

test('the client package submits more files than one request takes, and continues after an outage', async () => {
  const client = createClient<paths>({
    baseUrl: 'http://liaise.example',
    fetch: async (request) => {
      const type = request.headers.get('content-type') ?? '';
      const path = request.url.replace(/^.*\/api\/v1/, '');
      const answer = await quinn.post(path, Buffer.from(await request.arrayBuffer()), { 'content-type': type });
      return new Response(answer.body, { status: answer.statusCode });
    },
  });
  const referrals = Array.from({ length: 205 }, (_, n) => {
    const originReferences = [{ system: 'case-register', id: `P-${n}` }];
    return { name: `cases/${n}.json`, content: JSON.stringify({ ...anH1Submission(), originReferences }) };
  });
  const submitted = async () => {
    const results: SubmissionResult[] = [];
    for await (const result of submitFiles(client, referrals, { retryMs: 1, attempts: 2 })) results.push(result);
    return results;
  };
  answered = 150;
  await expect(submitted()).rejects.toThrow();
  answered = Number.POSITIVE_INFINITY;
  const results = await submitted();
  expect(results.map(({ file }) => file).sort()).toEqual(referrals.map(({ name }) => name).sort());
  expect(new Set(results.map(({ reference }) => reference)).size).toBe(referrals.length);
  expect(await liaise.db.referral.count()).toBe(REPORTS + 2 + referrals.length);
});

test('files that do not fit into the time of the request are not sent', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const { results } = (await send([file('late.xml', REPORT.replace('after-school', 'late'))])).json();
  timeout.mockRestore();
  expect(results).toMatchObject([{ file: 'late.xml', result: 'not-sent' }]);
});

test.each([
  ['two files with one name', [file('a.xml', REPORT), file('a.xml', REPORT)], 422, 'INVALID_INPUT'],
  ['no file', [{ name: 'reportId', content: '1' }], 422, 'INVALID_INPUT'],
  ['more than 200 files', Array.from({ length: 201 }, (_, n) => file(`${n}.xml`, REPORT)), 413, 'BODY_TOO_LARGE'],
])('a request with %s is refused', async (_, parts: Part[], status, code) => {
  const answer = await send(parts);
  expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
});

test('a request that is no form is refused', async () => {
  const answer = await quinn.post('/submission-batches', {});
  expect([answer.statusCode, codeOf(answer)]).toEqual([415, 'MEDIA_TYPE_NOT_TAKEN']);
});

test('a person who may not submit gets a refusal for each file', async () => {
  const karl = await callerOf(desk, 'karl.rowan');
  const { payload, type } = multipartForm([file('a.xml', REPORT)]);
  const { results } = (await karl.post('/submission-batches', payload, { 'content-type': type })).json();
  expect(results).toMatchObject([{ file: 'a.xml', result: 'refused' }]);
});
