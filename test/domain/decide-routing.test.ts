/** Routing decisions: by triage, by the rules, by a supervisor, and if no recipient is left. */

import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../domain/acts.ts';
import { ENGINE } from '../../domain/people.ts';
import type { Case } from '../support/case.ts';
import {
  aReferredCase,
  aTriagedCase,
  closed,
  RECIPIENT_IN,
  REFERRAL_IN,
  reopened,
  retriaged,
  triage,
} from '../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../support/factories.ts';

const points = (it: Case) => it.referral.recipients.map(({ contactPointId }) => contactPointId);
const routesTaken = (it: Case) => it.eventTypes.filter((type) => type === 'routed').length;

const assign = (point: string, replaces?: string): ActOf<'assign-recipient'> => ({
  type: 'assign-recipient',
  choice: choice(point),
  text: 'text-why',
  ...(replaces && { replaces }),
});

describe('routing after triage', () => {
  test('opens one recipient for each country that was named', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    expect(points(it)).toEqual(['fi-1', 'nl-1']);
    expect(it.referral).toMatchObject({ status: 'referred', unrouted: [] });
  });

  test('keeps the decision record, with every contact point that was skipped', () => {
    const it = aReferredCase();
    const routed = it.journal.map(({ event }) => event).find((event) => event.type === 'routed');
    expect(routed?.decision.candidates.map(({ contactPointId }) => contactPointId)).toEqual(['fi-1', 'fi-2', 'fi-3']);
  });

  test('selects the contact point of triage instead of the one of the rules in that country, once', () => {
    const it = aReferredCase({}, ['FI', 'NL'], [choice('nl-2'), choice('nl-2')]);
    expect(points(it)).toEqual(['nl-2', 'fi-1']);
    expect(routesTaken(it)).toBe(1);
  });

  test('selects the contact point of triage also without a country', () => {
    const it = aReferredCase({}, [], [choice('se-1')]);
    expect(points(it)).toEqual(['se-1']);
    expect(it.referral.status).toBe('referred');
  });

  test('holds it if no recipient is found, and refers it otherwise', () => {
    expect(REFERRAL_IN.held().referral).toMatchObject({ status: 'held', recipients: [], unrouted: [] });
    expect(aReferredCase({}, ['DK', 'SE']).referral.status).toBe('referred');
  });

  test('outside the Union waits for a supervisor where there is no transfer basis', () => {
    expect(aReferredCase({}, ['NO']).referral.status).toBe('held');
    expect(points(aReferredCase({ transferBasis: 'adequacy' }, ['NO']))).toEqual(['no-1']);
  });

  test('notifies the supervisors of a country without a recipient, while others have it', () => {
    const it = aReferredCase({}, ['FI', 'NO']);
    expect(it.referral).toMatchObject({ status: 'referred', unserved: ['NO'] });
    expect(it.notices.filter(({ letter }) => letter === 'held')).toEqual([
      { letter: 'held', to: { who: 'supervisors', of: 'coordinator' } },
    ]);
    expect(REFERRAL_IN.held().notices.filter(({ letter }) => letter === 'held')).toHaveLength(1);
  });

  test('notifies the sender and the supervisors if a contact point is at capacity', () => {
    const it = aTriagedCase();
    it.act({ type: 'route', decision: it.route(['FI'], { full: ['fi-1'] }) }, ENGINE);
    expect(points(it)).toEqual(['fi-2']);
    expect(it.notices.filter(({ letter }) => letter === 'at-capacity').map(({ to }) => to)).toEqual([
      { who: 'sender' },
      { who: 'supervisors', of: 'coordinator' },
    ]);
    expect(aReferredCase().notices.map(({ letter }) => letter)).not.toContain('at-capacity');
  });

  test('that was computed for duties that have changed since is refused', () => {
    const it = aTriagedCase();
    const decision = it.route(['FI']);
    it.act({ type: 'add-country', country: 'SE', text: 'text-too' }, CAST.supervisor);
    expect(it.refusalOf({ type: 'route', decision }, ENGINE)).toBe('WRONG_STATUS');
    it.settle();
    expect(points(it)).toEqual(['fi-1', 'se-1']);
    expect(it.refusalOf({ type: 'route', decision }, ENGINE)).toBe('WRONG_STATUS');
    expect(it.refusalOf({ type: 'route', decision, replaces: 'r1' }, ENGINE)).toBe('WRONG_STATUS');
    expect(it.refusalOf({ type: 'route', decision, replaces: 'r9' }, ENGINE)).toBe('UNKNOWN_RECIPIENT');
  });
});

describe('a country without a recipient', () => {
  const unserved = (it: Case) => it.referral.unserved ?? [];
  const without = () => aReferredCase({}, ['FI', 'NO', 'DK']);

  test('is covered by a recipient that a supervisor assigns there; the others still wait', () => {
    const it = without();
    it.act(assign('no-1'), CAST.supervisor);
    expect(unserved(it)).toEqual(['DK']);
  });

  test("ends with a supervisor's assignment to another country, and not with a replacement", () => {
    const it = without();
    it.act(assign('fi-2', 'r1'), CAST.supervisor);
    expect(unserved(it)).toEqual(['NO', 'DK']);
    it.act(assign('se-1'), CAST.supervisor);
    expect(unserved(it)).toEqual([]);
  });

  test('is looked for again when it is added again', () => {
    const it = without();
    it.act({ type: 'add-country', country: 'DK', text: 'text-too' }, CAST.supervisor);
    expect(unserved(it)).toEqual(['NO']);
    it.settle();
    expect(unserved(it)).toEqual(['NO', 'DK']);
  });

  test('is cleared if triage is repeated', () => {
    expect(unserved(retriaged(without()))).toEqual([]);
  });
});

describe('repeated triage', () => {
  test('does not route to a recipient that has the case', () => {
    const it = retriaged(aReferredCase());
    triage(it, ['FI', 'NL']);
    it.settle();
    expect(points(it)).toEqual(['fi-1', 'nl-1']);
  });

  test('does not take it to another desk of a country that has reported its outcome', () => {
    const it = retriaged(RECIPIENT_IN['outcome-reported']());
    triage(it, ['FI']);
    it.settle();
    expect(points(it)).toEqual(['fi-1']);
    expect(it.referral.status).toBe('referred');
  });
});

describe('a reopened referral', () => {
  test('goes to the same desk again: its turn in the round before does not count', () => {
    const it = reopened(closed(RECIPIENT_IN['outcome-reported']()));
    triage(it, ['FI']);
    it.settle();
    expect(it.referral.recipients).toMatchObject([
      { contactPointId: 'fi-1', status: 'outcome-reported', round: 1 },
      { contactPointId: 'fi-1', status: 'delivered', round: 2 },
    ]);
  });

  test('is held if no recipient is found in this round, whatever the round before achieved', () => {
    const it = reopened(closed(RECIPIENT_IN['outcome-reported']()));
    triage(it, ['DK']);
    it.settle();
    expect(it.referral.status).toBe('held');
  });
});

describe('a supervisor', () => {
  test('assigns a desk of any kind, kept as an override', () => {
    const it = aReferredCase();
    it.act(assign('no-1'), CAST.supervisor);
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'no-1', opened: 'override', hop: 0 });
    expect(it.eventTypes).toContain('recipient-assigned');
  });

  test('brings a held referral back', () => {
    const it = REFERRAL_IN.held();
    it.act(assign('se-1'), CAST.supervisor);
    expect(it.referral.status).toBe('referred');
  });

  test('adds a desk before the route is found, which still follows, with whom triage wanted', () => {
    const it = aTriagedCase({}, ['FI', 'NL'], [choice('nl-2')]);
    it.act(assign('se-1'), CAST.supervisor);
    expect(it.referral.status).toBe('triaged');
    it.settle();
    expect(points(it)).toEqual(['se-1', 'nl-2', 'fi-1']);
    expect(it.referral.status).toBe('referred');
  });

  test('adds a country once, and it is routed', () => {
    const it = aReferredCase();
    const add = { type: 'add-country', country: 'NL', text: 'text-too' } as const;
    it.act(add, CAST.supervisor);
    it.act(add, CAST.supervisor);
    expect(it.referral.unrouted).toEqual(['NL']);
    it.settle();
    expect(points(it)).toEqual(['fi-1', 'nl-1']);
  });

  test('does not assign the sender, a recipient that has it, or a replacement for one that works on it', () => {
    const it = aReferredCase();
    expect(it.refusalOf(assign('ee-1'), CAST.supervisor)).toBe('ONWARD_LOOP');
    expect(it.refusalOf(assign('fi-1'), CAST.supervisor)).toBe('ALREADY_RECIPIENT');
    expect(it.refusalOf(assign('se-1', 'r9'), CAST.supervisor)).toBe('UNKNOWN_RECIPIENT');
    it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
    expect(it.refusalOf(assign('se-1', 'r1'), CAST.supervisor)).toBe('RECIPIENT_WRONG_STATUS');
    expect(it.refusalOf(assign('se-1'), CAST.supervisor)).toBeUndefined();
  });
});

test('a desk is delivered to when its letter arrives, and is not when the letter comes back', () => {
  expect(RECIPIENT_IN.sent().recipient('r1').status).toBe('sent');
  expect(RECIPIENT_IN.delivered().recipient('r1').status).toBe('delivered');
  expect(RECIPIENT_IN['delivery-failed']().recipient('r1').status).toBe('delivery-failed');
});

test('a repeated letter that arrives delivers to the desk, although the first one came back', () => {
  const it = RECIPIENT_IN['delivery-failed']();
  const settle = (result: 'sent' | 'failed') => {
    const outcome = result === 'sent' ? { result } : { result, code: '550' };
    it.act({ type: 'settle-letters', results: [{ letterId: 'again', delivers: 'r1', ...outcome }] }, ENGINE);
  };
  settle('failed');
  expect(it.eventTypes.filter((type) => type === 'delivery-failed')).toHaveLength(1);
  settle('sent');
  expect(it.recipient('r1').status).toBe('delivered');
  expect(it.eventTypes.filter((type) => type === 'delivered')).toHaveLength(1);
});

test('a delivery after the answer does not change the status', () => {
  const it = RECIPIENT_IN.sent();
  it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
  it.mail = 'arrives';
  it.settle();
  expect(it.recipient('r1').status).toBe('accepted');
});
