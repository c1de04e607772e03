/** The OpenAPI document keeps its word: whatever is asked, nothing breaks, and every answer is one that it has. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { examples } from '../../support/seeds.ts';
import { answerChecker, type OpenApi, type Route, routesOf, whole } from './open-api.ts';
import { type Request, requestsOf } from './requests.ts';

/** Sender, coordinator, supervisor, recipient, auditor, administrator, and somebody whom it does not concern. */
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
});

test('its page holds every route, and asks nothing of any other place', async () => {
  const { statusCode, body } = await desk.app.inject('/api/v1/docs');
  expect(statusCode).toBe(200);
  for (const { method, path } of routesOf(document)) expect(body).toContain(`${method} ${path}`);
  expect(body).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  expect(Buffer.byteLength(body)).toBeLessThan(500_000);
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
        expect({ ...answer, wrong: check(route, answer) }, told(route, request)).toEqual({
          ...answer,
          wrong: undefined,
        });
        expect(answer.status, told(route, request)).not.toBe(500);
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

function told({ operationId }: Route, request: Request): string {
  return `${operationId}: ${JSON.stringify(request).slice(0, 2_000)}`;
}
