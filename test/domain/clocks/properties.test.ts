/** Properties of every clock, for random acts of random actors at random times. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recomputeDue } from '../../../domain/clocks/clock-history.ts';
import type { Warning } from '../../../domain/clocks/counting.ts';
import { clockOfRecipient, isSameSubject } from '../../../domain/clocks/triggers.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import { type Clock, isFinal, isOpen } from '../../../domain/referral.ts';
import { examples } from '../../support/seeds.ts';
import type { History } from './history.ts';
import { bothOrders, lives, onwardRequests } from './random-history.ts';

test('recalculating the due instant gives the recorded one', () => {
  everyClock((clock, { journal }) => expect(recomputeDue(journal, clock.id)).toBe(clock.dueAt));
});

test('a clock is due after it starts, and whatever moves it moves it no nearer', () => {
  everyClock((clock, history) => {
    const dues = eventsOf(clock, history).flatMap(({ event }) =>
      'dueAt' in event && event.dueAt ? [event.dueAt] : [],
    );
    expect(dues[0] && dues[0] > clock.startedAt).toBe(true);
    expect(dues).toEqual([...dues].sort());
  });
});

test('warnings ascend, come before the due instant, and are given twice only where there is more time', () => {
  everyClock((clock, history) => {
    for (const { event } of eventsOf(clock, history)) {
      if (!('warnings' in event)) continue;
      const instants = (event.warnings as Warning[]).map(({ at }) => at);
      expect([...instants, event.dueAt]).toEqual([...new Set([...instants, event.dueAt])].sort());
    }
    let given: number[] = [];
    for (const { event } of eventsOf(clock, history)) {
      if (event.type === 'clock-extended') given = [];
      if (event.type === 'clock-warned') given.push(event.fraction);
      expect(given).toEqual([...new Set(given)].sort());
    }
  });
});

test('a clock has one start and at most one end; what has ended or expired never runs again', () => {
  everyClock((clock, history) => {
    const life = eventsOf(clock, history).map(({ event }) => event.type.replace('clock-', ''));
    expect(life.join(' ')).toMatch(A_LIFE);
  });
});

test('a subject never has two living clocks of one name', () => {
  everyClock((clock, { referral }) => {
    const isLiving = ({ state }: Clock) => state.status !== 'stopped';
    const twins = referral?.clocks.filter(
      (other) => other.name === clock.name && isSameSubject(other.subject, clock.subject) && isLiving(other),
    );
    expect(twins?.length).toBeLessThanOrEqual(1);
  });
});

test('a question pauses and resumes only the clocks of the party that asked it', () => {
  everyLife((history) => {
    const asker = new Map<string, string>();
    history.journal.forEach(({ event }, index) => {
      if (event.type === 'question-asked') {
        const { kind } = event.asker;
        asker.set(event.questionId, kind === 'recipient' ? event.asker.recipientId : 'referral');
      }
      if (!('questionId' in event)) return;
      const moved = followers(history, index).filter(({ type }) => type === 'clock-paused' || type === 'clock-resumed');
      for (const move of moved) expect(ownerOf(move, history)).toBe(asker.get(event.questionId));
    });
  });
});

test('nothing is paused without an open question, and nothing lives on a closed referral', () => {
  everyLife(({ referral }) => {
    const hasOpenQuestion = referral?.questions.some(({ state }) => state === 'open');
    const living = referral?.clocks.filter(({ state }) => state.status !== 'stopped') ?? [];
    if (!hasOpenQuestion) expect(living.filter(({ state }) => state.status === 'paused')).toEqual([]);
    if (referral?.status === 'closed') expect(living).toEqual([]);
  });
});

test('a recipient that waits for consent to refer onward has a clock, which runs or has expired', () => {
  const hasClock = ({ referral }: History) => {
    if (referral === undefined || !isOpen(referral)) return;
    const { recipients, clocks } = referral;
    for (const { id } of recipients.filter((each) => each.onward.state === 'consent-asked' && !isFinal(each))) {
      const clock = clockOfRecipient(clocks, 'consent-onward', id);
      expect(['running', 'expired']).toContain(clock?.state.status);
    }
  };
  everyLife(hasClock);
  fc.assert(fc.property(onwardRequests, hasClock), { numRuns: examples(150) });
});

test('whichever of two recipients acts first at an instant, their clocks come to the same', () => {
  fc.assert(
    fc.property(bothOrders, ([one, other]) => {
      expect(clocksBySubject(one)).toEqual(clocksBySubject(other));
    }),
  );
});

const A_LIFE = /^started( paused( extended)* resumed| extended| warned)*( expired| paused( extended)*)?( stopped)?$/;

function everyLife(check: (history: History) => void): void {
  fc.assert(fc.property(lives, check), { numRuns: examples(150) });
}

function everyClock(check: (clock: Clock, history: History) => void): void {
  everyLife((history) => {
    for (const clock of history.referral?.clocks ?? []) check(clock, history);
  });
}

function eventsOf({ id }: Clock, { journal }: History): JournalEntry[] {
  return journal.filter(({ event }) => event.type.startsWith('clock-') && 'clockId' in event && event.clockId === id);
}

/** The moves that stand behind the entry at `index`, up to the next entry that is none. */
function followers({ journal }: History, index: number): JournalEntry['event'][] {
  const rest = journal.slice(index + 1).map(({ event }) => event);
  const end = rest.findIndex(({ type }) => !type.startsWith('clock-'));
  return end < 0 ? rest : rest.slice(0, end);
}

function ownerOf(move: JournalEntry['event'], { referral }: History): string | undefined {
  const clock = referral?.clocks.find(({ id }) => 'clockId' in move && id === move.clockId);
  return clock?.subject.of === 'recipient' ? clock.subject.recipientId : clock?.subject.of;
}

/** Ids are given in the order of starting, so they are left out; questions are named for who asked them. */
function clocksBySubject({ referral }: History): string[] {
  const nameOf = (subject: Clock['subject']) => {
    if (subject.of !== 'question') return JSON.stringify(subject);
    return JSON.stringify(referral?.questions.find(({ id }) => id === subject.questionId)?.asker);
  };
  const clocks = referral?.clocks ?? [];
  return clocks.map(({ name, subject, dueAt, state }) => `${name} ${nameOf(subject)} ${dueAt} ${state.status}`).sort();
}
