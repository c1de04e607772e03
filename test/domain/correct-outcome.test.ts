/** A correction of a final outcome: by the reporter for one hour, later by a supervisor, and counted once. */

import { describe, expect, test } from 'vitest';
import { fold } from '../../domain/apply.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { recipientRows } from '../../prisma/store/recipient-rows.ts';
import { aReferredCase } from '../support/cases-by-status.ts';
import { aPerson, CAST, choice, officerAt } from '../support/factories.ts';
import { forRandomCases } from '../support/random-cases.ts';

const reporter = officerAt('fi-1');
const colleague = { ...reporter, personId: 'another.officer' };
const { agencyId } = choice('fi-1');
const supervisor = aPerson('supervisor', agencyId);

const correction = (outcome: Outcome = 'prosecution') =>
  ({ type: 'correct-outcome', recipientId: 'r1', outcome, text: 'text-why' }) as const;

function reported() {
  const it = aReferredCase({}, ['FI', 'NL']);
  it.act({ type: 'accept', recipientId: 'r1' }, reporter);
  it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, reporter);
  return it;
}

describe('who may correct', () => {
  test('the reporter may for one hour, and no other officer', () => {
    const it = reported();
    expect(it.refusalOf(correction(), reporter)).toBeUndefined();
    expect(it.refusalOf(correction(), colleague)).toBe('SUPERVISOR_REQUIRED');
    it.pass(1);
    expect(it.refusalOf(correction(), reporter)).toBeUndefined();
    it.now = new Date(Date.parse(it.now) + 1).toISOString();
    expect(it.refusalOf(correction(), reporter)).toBe('SUPERVISOR_REQUIRED');
  });

  test('a supervisor of the recipient may later, and no other person', () => {
    const it = reported();
    it.pass(48);
    expect(it.refusalOf(correction(), supervisor)).toBeUndefined();
    expect(it.refusalOf(correction(), CAST.supervisor)).toBe('NOT_RECIPIENT');
    expect(it.refusalOf(correction(), aPerson('supervisor', choice('nl-1').agencyId))).toBe('NOT_RECIPIENT');
  });

  test('a correction does not extend the hour', () => {
    const it = reported();
    it.pass(0.75);
    it.act(correction(), reporter);
    it.pass(0.5);
    expect(it.refusalOf(correction('arrest'), reporter)).toBe('SUPERVISOR_REQUIRED');
  });

  test('an outcome of an earlier version is corrected by a supervisor only', () => {
    const it = reported();
    const journal = it.journal.map((entry) => {
      if (entry.event.type !== 'outcome-reported') return entry;
      const { correctableUntil: _, ...event } = entry.event;
      return { ...entry, event };
    });
    it.referral = fold(it.referral.id, journal) ?? it.referral;
    expect(it.recipient('r1').outcomes).toEqual([{ outcome: 'arrest', final: true, at: it.now }]);
    expect(it.refusalOf(correction(), reporter)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf(correction(), supervisor)).toBeUndefined();
  });
});

describe('a correction', () => {
  test('is added: the first report stays, and what is counted is the corrected outcome', () => {
    const it = reported();
    const before = recipientRows(it.referral, it.journal)[0];
    it.pass(0.5);
    it.act(correction(), reporter);
    expect(it.eventTypes.filter((type) => type === 'outcome-reported')).toHaveLength(1);
    expect(it.recipient('r1').outcomes).toMatchObject([
      { outcome: 'arrest', final: true },
      { outcome: 'prosecution', final: true, corrects: true },
    ]);
    expect(recipientRows(it.referral, it.journal)[0]).toEqual({ ...before, outcome: 'prosecution' });
  });

  test('notifies everyone who was notified of the outcome', () => {
    const it = reported();
    const notified = it.notices.filter(({ letter }) => letter === 'outcome' || letter === 'twin-outcome');
    const count = it.notices.length;
    it.act(correction(), reporter);
    const again = it.notices.slice(count);
    expect(again.map(({ to }) => to)).toEqual(notified.map(({ to }) => to));
    expect(again.map(({ letter }) => letter)).toEqual([
      'outcome-corrected',
      'outcome-corrected',
      'twin-outcome-corrected',
    ]);
  });

  test('is refused if it changes nothing, or lacks the reason why nothing can be done', () => {
    const it = reported();
    expect(it.refusalOf(correction('arrest'), reporter)).toBe('INVALID_INPUT');
    expect(it.refusalOf(correction('not-actionable'), reporter)).toBe('INVALID_INPUT');
  });

  test('is not possible before the final outcome, nor after the referral is closed', () => {
    const it = aReferredCase();
    it.act({ type: 'accept', recipientId: 'r1' }, reporter);
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: false }, reporter);
    expect(it.refusalOf(correction(), reporter)).toBe('RECIPIENT_WRONG_STATUS');
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, reporter);
    it.act({ type: 'propose-closure' }, CAST.coordinator);
    expect(it.refusalOf(correction(), reporter)).toBeUndefined();
    it.act({ type: 'approve-closure' }, CAST.supervisor);
    expect(it.refusalOf(correction(), supervisor)).toBe('ALREADY_CLOSED');
  });

  test('is not shown to another recipient', () => {
    const it = reported();
    it.act(correction(), reporter);
    const { maySee } = disclose(it.referral, officerAt('nl-1'));
    expect(it.journal.filter(maySee).map(({ event }) => event.type)).not.toContain('outcome-corrected');
  });
});

test('in every referral, a corrected recipient has one final report that is not a correction in each round', () => {
  forRandomCases((it) => {
    for (const { outcomes } of it.referral.recipients) {
      if (!outcomes.some(({ corrects }) => corrects)) continue;
      expect(outcomes.filter(({ final, corrects }) => final && !corrects)).toHaveLength(1);
      expect(outcomes.findIndex(({ corrects }) => corrects)).toBeGreaterThan(outcomes.findIndex(({ final }) => final));
    }
  });
});
