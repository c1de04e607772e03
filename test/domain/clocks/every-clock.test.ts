/** Every clock of the table: started by each of its start events, and ended by each of its stop events and by its due instant. */

import { describe, expect, test } from 'vitest';
import { apply } from '../../../domain/apply.ts';
import { applyPolicy } from '../../../domain/clocks/applied-policy.ts';
import { clockMoves } from '../../../domain/clocks/clock-moves.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies, ClockPolicy } from '../../../domain/clocks/policy-schema.ts';
import { type ClockScope, isTrigger, scopeOf } from '../../../domain/clocks/triggers.ts';
import type { JournalEntry, ReferralEvent } from '../../../domain/events.ts';
import { ENGINE } from '../../../domain/people.ts';
import { emptyReferral, type Referral } from '../../../domain/referral.ts';
import { type Kind, type LegalInstrument, URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';

const ZONES = { sender: 'UTC', coordinator: 'UTC', recipient: () => 'UTC' };

interface Drive {
  policy: ClockPolicy;
  urgency: Urgency;
  /** The facts under which the terms apply. */
  facts: Partial<Referral['facts']>;
  starts: readonly string[];
  stops: readonly string[];
}

/** Each policy and each of its cases, at each urgency at which a clock runs. */
const DRIVES: Drive[] = defaultPolicies.clocks.flatMap((policy) =>
  [{}, ...(policy.cases ?? []).map(({ when }) => when)].flatMap((when) =>
    URGENCIES.flatMap((urgency): Drive[] => {
      const { kinds, instruments, access }: NonNullable<ClockPolicy['only']> = { ...policy.only, ...when };
      const kind: Kind = kinds?.[0] ?? 'case-referral';
      const legalInstrument: LegalInstrument = instruments?.[0] ?? 'none';
      const facts = { kind, legalInstrument, informationAccess: access ?? 'indirect' } as const;
      const applied = applyPolicy(policy, { urgency, facts: { ...emptyReferral('').facts, ...facts } });
      return applied ? [{ policy, urgency, facts, starts: applied.starts, stops: applied.stops }] : [];
    }),
  ),
);

const only = (policy: ClockPolicy): ClockPolicies => ({ ...defaultPolicies, clocks: [policy] });

/** A referral without clocks, with the recipient r1 and its open question q1. A recipient is sought if r1 did not acknowledge. */
function bare({ policy, urgency, facts }: Drive): Referral {
  const { referral } = RECIPIENT_IN[policy.id === 'find-recipient' ? 'unresponsive' : 'accepted']();
  const asker = { kind: 'recipient', recipientId: 'r1' } as const;
  const question = { id: 'q1', asker, text: 'text', askedAt: referral.submittedAt, state: 'answered' } as const;
  const bare = { ...referral, urgency, facts: { ...referral.facts, ...facts }, clocks: [], questions: [question] };
  if (policy.id !== 'retention-review') return bare;
  const review = { askedAt: referral.submittedAt, dueAt: '2026-07-31T08:00:00.000Z' };
  return { ...bare, status: 'closed', retention: { review } };
}

const ABOUT: Record<ClockScope, object> = {
  referral: {},
  recipient: { recipientId: 'r1' },
  question: { questionId: 'q1' },
  translation: { translationId: 't1', of: { kind: 'sender' } },
};

function entryOf(type: string, at: string): JournalEntry {
  const scope = isTrigger(type) ? scopeOf(type) : 'referral';
  const event = { type, ...ABOUT[scope], asker: { kind: 'recipient', recipientId: 'r1' } } as unknown as ReferralEvent;
  return { seq: 1_000, at, actId: 'act', by: ENGINE, schema: 1, event };
}

/** The moves of the clock of that policy. The event itself is not applied, so that only its clock is looked at. */
function moves(referral: Referral, entry: JournalEntry, policy: ClockPolicy) {
  return clockMoves(referral, entry, referral, only(policy), ZONES);
}

function startedBy(drive: Drive, type: string): Referral {
  const referral = bare(drive);
  const entry = entryOf(type, '2026-06-01T08:00:00.000Z');
  const started = moves(referral, entry, drive.policy);
  expect(started.map((move) => move.type)).toContain('clock-started');
  return started.reduce((all, move) => apply(all, { ...entry, event: move }), referral);
}

test('every clock of the table is driven', () => {
  expect(new Set(DRIVES.map(({ policy }) => policy.id))).toEqual(new Set(defaultPolicies.clocks.map(({ id }) => id)));
});

describe.each(DRIVES.map((drive) => ({ ...drive, name: drive.policy.id })))('$name, $urgency, $facts', (drive) => {
  const { policy, starts, stops } = drive;

  test.each(starts)('starts with %s', (type) => {
    expect(startedBy(drive, type).clocks).toMatchObject([{ name: policy.id, state: { status: 'running' } }]);
  });

  test.each(stops)('is ended in time by %s, and late after its due instant', (type) => {
    const referral = startedBy(drive, starts[0] ?? '');
    const [clock] = referral.clocks;
    const late = new Date(Date.parse(clock?.dueAt ?? '') + 1).toISOString();
    const isSilent = ['duty-lapses', 'tacit-clearance', 'auto-erase'].includes(clock?.onExpiry ?? '');
    for (const [at, isLate] of [
      [clock?.dueAt ?? '', false],
      [late, !isSilent],
    ] as const) {
      const stopped = moves(referral, entryOf(type, at), policy).find((move) => move.type === 'clock-stopped');
      expect(stopped).toMatchObject({ clockId: clock?.id, late: isLate });
    }
  });

  test('expires, and starts again only if it is repeated', () => {
    const referral = startedBy(drive, starts[0] ?? '');
    const [clock] = referral.clocks;
    if (clock === undefined) throw new Error('No clock started.');
    const expired: ReferralEvent = { type: 'clock-expired', clockId: clock.id, action: clock.onExpiry };
    const entry = { ...entryOf('clock-expired', clock.dueAt), event: expired };
    const after = apply(referral, entry);
    expect(after.clocks[0]?.state).toEqual({ status: 'expired', at: clock.dueAt });
    const again = clockMoves(after, entry, after, only(policy), ZONES).filter((move) => move.type === 'clock-started');
    expect(again).toHaveLength(policy.repeats === undefined ? 0 : 1);
  });
});
