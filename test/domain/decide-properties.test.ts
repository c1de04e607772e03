/** Properties of every decision, for random acts of random actors at random times. */

import { expect, test } from 'vitest';
import type { Act } from '../../domain/acts.ts';
import { decide, permittedRows } from '../../domain/decide.ts';
import { ONWARD_LIMIT } from '../../domain/decisions/onward.ts';
import type { EventOf, EventType, ReferralEvent } from '../../domain/events.ts';
import { LIFECYCLE, STATUS_AFTER } from '../../domain/lifecycle.ts';
import { lacksRecipient } from '../../domain/recipient-search.ts';
import { isFinal, mayStillSucceed, type Recipient, type Referral } from '../../domain/referral.ts';
import type { Case, PerformedAct } from '../support/case.ts';
import { SENDER } from '../support/factories.ts';
import { forRandomCases, sampleCases } from '../support/random-cases.ts';
import { rareCases } from '../support/rare-cases.ts';

const everyAct = (check: (taken: PerformedAct, it: Case) => void) =>
  forRandomCases((it) => {
    for (const taken of it.performed) check(taken, it);
  });

test('every event of a decision is listed in the row of the act, and there is at least one', () => {
  everyAct(({ before, act, actor, events }) => {
    const listed = permittedRows(before, act, actor).flatMap((row) => row.events);
    expect(events).not.toEqual([]);
    for (const { type } of events) expect(listed, act.type).toContain(type);
  });
});

test('every event of the table happens in at least one random referral', () => {
  // The same cases in each run, since a rare event is no fault.
  const happened = [...rareCases(), ...sampleCases()].flatMap(({ performed: taken }) =>
    taken.flatMap(({ events }) => events.map(({ type }) => type)),
  );
  // The built-in policies end a question before pauses reach their longest time.
  const seen = new Set<EventType>(['submitted', 'clock-resumed', ...happened]);
  const listed = new Set(LIFECYCLE.flatMap((row) => row.events));
  expect([...listed].filter((type) => !seen.has(type))).toEqual([]);
});

test('statuses move only as the table says, from where it says', () => {
  everyAct(({ before, act, actor, events, after }) => {
    expect(permittedRows(before, act, actor).flatMap((row) => row.from)).toContain(before.status);
    const reachable = events.flatMap((event) => referralStatusAfter(event));
    const restored = act.type === 'take-back' ? before.undo?.before : undefined;
    expect([restored?.status ?? before.status, ...reachable]).toContain(after.status);
    for (const recipient of after.recipients) {
      const reached = events.filter((event) => isAbout(event, recipient)).map((event) => recipientStatusAfter(event));
      const unchanged = statusIn({ ...before, ...restored }, recipient);
      expect(reached.at(-1) ?? unchanged).toBe(recipient.status);
    }
  });
});

test('a recipient never leaves a final status, unless it referred onward and is recalled, or the recall is taken back', () => {
  everyAct(({ before, act, after }) => {
    if (act.type === 'take-back' && act.act === 'mark-duplicate') return;
    for (const recipient of before.recipients.filter(isFinal)) {
      const isRecalled = recipient.status === 'referred-onward' && statusIn(after, recipient) === 'recalled';
      if (!isRecalled) expect(statusIn(after, recipient)).toBe(recipient.status);
    }
  });
});

const OF_CLOSED: Act['type'][] = ['reopen', 'take-back', 'add-note', 'confirm-recall', 'settle-letters'];
const OF_RETENTION: Act['type'][] = [
  ...(['erase', 'order-erasure', 'retain'] as const),
  ...(['ask-retention-review', 'place-legal-hold', 'lift-legal-hold'] as const),
];

test('a closed referral accepts only reopening, taking back, notes, retention, confirmed recalls and settled letters', () => {
  everyAct(({ before, act }) => {
    if (before.status === 'closed') expect([...OF_CLOSED, ...OF_RETENTION]).toContain(act.type);
    if (before.status === 'erased') expect(['settle-letters', 'confirm-erasure']).toContain(act.type);
  });
});

test('no recipient has it while it is held, closing or closed; while it is referred, one has it or will', () => {
  forRandomCases(({ performed: taken }) => {
    for (const { status, recipients, unrouted, round } of taken.map(({ after }) => after)) {
      const live = recipients.filter((recipient) => !isFinal(recipient));
      if (['held', 'closure-proposed', 'closed', 'erased'].includes(status)) expect(live).toEqual([]);
      if (status !== 'referred') continue;
      const successes = recipients.filter((each) => each.status === 'outcome-reported' && each.round === round);
      const due = recipients.filter(({ replacement }) => replacement.state === 'due');
      expect([...live, ...successes, ...due, ...unrouted]).not.toEqual([]);
    }
  });
});

test('while the coordinating agency must find a recipient, it has a deadline; while nobody else is asked, it must', () => {
  everyAct(({ after }) => {
    const { status, recipients, clocks, unrouted } = after;
    if (status !== 'held' && status !== 'referred') return;
    const searches = clocks.filter(({ name, state }) => name === 'find-recipient' && state.status !== 'stopped');
    expect(searches).toHaveLength(lacksRecipient(after) ? 1 : 0);
    const isAsked = recipients.some((each) => mayStillSucceed(each, after) && isAwaited(each));
    if (!isAsked && unrouted.length === 0) expect(searches).toMatchObject([{ debtor: 'coordinator' }]);
  });
});

/** Whether it has not given up yet, or is about to be replaced. */
function isAwaited({ status, replacement }: Recipient): boolean {
  return status !== 'unresponsive' || replacement.state === 'due';
}

test('a hop is added by onward referral only, never too many, and never back', () => {
  forRandomCases(({ referral: { recipients } }) => {
    for (const recipient of recipients) {
      const parent = recipients.find(({ id }) => id === recipient.parentId);
      const added = recipient.opened === 'onward' ? 1 : 0;
      expect(recipient.hop).toBe((parent?.hop ?? 0) + added);
      expect(recipient.hop).toBeLessThanOrEqual(ONWARD_LIMIT);
      expect(recipient.agencyId).not.toBe(SENDER);
      if (recipient.opened === 'onward')
        expect(agenciesBefore(recipient, recipients)).not.toContain(recipient.agencyId);
    }
  });
});

test('no contact point has the referral twice', () => {
  everyAct(({ after }) => {
    const points = after.recipients.filter((each) => !isFinal(each)).map(({ contactPointId }) => contactPointId);
    expect(points).toEqual([...new Set(points)]);
  });
});

test('no person approves their own proposal or grants their own request', () => {
  everyAct(({ before, act, actor }, { journal }) => {
    const isGrant =
      act.type === 'withdraw' && before.withdrawal.state === 'asked' && WITH_SOMEBODY.includes(before.status);
    if (act.type !== 'approve-closure' && !isGrant) return;
    const asked = act.type === 'withdraw' ? 'withdrawal-requested' : 'closure-proposed';
    const last = journal.findLast(({ seq, event }) => seq <= before.seq && event.type === asked);
    if (last?.by.kind === 'person' && actor.kind === 'person') expect(actor.personId).not.toBe(last.by.personId);
  });
});

test('reopening keeps all data and counts the rounds', () => {
  forRandomCases(({ performed: taken, journal, referral }) => {
    expect(referral.round).toBe(1 + journal.filter(({ event }) => event.type === 'reopened').length);
    for (const { act, before, after } of taken) {
      if (act.type !== 'reopen') continue;
      const { recipients, questions, particulars, facts, links, handlers } = after;
      const kept = { recipients, questions, particulars, facts, links, handlers };
      expect(before).toMatchObject(kept);
    }
  });
});

test('the same decision gives the same events', () => {
  everyAct(({ before, act, actor, events }, { journal }) => {
    const at = journal.find(({ seq }) => seq === before.seq + 1)?.at ?? '';
    expect(decide(before, act, actor, at)).toStrictEqual(events);
  });
});

/** From these on the sender does not withdraw alone. */
const WITH_SOMEBODY: Referral['status'][] = ['referred', 'held', 'closure-proposed'];

function referralStatusAfter({ type }: ReferralEvent) {
  const after = STATUS_AFTER[type];
  return after && 'referral' in after ? [after.referral] : [];
}

function recipientStatusAfter({ type }: ReferralEvent) {
  const after = STATUS_AFTER[type];
  return after && 'recipient' in after ? after.recipient : undefined;
}

/** Events that move a status of this recipient. */
function isAbout(event: ReferralEvent, { id }: Recipient): event is EventOf<'acknowledged'> {
  return 'recipientId' in event && event.recipientId === id && recipientStatusAfter(event) !== undefined;
}

function statusIn({ recipients }: Referral, { id }: Recipient) {
  return recipients.find((recipient) => recipient.id === id)?.status;
}

function agenciesBefore({ parentId }: Recipient, recipients: readonly Recipient[]): string[] {
  const parent = recipients.find(({ id }) => id === parentId);
  return parent ? [parent.agencyId, ...agenciesBefore(parent, recipients)] : [];
}
