/** Every role × every relation × every operation of the API other than acts, compared with a table. */

import { beforeAll, describe, expect, test } from 'vitest';
import { changeStreams } from '../../client/api/changes.ts';
import { ROLES } from '../../domain/people.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { aSubmission } from '../support/factories.ts';
import { multipartForm } from '../support/multipart.ts';
import { type Caller, callerOf, codeOf } from './api/api-client.ts';
import { type OpenApi, routesOf } from './api/open-api.ts';
import { AGENCIES, everyActor, referralsByState } from './parties.ts';
import { type Actor, mayRead, RELATIONS, sees } from './who-may.ts';

let desk: TestDesk;
let referralId: string;
let callers: { actor: Actor; caller: Caller }[];
let document: OpenApi;
let url: string;

beforeAll(async () => {
  desk = await testDesk();
  desk.app.get('/api/quick', { exposeHeadRoute: false }, changeStreams(desk.app, desk, { heartbeatMs: 20 }));
  const actors = await everyActor(desk.db);
  referralId = (await referralsByState(desk)).referred.id;
  callers = await Promise.all(
    actors.map(async (actor) => ({ actor, caller: await callerOf(desk, actor.personId, AGENCIES[actor.relation]) })),
  );
  url = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  document = (await desk.app.inject({ url: '/api/v1/openapi.json' })).json();
});

interface Row {
  /** Who may use the operation. Others get 403, or for what is not disclosed to them 404. */
  permitted: (actor: Actor) => boolean;
  query?: string;
  body?: object;
}

const everyRole = () => true;
const submitter = ({ role }: Actor) => role === 'liaison-officer';
const administrator = ({ role }: Actor) => role === 'administrator';
const worker = ({ role }: Actor) =>
  ['liaison-officer', 'partner-officer', 'supervisor', 'administrator'].includes(role);
const coordinating =
  (...roles: readonly string[]) =>
  ({ relation, role }: Actor) =>
    relation === 'coordinator' && roles.includes(role);

const agency = { id: 'lv-model', name: 'Model unit', type: 'law-enforcement', country: 'LV' };
const webhook = { url: 'https://hooks.agency.example/liaise', kinds: ['answers'] };

/** All operations by id. `{…}` of a path is a place that does not exist, except for the referral. */
const OPERATIONS: Record<string, Row> = {
  'GET /referrals': { permitted: everyRole },
  'POST /referrals': { permitted: submitter, body: aSubmission() },
  'GET /referrals/{ref}': { permitted: sees },
  'GET /referrals/{ref}/timeline': { permitted: sees },
  'GET /referrals/{ref}/clocks': { permitted: sees },
  'GET /referrals/{ref}/possible-duplicates': { permitted: sees },
  'GET /referrals/{ref}/proof': { permitted: sees },
  'GET /referrals/{ref}/erasure-certificate': { permitted: sees },
  'POST /referrals/{ref}/dossier': { permitted: sees, body: {} },
  'POST /referrals/{ref}/particulars': { permitted: mayRead, body: { purpose: 'A test.' } },
  // Each file has a result of its own.
  'POST /submission-batches': { permitted: submitter },
  'POST /guard': { permitted: everyRole, body: {} },
  'GET /matches': { permitted: everyRole, query: '?origin=case-register:none' },
  'GET /directory': { permitted: everyRole, query: '?country=FI' },
  'GET /statistics': { permitted: everyRole, query: '?year=2026' },
  'GET /status': { permitted: everyRole },
  'GET /me': { permitted: everyRole },
  'GET /drills': { permitted: everyRole },
  'POST /drills': { permitted: coordinating('supervisor', 'administrator'), body: { contactPoint: 'fi-birch-spoc' } },
  'GET /erasures': { permitted: coordinating('supervisor', 'data-protection-officer') },
  'POST /announcements': { permitted: coordinating('supervisor', 'administrator'), body: { kind: 'mail-outage' } },
  'POST /announcements/{id}/withdraw': { permitted: coordinating('supervisor', 'administrator') },
  'GET /absences': { permitted: worker },
  'POST /absences/{person}': { permitted: worker, body: { from: '2027-01-04', until: '2027-01-08' } },
  'POST /absences/{person}/remove': { permitted: worker },
  'GET /administration/agencies': { permitted: administrator },
  'POST /administration/agencies': { permitted: administrator, body: agency },
  'POST /administration/agencies/{agency}/rename': { permitted: administrator, body: { name: 'Other' } },
  'POST /administration/agencies/{agency}/disable': { permitted: administrator },
  'POST /administration/agencies/{agency}/enable': { permitted: administrator },
  'GET /administration/agencies/{agency}/closed-days': { permitted: administrator },
  'POST /administration/agencies/{agency}/closed-days': {
    ...{ permitted: administrator, body: { day: '2027-12-24', name: 'Eve' } },
  },
  'POST /administration/agencies/{agency}/closed-days/{day}/remove': { permitted: administrator },
  'GET /administration/contact-points': { permitted: administrator },
  'POST /administration/contact-points/{point}/hours': { permitted: administrator, body: { hours: '24/7' } },
  'POST /administration/contact-points/{point}/disable': { permitted: administrator },
  'POST /administration/contact-points/{point}/enable': { permitted: administrator },
  'GET /administration/proposals': { permitted: administrator },
  'GET /administration/proposals/{proposal}': { permitted: administrator },
  'POST /administration/proposals/{proposal}/confirm': { permitted: administrator },
  'POST /administration/proposals/{proposal}/reject': { permitted: administrator },
  'POST /administration/proposals/{proposal}/withdraw': { permitted: administrator },
  'GET /administration/webhooks': { permitted: administrator },
  'POST /administration/webhooks': { permitted: administrator, body: webhook },
  'POST /administration/webhooks/{webhook}/remove': { permitted: administrator },
  'POST /administration/webhooks/{webhook}/secret': { permitted: administrator },
  'POST /administration/webhooks/{webhook}/enable': { permitted: administrator },
  'GET /administration/webhooks/{webhook}/deliveries': { permitted: administrator },
  'POST /administration/webhooks/{webhook}/deliveries/send-failed-again': { permitted: administrator },
  'POST /administration/webhooks/deliveries/{delivery}/send-again': { permitted: administrator },
};

const NOWHERE = '01890000-0000-7000-8000-000000000000';

function addressOf(path: string): string {
  const named = path.replace('{ref}', referralId).replace('{day}', '2027-12-24').replace('{agency}', 'none');
  return named.replaceAll(/\{(point|person)\}/g, 'none').replaceAll(/\{\w+\}/g, NOWHERE);
}

/** `refused`: the caller has no right to it, or it is not disclosed to them. */
async function outcomeOf(caller: Caller, operation: string): Promise<string> {
  const [method, path = ''] = operation.split(' ');
  const { query = '', body } = OPERATIONS[operation] ?? {};
  const address = `${addressOf(path)}${query}`;
  const file = { name: 'file', filename: 'referral.json', content: JSON.stringify(aSubmission()) };
  const { payload, type } = multipartForm([file]);
  const answer =
    method === 'GET'
      ? await caller.get(address)
      : path === '/submission-batches'
        ? await caller.post(address, payload, { 'content-type': type })
        : await caller.post(address, body ?? {});
  const code = path === '/submission-batches' ? answer.json().results[0].code : String(codeOf(answer));
  const isRefused =
    (answer.statusCode === 403 && code !== 'UNKNOWN_PERSON') || ['UNKNOWN_REFERRAL', 'ROLE_REQUIRED'].includes(code);
  // Validation comes first: an input that is refused would say nothing about rights.
  if (code === 'INVALID_INPUT' && !path.endsWith('/withdraw')) return `${code} ${answer.body}`;
  return isRefused ? 'refused' : 'permitted';
}

/** Opens a stream. Reads it until `isEnough` is true for its text, and closes it. */
async function listened({ personId, relation }: Actor, path: string, isEnough = (_text: string) => true) {
  const signIn = await fetch(`${url}/test-sign-in/${personId}/${AGENCIES[relation]}`);
  const cookies = signIn.headers.getSetCookie().map((each) => each.split(';')[0]);
  const stopping = new AbortController();
  const headers = {
    cookie: cookies.join('; '),
    accept: 'text/event-stream',
    'last-event-id': new Date(0).toISOString(),
  };
  const { status, body } = await fetch(url + path, { headers, signal: stopping.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!isEnough(text)) text += (await reader?.read())?.value ?? '';
  stopping.abort();
  return { status, text };
}

test('the table has every operation of the API, but for acts and the stream of changes', () => {
  const operations = routesOf(document)
    .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`)
    .filter((operation) => !operation.includes('/acts/') && operation !== 'GET /changes');
  expect(Object.keys(OPERATIONS).toSorted()).toEqual(operations.toSorted());
});

describe.each(RELATIONS.flatMap((relation) => ROLES.map((role) => ({ role, relation }))))(
  '$role, agency: $relation',
  ({ role, relation }) => {
    test('can use the operations that the table permits, and no others', async () => {
      const { actor, caller } =
        callers.find((each) => each.actor.role === role && each.actor.relation === relation) ?? {};
      if (actor === undefined || caller === undefined) throw new Error(`There is no ${role} ${relation}.`);
      const outcomes: [string, string][] = [];
      for (const operation of Object.keys(OPERATIONS)) outcomes.push([operation, await outcomeOf(caller, operation)]);
      const wanted = Object.entries(OPERATIONS).map(([operation, { permitted }]) => [
        operation,
        permitted(actor) ? 'permitted' : 'refused',
      ]);
      expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(wanted));
    });

    test('gets a stream of changes, with those of referrals that the person sees', async () => {
      const actor = { role, relation, personId: `${role}.${relation}` };
      for (const path of ['/changes', '/api/v1/changes']) expect((await listened(actor, path)).status, path).toBe(200);
      const isToldOf = (text: string) => text.includes(referralId);
      const heartbeats = (text: string) => text.match(/^:$/gm)?.length ?? 0;
      const { text } = await listened(actor, '/api/quick', sees(actor) ? isToldOf : (soFar) => heartbeats(soFar) > 9);
      expect(isToldOf(text)).toBe(sees(actor));
    });
  },
);
