/** Folding a journal: any journal folds without error, and as a whole gives the same as step by step. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, fold } from '../../domain/apply.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { frozen } from '../support/case.ts';
import { forRandomCases, randomCases } from '../support/random-cases.ts';
import { examples } from '../support/seeds.ts';

const numRuns = examples(60);

test('the fold of the journal is the referral that the acts made, step by step', () => {
  forRandomCases(({ journal, referral }) => {
    expect(fold(referral.id, journal)).toStrictEqual(referral);
  });
});

test('a journal that was written down and read again gives the same referral', () => {
  forRandomCases(({ journal, referral }) => {
    const read: JournalEntry[] = JSON.parse(JSON.stringify(journal));
    expect(fold(referral.id, read)).toStrictEqual(referral);
  });
});

test('entries of the journal are numbered from 1 without gaps, and the referral knows the last', () => {
  forRandomCases(({ journal, referral }) => {
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
    expect(referral.seq).toBe(journal.length);
  });
});

/** Entries of several lives in any order: most speak of recipients, questions and clocks that are not there. */
const jumbles = fc
  .tuple(randomCases, randomCases)
  .chain(([one, other]) => fc.shuffledSubarray([...one.journal, ...other.journal], { minLength: 1 }));

test('it never fails for any order of entries or unknown id, and does not change its input', () => {
  fc.assert(
    fc.property(jumbles, (entries) => {
      const referral = fold('referral-1', frozen(entries));
      expect(REFERRAL_STATUSES).toContain(referral?.status);
    }),
    { numRuns },
  );
});

test('an entry changes only the parts that it is about: the others stay the same objects', () => {
  forRandomCases(({ journal, referral: { id } }) => {
    for (const [index, entry] of journal.entries()) {
      const { event } = entry;
      const before = fold(id, journal.slice(0, index));
      if (before === undefined || !('clockId' in event) || !event.type.startsWith('clock-')) continue;
      const after = apply(before, entry);
      const changed = after.clocks.filter((clock, at) => clock !== before.clocks[at]);
      expect(changed.map((clock) => clock.id)).toEqual([event.clockId]);
      expect(after.recipients).toBe(before.recipients);
    }
  }, 10);
});
