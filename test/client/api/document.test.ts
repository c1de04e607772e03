/** The OpenAPI document is true: requests with one error are refused properly, and it declares every answer. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateTypes, TYPES_FILE } from '../../../dev/client-package/generate.ts';
import { ERRORS, type ErrorCode, isErrorCode } from '../../../domain/errors.ts';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { examples } from '../../support/seeds.ts';
import { answerChecker, codesOf, type OpenApi, type Route, responseOf, routesOf, whole } from './open-api.ts';
import { type Request, requestsOf } from './requests.ts';

/** Sender, coordinator, supervisor, recipient, auditor, administrator, and a person of an agency that is not a party. */
const ASKERS = ['quinn.quartz', 'noor.rowan', 'ines.rowan', 'aino.alder', 'vera.rowan', 'karl.rowan', 'lotta.birch'];
const RUNS = examples(600);

let desk: TestDesk;
let document: OpenApi;
let references: string[];
let browsers: { browser: Browser; token: string }[];

beforeAll(async () => {
  desk = await testDesk();
  document = (await desk.app.inject('/api/v1/openapi.json')).json();
  const asked = await RecordedReferral.submit(desk, 'quinn.quartz');
  const sent = await RecordedReferral.submit(desk, 'quinn.quartz');
  const triage = { urgency: 'standard', capability: 'investigation' } as const;
  const { recipients } = await sent.act('noor.rowan', {
    ...{ type: 'complete-triage', ...triage, urgencyGrounds: [], countries: ['FI'], wanted: [] },
  });
  references = [(await asked.read()).reference, (await sent.read()).reference, sent.id];
  expect(recipients[0]?.agencyId).toBe('fi-alder');
  browsers = await Promise.all(
    ASKERS.map(async (personId) => {
      const browser = await desk.browser(personId);
      return { browser, token: await browser.token() };
    }),
  );
});

test('it is OpenAPI 3.1, and every route of the API is in it', async () => {
  expect(document.openapi).toBe('3.1.0');
  const routes = routesOf(document);
  expect(routes.length).toBeGreaterThan(35);
  expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
  // Their order does not depend on which modules were loaded first.
  const schemas = Object.keys(document.components.schemas);
  expect(schemas).toEqual(schemas.toSorted());
});

test('its pages hold every operation with its answers and schemas, each below 100 KB, and load nothing from elsewhere', async () => {
  const read = async (url: string) => {
    const { statusCode, body } = await desk.app.inject(url);
    expect(statusCode, url).toBe(200);
    expect(body, url).not.toMatch(/(src|href|action)="(https?:)?\/\//);
    expect(Buffer.byteLength(body), url).toBeLessThan(100_000);
    return body;
  };
  const overview = await read('/api/v1/docs');
  const shown = new Set<string>();
  for (const route of routesOf(document)) {
    const url = `/api/v1/docs/${route.operationId}`;
    expect(overview).toContain(`href="${url}"`);
    const page = await read(url);
    expect(page).toContain(`${route.method} ${route.path}`);
    for (const status of Object.keys(route.responses)) {
      expect(page).toContain(
        `${status}: ${responseOf(route, Number(status), document)?.description?.split(/[;:]/)[0]}`,
      );
    }
    for (const [, name = ''] of page.matchAll(/id="schema-(\w+)"/g)) shown.add(name);
  }
  expect([...shown].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
  expect((await desk.app.inject('/api/v1/docs/nothing')).statusCode).toBe(404);
});

test('the types of the client package are those of the document; otherwise run `npm run client-package`', async () => {
  const current = (await generateTypes(JSON.stringify(document))).split('\n');
  const stored = readFileSync(TYPES_FILE, 'utf8').split('\n');
  const isOther = (line: string, at: number) => line !== stored[at];
  // The first lines only: the file has many thousands.
  expect(current.filter(isOther).slice(0, 5)).toEqual([]);
  expect(current.length).toBe(stored.length);
});

/** Refusals of commands, workers and pages, and those that are a bug or an attack. */
const NOT_OF_THE_API = [
  ...['ALREADY_SUBMITTED', 'NOT_WHOLE', 'ALREADY_ADMINISTERED', 'NOT_AUTHENTIC', 'FORGED_ACT', 'CANNOT_PSEUDONYMISE'],
];

test('it declares every refusal by its status and code, and no range of statuses', async () => {
  const declared = new Set<unknown>();
  for (const route of routesOf(document)) {
    for (const status of Object.keys(route.responses)) {
      expect(status, route.operationId).toMatch(/^\d{3}$/);
      const codes = codesOf(responseOf(route, Number(status), document));
      if (Number(status) >= 400) expect(codes, `${route.operationId} ${status}`).not.toEqual([]);
      for (const code of codes) {
        declared.add(code);
        if (isErrorCode(String(code))) expect(ERRORS[code as ErrorCode].http, String(code)).toBe(Number(status));
      }
    }
  }
  const missing = Object.keys(ERRORS).filter((code) => !declared.has(code));
  expect(missing.toSorted()).toEqual(NOT_OF_THE_API.toSorted());
});

test('another method on a path of it is refused with 405, and Allow lists the methods of the path', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const url = path.replaceAll(/\{\w+\}/g, 'x');
    const { statusCode, headers, body } = await desk.app.inject({ method: 'DELETE', url });
    expect([statusCode, JSON.parse(body).code], path).toEqual([405, 'METHOD_NOT_ALLOWED']);
    const allowed = String(headers['allow']).split(', ');
    expect(allowed, path).toEqual(expect.arrayContaining(Object.keys(methods).map((each) => each.toUpperCase())));
    for (const operation of Object.values(methods)) {
      expect(responseOf(operation, 405, document)?.headers, path).toHaveProperty('Allow');
    }
  }
});

describe('requests made from it', () => {
  test('find no bug and no answer outside of it', async () => {
    const check = answerChecker(document);
    // The stream of changes has no end: it has its own tests.
    const routes = routesOf(document).filter(({ operationId }) => operationId !== 'listen');
    const asked = routes.map((route) => whole(route, document));
    const asking = fc
      .oneof(...asked.map((route) => ({ weight: fieldsOf(route), arbitrary: fc.constant(route) })))
      .chain((route) => fc.tuple(fc.constant(route), requestsOf(route, references), fc.nat(9)));
    await fc.assert(
      fc.asyncProperty(asking, async ([route, request, who]) => {
        const answer = await ask(request, who);
        expect({ ...answer, wrong: check(route, answer) }, describeRequest(route, request)).toEqual({
          ...answer,
          wrong: undefined,
        });
        expect(answer.status, describeRequest(route, request)).not.toBe(500);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 12_000 },
    );
  }, 30_000);
});

/** Whatever has more of them is asked more often: each is to go wrong in its turn. */
function fieldsOf({ parameters = [], requestBody }: Route): number {
  const { properties = {} } = requestBody?.content['application/json']?.schema ?? {};
  return 1 + parameters.length + Object.keys(properties).length;
}

async function ask({ url, ...request }: Request, who: number) {
  const { browser, token } = browsers[who % browsers.length] ?? { browser: undefined, token: '' };
  const options = {
    ...request,
    url,
    method: request.method as 'GET',
    headers: { 'x-csrf-token': token, ...request.headers },
  };
  const answer = await (browser === undefined ? desk.app.inject(options) : browser.inject(options));
  return { status: answer.statusCode, contentType: answer.headers['content-type']?.toString(), body: answer.body };
}

function describeRequest({ operationId }: Route, request: Request): string {
  return `${operationId}: ${JSON.stringify(request).slice(0, 2_000)}`;
}
