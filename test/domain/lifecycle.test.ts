/** The lifecycle table is as designed, and every act of every party follows it in every status. */

import { describe, expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Row } from '../../domain/lifecycle/row.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import { type Actor, ENGINE, relationsOf } from '../../domain/people.ts';
import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { EVERY_ACT } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { everyReachableCase } from '../support/cases-by-status.ts';
import { aPerson, CAST, officerAt } from '../support/factories.ts';
import { EXPECTED, type Expected } from './expected-lifecycle.ts';

const partyOf = (party: Row['who'][number]) =>
  party === 'engine' ? ['engine'] : party.roles.map((role) => `${party.relation} ${role}`);

const asExpected = ({ act, who, from, recipient }: Row): Expected => ({
  act,
  who: who.flatMap(partyOf),
  from: [...from],
  ...(recipient && { recipient: [...recipient] }),
});

const sorted = (rows: readonly Expected[]) =>
  rows
    .map(({ act, who, from, recipient = [] }) =>
      [act, ...[who, from, recipient].map((list) => [...list].sort().join())].join(' | '),
    )
    .sort();

test('the table says of each act what the design says: by whom, from where', () => {
  expect(sorted(LIFECYCLE.map(asExpected))).toEqual(sorted(EXPECTED));
});

test('each combination of act, role and status matches one row', () => {
  for (const status of REFERRAL_STATUSES) {
    const keys = LIFECYCLE.filter(({ from }) => from.includes(status)).flatMap(({ act, who, recipient }) =>
      who.flatMap(partyOf).map((party) => `${act} ${party} ${recipient !== undefined}`),
    );
    expect(keys, status).toEqual([...new Set(keys)]);
  }
});

/** Everyone of the cast, the recipient's people, and the engine. */
const EVERYONE: Actor[] = [
  ...Object.values(CAST),
  officerAt('fi-1'),
  aPerson('supervisor', 'fi-birch'),
  officerAt('nl-1'),
  officerAt('no-1'),
  { ...CAST.coordinator, personId: 'a.service', roles: ['service', 'liaison-officer'] },
  ENGINE,
];

describe('what the table refuses is refused with its code, what it allows only for a reason of the case', () => {
  test.each(everyReachableCase())('%s', (_, make) => {
    const it = make();
    for (const act of EVERY_ACT) {
      for (const actor of EVERYONE) {
        const code = it.refusalOf(act, actor);
        const who = actor.kind === 'engine' ? 'engine' : `${actor.roles.join('+')} of ${actor.agencyId}`;
        const said = `${act.type} by ${who}: ${code ?? 'taken'}`;
        const refusal = refusalByTable(it, act, actor);
        if (refusal === undefined) expect([undefined, ...(OF_THE_CASE[act.type] ?? [])], said).toContain(code);
        else expect(code, said).toBe(refusal);
      }
    }
  });
});

/** With which codes an act may still be refused that the table lets through: these have tests of their own. */
const OF_THE_CASE: Partial<Record<Act['type'], ErrorCode[]>> = {
  'ask-information': ['QUESTION_OPEN', 'QUESTION_CAP'],
  'answer-information': ['UNKNOWN_QUESTION', 'QUESTION_CLOSED'],
  'ask-translation': ['INVALID_INPUT'],
  'deliver-translation': ['UNKNOWN_TRANSLATION'],
  'record-oral-request': ['NOT_EMERGENCY'],
  'confirm-oral-request': ['ORAL_REQUEST_NOT_OPEN'],
  'propose-triage': ['WRONG_STATUS'],
  'reopen-triage': ['NOTHING_SUPPLEMENTED'],
  route: ['WRONG_STATUS'],
  extend: ['UNKNOWN_CLOCK', 'NOT_RECIPIENT'],
  'confirm-production': ['PRESERVATION_NOT_OPEN'],
  'consent-onward': ['CONSENT_NOT_ASKED'],
  'refuse-onward': ['CONSENT_NOT_ASKED'],
  withdraw: ['WITHDRAWAL_NOT_ASKED'],
  'propose-closure': ['RECIPIENTS_STILL_OPEN'],
  'lift-legal-hold': ['NO_LEGAL_HOLD'],
  'take-back': ['ACTED_SINCE', 'NOT_AUTHOR'],
  'correct-outcome': ['SUPERVISOR_REQUIRED'],
  erase: ['WRONG_STATUS'],
  'confirm-erasure': ['RECIPIENT_FINAL'],
  'warn-clock': ['WRONG_STATUS'],
  'expire-clock': ['WRONG_STATUS'],
  'resume-clock': ['WRONG_STATUS'],
};

/** By the hand-written table: first whose act it is, then where the referral stands, then the recipient. */
function refusalByTable({ referral }: Case, act: Act, actor: Actor): ErrorCode | undefined {
  const recipientId = 'recipientId' in act ? act.recipientId : undefined;
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  if (recipientId !== undefined && recipient === undefined) return 'UNKNOWN_RECIPIENT';
  const rows = EXPECTED.filter((row) => row.act === act.type && (row.recipient !== undefined) === Boolean(recipient));
  const relations = actor.kind === 'engine' ? [] : relationsOf(actor.agencyId, referral, recipientId);
  const titles =
    actor.kind === 'engine' ? ['engine'] : relations.flatMap((each) => actor.roles.map((role) => `${each} ${role}`));
  const own = rows.filter(({ who }) => who.some((party) => titles.includes(party)));
  if (own.length === 0)
    return notTheirs(
      rows.flatMap(({ who }) => who),
      actor,
      relations,
    );
  const here = own.filter(({ from }) => from.includes(referral.status));
  if (here.length === 0)
    return notFrom(
      referral.status,
      own.flatMap(({ from }) => from),
    );
  if (recipient === undefined || here.some((row) => row.recipient?.includes(recipient.status))) return undefined;
  const isFinal = ['outcome-reported', 'declined', 'referred-onward', 'recalled'].includes(recipient.status);
  return isFinal ? 'RECIPIENT_FINAL' : 'RECIPIENT_WRONG_STATUS';
}

function notTheirs(who: readonly string[], actor: Actor, relations: readonly string[]): ErrorCode {
  const people = who.filter((party) => party !== 'engine').map((party) => party.split(' '));
  const [relation] = people[0] ?? [];
  if (actor.kind === 'engine' || relation === undefined) return 'ROLE_REQUIRED';
  const near = people.filter(([each]) => relations.includes(each ?? ''));
  if (near.length === 0) return `NOT_${relation.toUpperCase()}` as ErrorCode;
  return near.every(([, role]) => role === 'supervisor') ? 'SUPERVISOR_REQUIRED' : 'ROLE_REQUIRED';
}

function notFrom(status: string, from: readonly string[]): ErrorCode {
  if (status === 'erased') return 'ALREADY_ERASED';
  if (from.join() === 'erased') return 'WRONG_STATUS';
  if (status === 'closed') return 'ALREADY_CLOSED';
  return from.join() === 'closed' ? 'NOT_CLOSED' : 'WRONG_STATUS';
}
