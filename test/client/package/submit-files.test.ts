/** Many files by the client package: split into requests, with progress, outages, refusals and repetition. */

import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import {
  createLiaiseClient,
  LiaiseProblem,
  type SubmissionResult,
  type SubmittedFile,
  submitFiles,
} from '../../../client/package/liaise-client.ts';
import { listenOn } from '../../../dev/ports.ts';
import { atEnd } from '../../support/at-end.ts';

interface Answer {
  status?: number;
  retryAfter?: string;
  body: object;
}

const problem = (status: number, code: string): Answer => ({ status, body: { status, code, detail: `Code ${code}.` } });
const accepted = (file: string): SubmissionResult => ({ file, result: 'accepted', reference: `XR-${file}` });

/** A server that answers each form by the names of its files. */
async function serverOf(answer: (names: string[], request: number) => Answer) {
  const requests: { names: string[]; url: string | undefined; bytes: number }[] = [];
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const head = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(bytes, { headers: head }).formData();
    const names = form.getAll('file').flatMap((file) => (file instanceof File ? [file.name] : []));
    requests.push({ names, url: request.url, bytes: bytes.length });
    const { status = 200, retryAfter, body } = answer(names, requests.length);
    const type = status === 200 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, ...(retryAfter && { 'retry-after': retryAfter }) });
    response.end(JSON.stringify(body));
  });
  const baseUrl = `http://127.0.0.1:${await listenOn(server, 0, 'The server')}`;
  atEnd(async () => void server.close());
  return { requests, client: createLiaiseClient({ baseUrl, token: () => 'secret' }) };
}

async function collected(results: AsyncIterable<SubmissionResult>): Promise<SubmissionResult[]> {
  const all: SubmissionResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

const filesOf = (count: number): SubmittedFile[] =>
  Array.from({ length: count }, (_, n) => ({ name: `folder/${n}.xml`, content: `<report>${n}</report>` }));

test('a thousand files are sent in requests of 200, and each result names the file as the caller does', async () => {
  const { requests, client } = await serverOf((names) => ({ body: { results: names.map(accepted) } }));
  const progress: number[] = [];
  const results: SubmissionResult[] = [];
  for await (const result of submitFiles(client, filesOf(1_000), { reportIdsFromNames: true })) {
    results.push(result);
    progress.push(requests.length);
  }
  expect(requests.map(({ names }) => names.length)).toEqual([200, 200, 200, 200, 200]);
  expect(requests[0]?.url).toBe('/api/v1/submission-batches?strict=false&reportIdsFromNames=true');
  expect(results.map(({ file }) => file)).toEqual(filesOf(1_000).map(({ name }) => name));
  expect(results[7]).toEqual({ file: 'folder/7.xml', result: 'accepted', reference: 'XR-7.xml' });
  expect([progress[0], progress[999]]).toEqual([1, 5]);
});

test('files that were not sent are sent again, with the files of the same referral', async () => {
  const { requests, client } = await serverOf((names, request) => ({
    body: {
      results: names.map((file) =>
        request === 1 && file === 'b1.xml' ? { file, result: 'not-sent' } : accepted(file),
      ),
    },
  }));
  const named = (name: string) => ({ name, content: '<report/>' });
  const groups = [[named('a.xml'), named('a1.xml')], [named('b.xml'), named('b1.xml')], named('c.xml')];
  const results = await collected(submitFiles(client, groups));
  expect(requests.map(({ names }) => names)).toEqual([
    ['a.xml', 'a1.xml', 'b.xml', 'b1.xml', 'c.xml'],
    ['b.xml', 'b1.xml'],
  ]);
  expect(results.map(({ file }) => file)).toEqual(['a.xml', 'a1.xml', 'c.xml', 'b.xml', 'b1.xml']);
});

test('an outage and a limit are waited for, and end the run after several attempts', async () => {
  const { requests, client } = await serverOf((names, request) => {
    if (request === 1) return { ...problem(429, 'TOO_MANY_REQUESTS'), retryAfter: '0' };
    if (request <= 3) return problem(503, 'ENGINE_UNAVAILABLE');
    return { body: { results: names.map(accepted) } };
  });
  expect(await collected(submitFiles(client, filesOf(2), { retryMs: 1 }))).toHaveLength(2);
  expect(requests).toHaveLength(4);

  const down = await serverOf(() => problem(503, 'ENGINE_UNAVAILABLE'));
  const refusal = await collected(submitFiles(down.client, filesOf(2), { retryMs: 1, attempts: 3 })).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(LiaiseProblem);
  expect([refusal, down.requests.length]).toMatchObject([{ status: 503, code: 'ENGINE_UNAVAILABLE' }, 3]);

  const nowhere = createLiaiseClient({ baseUrl: 'http://127.0.0.1:1', token: () => 'secret' });
  await expect(collected(submitFiles(nowhere, filesOf(1), { retryMs: 1, attempts: 2 }))).rejects.toThrow();
});

test('a file because of which a request is refused does not stop the others', async () => {
  const { client } = await serverOf((names) =>
    names.includes('3.xml') ? problem(422, 'MATERIAL_REFUSED') : { body: { results: names.map(accepted) } },
  );
  const results = await collected(submitFiles(client, filesOf(10)));
  expect(results.map(({ result }) => result)).toEqual(
    results.map(({ file }) => (file === 'folder/3.xml' ? 'refused' : 'accepted')),
  );
  expect(results[3]).toEqual({
    file: 'folder/3.xml',
    result: 'refused',
    code: 'MATERIAL_REFUSED',
    reason: 'Code MATERIAL_REFUSED.',
  });
});

test('a caller who may not submit gets the refusal once', async () => {
  const { requests, client } = await serverOf(() => problem(403, 'SCOPE_REQUIRED'));
  await expect(collected(submitFiles(client, filesOf(300)))).rejects.toMatchObject({ code: 'SCOPE_REQUIRED' });
  expect(requests).toHaveLength(1);
});

test('large files, and files of one name in several folders, are sent in several requests', async () => {
  const { requests, client } = await serverOf((names) => ({ body: { results: names.map(accepted) } }));
  const large = Array.from({ length: 4 }, (_, n) => ({ name: `${n}.xml`, content: 'x'.repeat(5 * 1024 * 1024) }));
  const sameName = ['a', 'b'].map((folder) => ({ name: `${folder}\\same.xml`, content: '<report/>' }));
  const results = await collected(submitFiles(client, [...large, ...sameName]));
  expect(requests.map(({ names }) => names)).toEqual([
    ['0.xml', '1.xml'],
    ['2.xml', '3.xml', 'same.xml'],
    ['same.xml'],
  ]);
  expect(results.slice(4).map(({ file }) => file)).toEqual(['a\\same.xml', 'b\\same.xml']);
  expect(requests.every(({ bytes }) => bytes < 12 * 1024 * 1024)).toBe(true);
});

test('a run that is stopped reads no further files', async () => {
  const { requests, client } = await serverOf((names) => ({ body: { results: names.map(accepted) } }));
  const stop = new AbortController();
  let read = 0;
  const files = function* () {
    for (const file of filesOf(1_000)) {
      read += 1;
      yield file;
    }
  };
  const run = submitFiles(client, files(), { signal: stop.signal });
  expect((await run.next()).value).toMatchObject({ result: 'accepted' });
  stop.abort(new Error('The program ends.'));
  await expect(collected(run)).rejects.toThrow('The program ends.');
  expect([requests.length, read]).toEqual([1, 401]);
});
