/** Each viewer's entries are numbered from 1 without gaps, and a number never changes. */

import { expect, test } from 'vitest';
import { apply } from '../../domain/apply.ts';
import { disclose } from '../../domain/disclosure.ts';
import { entryNumbers, hasNumber } from '../../domain/entry-numbers.ts';
import type { JournalEntry, ReferralEvent } from '../../domain/events.ts';
import { type Person, relationsOf } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { Case } from '../support/case.ts';
import { aReferredCase, RECIPIENT_IN } from '../support/cases-by-status.ts';
import { CAST, officerAt } from '../support/factories.ts';

const VIEWERS: Person[] = [CAST.sender, CAST.coordinator, officerAt('fi-1'), officerAt('nl-1')];

/** After each entry of the journal: the entries that the viewer sees, each with its number. */
function numbersOverTime(journal: readonly JournalEntry[], viewer: Person): [seq: number, number: number][][] {
  let referral: Referral | undefined;
  return journal.flatMap((entry, index) => {
    referral = apply(referral, entry, 'x');
    if (relationsOf(viewer.agencyId, referral).includes('none')) return [];
    const entries = journal.slice(0, index + 1);
    const disclosure = disclose(referral, viewer);
    const { numberOf } = entryNumbers(entries, disclosure);
    const numbered = entries.filter((each) => hasNumber(each, disclosure));
    return [numbered.map(({ seq }): [number, number] => [seq, numberOf(seq)])];
  });
}

test.each(VIEWERS)('the entries of $agencyId are counted without gaps, and keep their numbers', (viewer) => {
  for (const { journal } of [aReferredCase(), RECIPIENT_IN['outcome-reported'](), RECIPIENT_IN['referred-onward']()]) {
    let earlier: (readonly [number, number])[] = [];
    for (const numbered of numbersOverTime(journal, viewer)) {
      expect(numbered.map(([, number]) => number)).toEqual(numbered.map((_, index) => index + 1));
      expect(numbered.slice(0, earlier.length)).toEqual(earlier);
      earlier = numbered;
    }
  }
});

test('an entry about a case of another agency changes no number of the sender', () => {
  const { journal } = new Case();
  const [submitted, ...rest] = journal;
  if (submitted === undefined) throw new Error('The case has no entries.');
  const found: ReferralEvent = { type: 'possible-duplicate-found', referralIds: ['another'] };
  const victim: ReferralEvent = { type: 'linked', otherId: 'another', kind: 'same-victim' };
  const hidden = [found, victim].map((event, index) => ({ ...submitted, seq: 2 + index, event }));
  const longer = [submitted, ...hidden, ...rest.map((each) => ({ ...each, seq: each.seq + 2 }))];
  const shown = (entries: readonly JournalEntry[]) => {
    const state = entries.reduce<Referral | undefined>((state, entry) => apply(state, entry), undefined);
    if (state === undefined) throw new Error('The case has no state.');
    const disclosure = disclose(state, CAST.sender);
    const { numberOf } = entryNumbers(entries, disclosure);
    const numbered = entries.filter((entry) => hasNumber(entry, disclosure));
    return { entries: numbered.map(({ seq, event }) => [numberOf(seq), event.type]), links: disclosure.referral.links };
  };
  expect(shown(longer)).toEqual(shown(journal));
});

test('numbers and places are each other’s inverse, and a hidden entry has the number before it', () => {
  const { referral, journal } = aReferredCase();
  const disclosure = disclose(referral, officerAt('fi-1'));
  const { numberOf, seqOf } = entryNumbers(journal, disclosure);
  const visible = journal.filter((entry) => hasNumber(entry, disclosure)).map(({ seq }) => seq);
  expect(visible.map((seq) => seqOf(numberOf(seq)))).toEqual(visible);
  for (const { seq } of journal) {
    expect(numberOf(seq)).toBe(visible.filter((each) => each <= seq).length);
  }
  expect([numberOf(0), seqOf(0), seqOf(10_000)]).toEqual([0, 0, visible.at(-1)]);
});
