/** Every role × every relation × every act and resource, compared with a table: the API adds no rule of its own. */

import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { actRequest } from '../../client/contract/acts.ts';
import { disclose } from '../../domain/disclosure.ts';
import { ROLES } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { aSubmission } from '../support/factories.ts';
import type { RecordedReferral } from '../support/recorded-referral.ts';
import { type Caller, callerOf, codeOf } from './api/api-client.ts';
import { AGENCIES, everyActor, referralsByState } from './parties.ts';
import {
  ACT_CASES,
  type Actor,
  type CaseState,
  expected,
  mayRead,
  type PartyRelation,
  RELATIONS,
  sees,
} from './who-may.ts';

const NOWHERE = 'XR-2026-999999';
const REFUSED = ['NOT_SENDER', 'NOT_COORDINATOR', 'NOT_RECIPIENT', 'ROLE_REQUIRED', 'SUPERVISOR_REQUIRED'];

let desk: TestDesk;
let referrals: Record<CaseState, RecordedReferral>;
let references: Record<CaseState, string>;
let callers: Map<string, { actor: Actor; caller: Caller }>;

beforeAll(async () => {
  desk = await testDesk();
  const actors = await everyActor(desk.db);
  referrals = await referralsByState(desk);
  const named = Object.entries(referrals).map(async ([at, kept]) => [at, (await kept.read()).reference] as const);
  references = Object.fromEntries(await Promise.all(named)) as typeof references;
  const signedIn = actors.map(async (actor) => {
    const caller = await callerOf(desk, actor.personId);
    return [`${actor.role} ${actor.relation}`, { actor, caller }] as const;
  });
  callers = new Map(await Promise.all(signedIn));
});

const ACTOR_KINDS = RELATIONS.flatMap((relation) => ROLES.map((role) => [role, relation] as const));

function found(role: string, relation: PartyRelation): { actor: Actor; caller: Caller } {
  const one = callers.get(`${role} ${relation}`);
  if (one === undefined) throw new Error(`There is no ${role} ${relation}.`);
  return one;
}

test('the table here names every act that people ask for', () => {
  const types = new Set(actRequest.options.map(({ shape }) => shape.type.value));
  expect(new Set(ACT_CASES.map(({ type }) => type))).toEqual(types);
});

describe.each(ACTOR_KINDS)('a %s, agency: %s', (role, relation) => {
  test('can perform the acts that the table permits, and no others', async () => {
    const { actor, caller } = found(role, relation);
    const results = await Promise.all(
      ACT_CASES.map(async (act) => {
        const body = act.body(actor, references.referred);
        const answer = await caller.post(`/referrals/${references[act.at]}/acts/${act.type}`, body);
        return [`${act.type}, ${act.at}`, shortly(answer)];
      }),
    );
    const table = ACT_CASES.map((act) => [`${act.type}, ${act.at}`, expected(actor, act)]);
    expect(Object.fromEntries(results)).toEqual(Object.fromEntries(table));
  });

  test('reads what is disclosed to them', async () => {
    const { actor, caller } = found(role, relation);
    const at = `/referrals/${references.referred}`;
    const origin = encodeURIComponent(`case-register:${referrals.referred.id}`);
    const answers = {
      referral: (await caller.get(at)).statusCode,
      timeline: (await caller.get(`${at}/timeline`)).statusCode,
      clocks: (await caller.get(`${at}/clocks`)).statusCode,
      proof: (await caller.get(`${at}/proof`)).statusCode,
      duplicates: (await caller.get(`${at}/possible-duplicates`)).statusCode,
      particulars: (await caller.post(`${at}/particulars`, { purpose: 'A test.' })).statusCode,
      dossier: (await caller.post(`${at}/dossier`, {})).statusCode,
      'dossier with particulars': (await caller.post(`${at}/dossier`, { purpose: 'A test.' })).statusCode,
      listed: (await caller.get('/referrals')).body.includes(references.referred),
      matched: (await caller.get(`/matches?origin=${origin}`)).body.includes(references.referred),
      erasures: (await caller.get('/erasures')).statusCode,
      announcing: codeOf(await caller.post(`/announcements/${referrals.referred.id}/withdraw`)),
      statistics: (await caller.get('/statistics?year=2026')).statusCode,
      me: (await caller.get('/me')).statusCode,
      directory: (await caller.get('/directory?country=FI')).statusCode,
    };
    const seen = sees(actor) ? 200 : 404;
    expect(answers).toEqual({
      ...{ referral: seen, timeline: seen, clocks: seen, duplicates: seen },
      // No sealer runs.
      proof: sees(actor) ? 503 : 404,
      particulars: mayRead(actor) ? 200 : sees(actor) ? 403 : 404,
      dossier: seen,
      'dossier with particulars': mayRead(actor) ? 200 : sees(actor) ? 403 : 404,
      erasures: relation === 'coordinator' && ['supervisor', 'data-protection-officer'].includes(role) ? 200 : 403,
      announcing:
        relation === 'coordinator' && ['supervisor', 'administrator'].includes(role)
          ? 'INVALID_INPUT'
          : 'ROLE_REQUIRED',
      ...{ listed: sees(actor), matched: mayRead(actor), me: 200, statistics: 200, directory: 200 },
    });
  });

  test('gets exactly the disclosed fields of a referral', async () => {
    const { actor, caller } = found(role, relation);
    if (!sees(actor)) return;
    for (const [at, kept] of Object.entries(referrals)) {
      const person = { kind: 'person', personId: actor.personId, agencyId: AGENCIES[relation], roles: [role] } as const;
      const { acts: _, ...shown } = (await caller.get(`/referrals/${kept.id}`)).json();
      expect(shown, at).toEqual(withoutWords(disclose(await kept.read(), person).referral));
    }
  });

  test('submits as a liaison officer, and not otherwise', async () => {
    const { caller } = found(role, relation);
    const originReferences = [{ system: 'case-register', id: `of ${role} ${relation}` }];
    const answer = await caller.post('/referrals', aSubmission({ originReferences }));
    expect(shortly(answer)).toBe(role === 'liaison-officer' ? 'done' : 'refused');
  });
});

/** The referral without ids of texts and without the length of the journal, which are never disclosed. */
function withoutWords(referral: Referral) {
  const { particulars: _p, supplementedSinceTriage: _s, unsentLetters: _u, seq: _q, undo, ...rest } = referral;
  const texts = new Set(['text', 'answer']);
  const shown = { ...rest, ...(undo && { undo: { act: undo.act, by: undo.by, until: undo.until } }) };
  return JSON.parse(JSON.stringify(shown, (name, value) => (texts.has(name) ? undefined : value)));
}

/** `done` as far as the engine, which is away. */
function shortly(answer: LightMyRequestResponse): string {
  const code = codeOf(answer);
  if (answer.statusCode === 503 && code === 'ENGINE_UNAVAILABLE') return 'done';
  if (answer.statusCode === 404 && code === 'UNKNOWN_REFERRAL') return 'unknown';
  if (answer.statusCode === 404 && code === 'UNKNOWN_RECIPIENT') return 'no such recipient';
  if (answer.statusCode === 409 && code === 'WRONG_STATUS') return 'not now';
  if (answer.statusCode === 403 && REFUSED.includes(String(code))) return 'refused';
  return `${answer.statusCode} ${answer.body}`;
}

describe('a recipient', () => {
  test('finds no trace of another recipient in any answer', async () => {
    const others = new RegExp(`\\br2\\b|${AGENCIES['other-recipient']}`);
    for (const role of ['partner-officer', 'supervisor', 'auditor'] as const) {
      const { caller } = found(role, 'recipient');
      for (const reference of Object.values(references)) {
        const at = `/referrals/${reference}`;
        for (const path of [
          at,
          `${at}/timeline`,
          `${at}/clocks`,
          `${at}/possible-duplicates`,
          `${at}/proof`,
          '/referrals',
        ]) {
          expect((await caller.get(path)).body, `${role} ${path}`).not.toMatch(others);
        }
      }
      const { body } = await caller.post(`/referrals/${references.referred}/particulars`, { purpose: 'A test.' });
      expect(body).not.toMatch(others);
      const dossier = await caller.post(`/referrals/${references.referred}/dossier`, {});
      expect(dossier.body).not.toMatch(others);
    }
  });

  test('an agency whose part is over reads no particulars any more', async () => {
    const answer = await found('partner-officer', 'recipient').caller.post(
      `/referrals/${references.recalled}/particulars`,
      { purpose: 'A test.' },
    );
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'ROLE_REQUIRED']);
  });
});

describe('a referral that does not exist and one that is not disclosed', () => {
  test('get identical answers, byte for byte', async () => {
    for (const [role, relation] of [
      ['liaison-officer', 'none'],
      ['administrator', 'coordinator'],
    ] as const) {
      const { actor, caller } = found(role, relation);
      const asking: ((reference: string) => Promise<LightMyRequestResponse>)[] = [
        (reference) => caller.get(`/referrals/${reference}`),
        (reference) => caller.get(`/referrals/${reference}/timeline`),
        (reference) => caller.get(`/referrals/${reference}/clocks`),
        (reference) => caller.get(`/referrals/${reference}/possible-duplicates`),
        (reference) => caller.get(`/referrals/${reference}/proof`),
        (reference) => caller.post(`/referrals/${reference}/particulars`, { purpose: 'A test.' }),
        ...ACT_CASES.filter(({ at }) => at === 'referred').map(
          (act) => (reference: string) =>
            caller.post(`/referrals/${reference}/acts/${act.type}`, act.body(actor, references.referred), {
              'if-match': '"seen"',
            }),
        ),
      ];
      for (const ask of asking) {
        expect(comparable(await ask(references.referred))).toEqual(comparable(await ask(NOWHERE)));
      }
    }
  });
});

describe('a recipient that is not disclosed and one that does not exist', () => {
  test.each(['partner-officer', 'liaison-officer', 'supervisor', 'auditor'] as const)(
    'get identical answers for a %s of the other recipient, byte for byte',
    async (role) => {
      const { actor, caller } = found(role, 'recipient');
      for (const act of ACT_CASES) {
        const body = act.body(actor, references.referred);
        if (!('recipientId' in body)) continue;
        const ask = (recipientId: string) =>
          caller.post(`/referrals/${references[act.at]}/acts/${act.type}`, { ...body, recipientId });
        const answer = await ask('r2');
        expect(codeOf(answer)).toBe('UNKNOWN_RECIPIENT');
        expect(comparable(answer)).toEqual(comparable(await ask('r9')));
      }
    },
  );
});

/** All that was answered but what names this one request. */
function comparable({ statusCode, headers, body }: LightMyRequestResponse) {
  const { date: _, 'ratelimit-remaining': _remaining, 'ratelimit-reset': _reset, ...same } = headers;
  const { 'idempotency-key': _key, ...others } = same;
  return { statusCode, headers: others, body: body.replace(/urn:uuid:[0-9a-f-]+/, '') };
}

/** The names of unknown fields are not repeated, since they may hold anything. */
const UNKNOWN_FIELD = expect.stringContaining('has 1 unknown field');

describe('answers reveal no more than the request is about', () => {
  test.each([
    ['type', 'erase'],
    ['actor', { kind: 'engine' }],
    ['referralId', 'x'],
    ['status', 'closed'],
    ['senderAgencyId', 'lv-linden'],
  ])('an act with %s is refused as an unknown field', async (field, value) => {
    const { caller } = found('liaison-officer', 'sender');
    const answer = await caller.post(`/referrals/${references.referred}/acts/take`, { [field]: value });
    expect([answer.statusCode, answer.json().detail]).toEqual([422, UNKNOWN_FIELD]);
  });

  test.each(['id', 'reference', 'status', 'senderAgencyId', 'senderPersonId', 'submittedAt', 'recipients'])(
    'a submission with %s is refused as an unknown field',
    async (field) => {
      const { caller } = found('liaison-officer', 'sender');
      const answer = await caller.post('/referrals', { ...aSubmission(), [field]: 'lv-linden' });
      expect([answer.statusCode, answer.json().detail]).toEqual([422, UNKNOWN_FIELD]);
    },
  );
});
