/** Drills: how they start and end, what they refuse, who gets letters, and when the schedule starts one. */

import { describe, expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { agencyViewOf } from '../../domain/agency-view.ts';
import { apply, stepsOf } from '../../domain/apply.ts';
import { lettersOfEntry } from '../../domain/consequences.ts';
import { decide } from '../../domain/decide.ts';
import { drillOf, isDrillDue, nextDrillAt } from '../../domain/drill.ts';
import { nextDuty } from '../../domain/duty.ts';
import type { JournalEntry, ReferralEvent } from '../../domain/events.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import { requestEvents } from '../../domain/statistics/request-events.ts';
import { aPerson, CAST, COORDINATOR, choice, officerAt, SENDER } from '../support/factories.ts';
import { codeOf } from './administration/refusal-code.ts';

const NOW = '2026-11-30T08:00:00.000Z';
const FI = choice('fi-1');
const R1 = { recipientId: 'r1' } as const;
const CLOCK: Extract<ReferralEvent, { type: 'clock-started' }> = {
  ...{
    type: 'clock-started',
    clockId: 'c1',
    name: 'acknowledge',
    subject: { of: 'recipient', ...R1 },
    debtor: 'recipient',
  },
  ...{ amount: 3, unit: 'working-days', zone: 'UTC', dueAt: NOW, warnings: [], onExpiry: 'proceed-by-rule' },
  ...{ extension: { max: 0, count: 0, reasonRequired: true }, policyVersion: 'p' },
};

/** The events so far, as entries. */
class Story {
  referral: Referral | undefined;
  readonly entries: JournalEntry[] = [];

  add(events: readonly ReferralEvent[], by: Actor): ReferralEvent[] {
    for (const event of events) {
      const entry: JournalEntry = { seq: this.entries.length + 1, at: NOW, actId: 'a', by, schema: 1, event };
      this.entries.push(entry);
      this.referral = apply(this.referral, entry, 'an-id');
    }
    return [...events];
  }

  act(act: Act, by: Actor): ReferralEvent[] {
    return this.add(decide(this.referral, act, by, NOW), by);
  }

  get now(): Referral {
    if (this.referral === undefined) throw new Error('There is no referral yet.');
    return this.referral;
  }
}

function started(by: Actor = ENGINE): Story {
  const story = new Story();
  story.act(drillOf(FI, COORDINATOR), by);
  const none = { ruleVersion: 'route-3', countries: [], candidates: [], taken: [], without: [] };
  story.act({ type: 'route', decision: none }, ENGINE);
  story.add([CLOCK], ENGINE);
  return story;
}

describe('a drill', () => {
  test('is sent to its contact point at once, by the coordinating agency', () => {
    const { now } = started();
    expect(now).toMatchObject({ senderAgencyId: COORDINATOR, status: 'referred', particulars: [] });
    expect(now.recipients).toMatchObject([{ contactPointId: 'fi-1', status: 'sent', opened: 'route' }]);
    expect(now.facts.drill).toBe(true);
  });

  test('ends with the acknowledgement', () => {
    const story = started();
    const events = story.act({ type: 'acknowledge', ...R1 }, officerAt('fi-1'));
    expect(events).toEqual([
      { type: 'acknowledged', ...R1, late: false },
      { type: 'closed', closure: { kind: 'completed' } },
    ]);
    expect(nextDuty(story.now, NOW)).toEqual({ type: 'end' });
  });

  test('ends when the deadline has passed, without a replacement and without another candidate', () => {
    const story = started();
    const types = story.act({ type: 'expire-clock', clockId: 'c1' }, ENGINE).map(({ type }) => type);
    expect(types).toEqual(['clock-expired', 'went-unresponsive', 'closed']);
    expect(story.now.recipients).toMatchObject([{ status: 'unresponsive', replacement: { state: 'not-needed' } }]);
    expect(nextDuty(story.now, NOW)).toEqual({ type: 'end' });
  });

  test('refuses every act but the acknowledgement, also after its end', () => {
    const story = started();
    const officer = officerAt('fi-1');
    const acts: [Act, Actor][] = [
      [{ type: 'accept', ...R1 }, officer],
      [{ type: 'decline', ...R1, ground: 'no-jurisdiction' }, officer],
      [{ type: 'ask-information', ...R1, text: 't' }, officer],
      [{ type: 'recall', ...R1, text: 't' }, CAST.supervisor],
      [{ type: 'add-country', country: 'SE', text: 't' }, CAST.supervisor],
      [{ type: 'assign-recipient', choice: choice('nl-1'), text: 't' }, CAST.supervisor],
      [{ type: 'withdraw', text: 't' }, CAST.coordinator],
    ];
    for (const [act, by] of acts) {
      expect(
        codeOf(() => decide(story.now, act, by, NOW)),
        act.type,
      ).toBe('WRONG_STATUS');
    }
    story.act({ type: 'acknowledge', ...R1 }, officer);
    expect(codeOf(() => decide(story.now, { type: 'reopen', text: 't' }, CAST.supervisor, NOW))).toBe('WRONG_STATUS');
  });

  test('notifies the recipient only, and nobody of an escalation to others', () => {
    const story = started();
    story.act({ type: 'expire-clock', clockId: 'c1' }, ENGINE);
    const notices = story.entries.flatMap((entry) => lettersOfEntry(entry, story.now));
    expect(notices.map(({ letter }) => letter)).toContain('new-referral');
    expect(notices.every(({ to }) => to.who === 'recipient')).toBe(true);
  });

  test('is no request that statistics count', () => {
    const story = started();
    story.act({ type: 'acknowledge', ...R1 }, officerAt('fi-1'));
    expect(requestEvents(stepsOf('an-id', story.entries))).toEqual([]);
  });

  test('counts as neither overdue nor unresponsive, and waits for no decision', () => {
    const story = started();
    const expired: Clock['state'] = { status: 'expired', at: NOW };
    const overdue = { ...story.now, clocks: story.now.clocks.map((clock) => ({ ...clock, state: expired })) };
    const view = agencyViewOf(overdue, COORDINATOR);
    expect(view).toMatchObject({ drill: true, breached: false, silent: false, approvals: [] });
    expect(agencyViewOf(overdue, FI.agencyId)).toMatchObject({ drill: true, inHand: true, breached: false });
    const real = { ...overdue, facts: { ...overdue.facts } };
    delete real.facts.drill;
    expect(agencyViewOf(real, COORDINATOR)).toMatchObject({ drill: false, breached: true });
  });

  test('is started by the engine, or a supervisor or administrator of the coordinating agency, for another agency', () => {
    const start = (by: Actor, to = FI) => codeOf(() => decide(undefined, drillOf(to, COORDINATOR), by, NOW));
    for (const by of [ENGINE, CAST.supervisor, CAST.administrator]) expect(() => started(by)).not.toThrow();
    expect(start(CAST.coordinator)).toBe('ROLE_REQUIRED');
    expect(start(aPerson('supervisor', SENDER))).toBe('ROLE_REQUIRED');
    expect(start(ENGINE, { ...FI, agencyId: COORDINATOR })).toBe('INVALID_INPUT');
  });

  test('cannot be claimed by an ordinary submission', () => {
    const { drill: _, ...ordinary } = drillOf(FI, COORDINATOR);
    expect(decide(undefined, ordinary, CAST.sender, NOW)).toMatchObject([
      { type: 'submitted', facts: expect.not.objectContaining({ drill: true }) },
    ]);
    expect(codeOf(() => decide(undefined, ordinary, CAST.supervisor, NOW))).toBe('ROLE_REQUIRED');
  });
});

test('the schedule starts a drill as many days after the last one as the contact point says, and not without that', () => {
  const last = (startedAt: string, result: 'running' | 'acknowledged' = 'acknowledged') => ({ startedAt, result });
  const monthly = { drillDays: 30 };
  expect(nextDrillAt({}, undefined)).toBeUndefined();
  expect(isDrillDue({}, undefined, NOW)).toBe(false);
  expect(nextDrillAt(monthly, undefined)).toBe('due');
  expect(isDrillDue(monthly, undefined, NOW)).toBe(true);
  expect(nextDrillAt(monthly, last('2026-10-31T09:00:00.000Z'))).toBe('2026-11-30T09:00:00.000Z');
  expect(isDrillDue(monthly, last('2026-10-31T09:00:00.000Z'), NOW)).toBe(false);
  expect(isDrillDue(monthly, last('2026-10-31T08:00:00.000Z'), NOW)).toBe(true);
  expect(isDrillDue(monthly, last('2026-10-31T08:00:00.000Z', 'running'), NOW)).toBe(false);
});
