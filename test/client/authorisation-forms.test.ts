/** Every role × every relation × every form of the pages and every address with parameters, compared with a table. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../domain/people.ts';
import { type Browser, type TestDesk, testDesk } from '../support/desk.ts';
import { multipartForm } from '../support/multipart.ts';
import { routesOf } from '../support/routes.ts';
import { AGENCIES } from './parties.ts';
import { type Entries, prepareEntries } from './prepare-entries.ts';
import { ACT_CASES, type Actor, expected, RELATIONS } from './who-may.ts';
import { FORMS, OPENED, type Row } from './who-sends.ts';

let desk: TestDesk;
let actors: Actor[];
let entries: Entries;

beforeAll(async () => {
  desk = await testDesk();
  ({ actors, entries } = await prepareEntries(desk));
});

const isAct = (route: string) => route.startsWith('/referrals/:reference/acts/');
const ofPages = (method: 'GET' | 'POST') =>
  routesOf(desk.app, method).filter((route) => !/^\/(api|test-sign-in|public)\b/.test(route));

/** Forms without a table: signing out is crossed below, and the provider's request has no session. */
const SIGNING_OUT = ['/sessions/end', '/sign-out', '/sign-out-everywhere'];
const WITHOUT_SESSION = ['/sign-in/provider-logout'];

test('the table of forms names every form of the pages', () => {
  const forms = ofPages('POST').filter((route) => !isAct(route));
  expect([...Object.keys(FORMS), ...SIGNING_OUT, ...WITHOUT_SESSION].toSorted()).toEqual(forms.toSorted());
  const acts = ofPages('POST').filter(isAct);
  expect(new Set(acts)).toEqual(new Set(ACT_CASES.map(({ type }) => `/referrals/:reference/acts/${type}`)));
});

/** Their secret address is the right to open them. */
const BY_SECRET = ['/calendar/:file'];

test('the table of addresses names every page with parameters; others lead to the page above', async () => {
  const sent = new Set(ofPages('POST'));
  const pages = ofPages('GET').filter((route) => route.includes(':') && !isAct(route));
  const redirected = pages.filter((route) => sent.has(route) && OPENED[route] === undefined);
  const known = [...Object.keys(OPENED), ...BY_SECRET, ...redirected];
  expect(pages.toSorted()).toEqual(known.toSorted());
  for (const actor of actors) {
    const browser = await browserOf(actor);
    for (const route of redirected) {
      const { statusCode } = await browser.get(addressOf(route, FORMS[route], actor));
      expect(statusCode, route).toBe(303);
    }
  }
});

function addressOf(route: string, given: Row | undefined, actor: Actor): string {
  const values = given?.at?.(entries, actor) ?? [entries.referrals.referred];
  let n = 0;
  return route.replaceAll(/:\w+/g, () => values[n++] ?? 'missing');
}

function browserOf({ personId, relation }: Actor): Promise<Browser> {
  return desk.browser(personId, AGENCIES[relation]);
}

async function sent(browser: Browser, route: string, { file, ...given }: Row, actor: Actor) {
  const url = addressOf(route, given, actor);
  if (file === undefined) return browser.post(url, given.fields?.(actor, entries));
  const parts = [{ name: 'file', filename: 'hashes.csv', content: file }];
  const { payload, type } = multipartForm([{ name: '_csrf', content: await browser.token() }, ...parts]);
  return browser.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
}

/** Not found, not theirs and no such entry are the same to a person. */
const REFUSALS = [403, 404, 422];

function outcomeOf({ statusCode, body }: { statusCode: number; body: string }): string {
  if (REFUSALS.includes(statusCode)) return 'refused';
  // The engine is away, and no sealer runs.
  return statusCode < 500 || statusCode === 503 ? 'permitted' : `${statusCode} ${body}`;
}

/** Acts whose form has the fields of the API. Who may open the forms of the others is crossed in another file. */
const OF_ONE_FORM = ACT_CASES.filter(({ type }) => !['consent-onward', 'report-outcome', 'supplement'].includes(type));

const wanted = (table: Record<string, Row>, actor: Actor) =>
  Object.entries(table).map(([route, { permitted }]) => [route, permitted(actor) ? 'permitted' : 'refused']);

describe.each(RELATIONS.flatMap((relation) => ROLES.map((role) => ({ role, relation }))))(
  '$role, agency: $relation',
  ({ role, relation }) => {
    const actor: Actor = { role, relation, personId: `${role}.${relation}` };

    test('opens the addresses that the table permits, and no others', async () => {
      const browser = await browserOf(actor);
      const outcomes: [string, string][] = [];
      for (const [route, given] of Object.entries(OPENED)) {
        outcomes.push([route, outcomeOf(await browser.get(addressOf(route, given, actor)))]);
      }
      expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(wanted(OPENED, actor)));
    });

    test('sends the forms that the table permits, and no others', async () => {
      const browser = await browserOf(actor);
      const outcomes: [string, string][] = [];
      for (const [route, given] of Object.entries(FORMS)) {
        outcomes.push([route, outcomeOf(await sent(browser, route, given, actor))]);
      }
      expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(wanted(FORMS, actor)));
    });

    test('sends the form of an act that the table permits, and of no other', async () => {
      const browser = await browserOf(actor);
      const outcomes: [string, string][] = [];
      for (const act of OF_ONE_FORM) {
        const at = entries.referrals[act.at];
        const fields = Object.entries(act.body(actor, entries.referrals.accepted));
        const form = fields.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]);
        const answer = await browser.post(`/referrals/${at}/acts/${act.type}`, Object.fromEntries(form));
        outcomes.push([`${act.type}, ${act.at}`, outcomeOf(answer)]);
      }
      const table = OF_ONE_FORM.map((act) => {
        const isRefused = ['refused', 'unknown', 'no such recipient'].includes(expected(actor, act));
        return [`${act.type}, ${act.at}`, isRefused ? 'refused' : 'permitted'];
      });
      expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(table));
    });

    test('ends own sessions, and needs to sign in again', async () => {
      for (const [route, stays] of [
        ['/sessions/end', true],
        ['/sign-out', false],
        ['/sign-out-everywhere', false],
      ] as const) {
        const browser = await browserOf(actor);
        expect((await browser.post(route, { session: 'unknown' })).statusCode, route).toBe(303);
        expect((await browser.get('/settings')).statusCode === 200, route).toBe(stays);
      }
    });
  },
);

test('no webhook was removed: two administrators of its agency remove it', async () => {
  expect(await desk.db.webhook.count({ where: { id: entries.webhook } })).toBe(1);
});
