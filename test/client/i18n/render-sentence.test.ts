/** One timeline in three languages: the same instants, with names for people and codes for programs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderWithCodes, renderWithNames } from '../../../client/i18n/render-sentence.ts';
import { timelineOf } from '../../../client/queries/timeline.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';
import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import { desk, History, HOUR, officer, partner } from '../../domain/clocks/history.ts';
import { lives } from '../../domain/clocks/random-history.ts';

const known: Record<string, string> = { r1: 'Alder Desk', 'fi-point': 'Alder Desk', 'us-beryl': 'Beryl Line' };
const nameOf = (id: string) => known[id] ?? id;
const names = { agency: nameOf, person: nameOf, point: nameOf, recipient: nameOf, referral: nameOf };

const history = new History({ urgency: 'urgent' }).sendTo(1);
history.pass(5 * HOUR);
history.play(partner(1), { type: 'ask-information', recipientId: 'r1', text: 'text-1' });
history.play(officer, { type: 'answer-information', questionId: 'q1', text: 'text-2' });
history.play(partner(1), { type: 'acknowledge', recipientId: 'r1' });
history.play(partner(1), { type: 'extend', recipientId: 'r1', clock: 'decide', amount: 1, text: 'text-3' });
history.play(partner(1), { type: 'decline', recipientId: 'r1', ground: 'no-jurisdiction' });
history.play(desk, { type: 'take' });
const letter: OutboxLetter = {
  ...{ letterId: 'l1', letter: 'reminder', referralId: 'x', seq: 99, status: 'waiting', code: null },
  addressee: { kind: 'point', contactPointId: 'fi-point', line: 'duty' },
  decidedAt: '2030-03-02T10:00:00.000Z',
  settledAt: null,
};
const timeline = timelineOf(history.journal, [letter]);

test.each(LANGUAGES)('the timeline of a referral in %s', async (language) => {
  const text = timeline.map(({ said }) => renderWithNames(said, language, names)).join('\n');
  await expect(`${text}\n`).toMatchFileSnapshot(`./timelines/${language}.txt`);
});

describe('any referral', () => {
  test('is rendered in every language without an empty placeholder, a key or a code', () => {
    fc.assert(
      fc.property(lives, ({ journal }) => {
        for (const language of LANGUAGES) {
          for (const { said } of timelineOf(journal, [])) {
            const text = renderWithNames(said, language, names);
            expect(text).not.toMatch(/\{\{|\}\}|timeline:|codes:|undefined|^\s*$/);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has the same placeholders in every language', () => {
    for (const { said } of timeline) {
      const marked = { ...names, recipient: (id: string) => `<${id}>`, agency: (id: string) => `<${id}>` };
      const marks = LANGUAGES.map((language) =>
        renderWithNames(said, language, marked)
          .match(/<[^>]+>/g)
          ?.sort(),
      );
      expect(marks[1]).toEqual(marks[0]);
      expect(marks[2]).toEqual(marks[0]);
    }
  });
});

test('programs get codes and ids', () => {
  const text = timeline.map(({ said }) => renderWithCodes(said));
  expect(text).toContain('r1 declined: no-jurisdiction');
  expect(text).toContain('notification "reminder" to fi-point (on-call officer) queued');
});
