/** The engine's duties end: it waits or completes, and no duty repeats without a change. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDuty } from '../../domain/duty.ts';
import { isOpen, type Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Case } from '../support/case.ts';
import { randomCases } from '../support/random-cases.ts';
import { examples } from '../support/seeds.ts';

/** `settle` gives up on an engine that is never done. */
const everyLife = (check: (it: Case) => void) => fc.assert(fc.property(randomCases, check), { numRuns: examples(60) });

test('after the present duties, the engine waits or ends', () => {
  everyLife((it) => {
    it.mail = 'arrives';
    it.settle();
    const duty = nextDuty(it.referral, it.now);
    expect(duty.type).toBe(isOpen(it.referral) ? 'wait' : 'end');
    if (duty.type === 'wait') expect(duty.unsent).toBe(false);
  });
});

test('no duty is due a second time unless the referral changed', () => {
  everyLife((it) => {
    it.mail = 'arrives';
    const owed = it.settle().map((duty) => JSON.stringify(duty));
    for (const [index, duty] of owed.entries()) {
      if (duty.includes('warn-clock') || duty.includes('"wait"')) continue;
      expect(owed.indexOf(duty), duty).toBe(index);
    }
  });
});

test('one timer: it waits for the first instant of any clock or replacement, which is never in the past', () => {
  everyLife((it) => {
    it.settle();
    const duty = nextDuty(it.referral, it.now);
    if (duty.type !== 'wait') return;
    const until = isOpen(it.referral) ? instantsOf(it.referral).sort()[0] : undefined;
    expect(duty.until).toBe(until);
    if (until !== undefined) expect(until > it.now).toBe(true);
  });
});

test('after two years without acts, only the search for a recipient continues, and every letter is sent', () => {
  everyLife((it) => {
    it.mail = 'arrives';
    it.pass(2 * 365 * 24);
    it.settle();
    const running = it.referral.clocks.filter(({ state }) => state.status === 'running');
    expect(running.filter(({ name }) => name !== 'find-recipient')).toEqual([]);
    expect(it.referral.unsentLetters).toEqual([]);
    expect(it.referral.recipients.filter(({ status }) => status === 'sent' || status === 'delivered')).toEqual([]);
  });
});

function instantsOf(referral: Referral): Instant[] {
  const clocks = referral.clocks
    .filter(({ state }) => state.status === 'running')
    .map(({ warnings: [warning], dueAt }) => warning?.at ?? dueAt);
  const isRouted = referral.status === 'referred' || referral.status === 'held';
  const replacements = referral.recipients.flatMap(({ replacement }) =>
    isRouted && replacement.state === 'due' ? [replacement.at] : [],
  );
  return [...clocks, ...replacements];
}
