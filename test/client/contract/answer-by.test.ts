/** The date that a sender asks for reaches a deadline, whichever way the referral came in. */

import { expect, test } from 'vitest';
import { parse } from '../../../client/contract/parse.ts';
import { parseMapped } from '../../../client/contract/parse-mapped.ts';
import { submission } from '../../../client/contract/submission.ts';
import { fieldsOfSubmission } from '../../../client/web/intake/draft-content.ts';
import { readSubmission } from '../../../client/web/intake/read-submission.ts';
import { parseMapping } from '../../../domain/exchange/mapping/mapping-file.ts';
import { factsOf, type Submission } from '../../../domain/submission.ts';
import { partner, sent } from '../../domain/clocks/history.ts';
import { aSubmission } from '../../support/factories.ts';

const ANSWER_BY = '2026-03-20T12:00:00.000Z';
const recipientId = 'r1';

const WAYS: readonly (readonly [string, () => Submission | undefined])[] = [
  ['the API and JSON files', () => parse(submission, { ...aSubmission(), answerBy: '2026-03-20T14:00:00+02:00' })],
  [
    'a file with a mapping',
    () => {
      const mapping = parseMapping({
        ...{ mapping: 1, name: 'test', input: 'json' },
        fields: {
          kind: { constant: 'case-referral' },
          crimeAreas: { constant: 'other' },
          summary: { from: 'text' },
          answerBy: { from: 'needed' },
        },
      });
      const file = new TextEncoder().encode(JSON.stringify({ text: 'An account.', needed: ANSWER_BY }));
      return parseMapped(mapping, file)[0]?.read().submission;
    },
  ],
  [
    'the form',
    () => {
      const fields = { ...fieldsOfSubmission(aSubmission()), answerBy: ['2026-03-20T14:00'] };
      return readSubmission({ fields, language: 'en', zone: 'Europe/Helsinki' }).submission;
    },
  ],
];

test.each(WAYS)('through %s', (_, read) => {
  const received = read();
  expect(received?.answerBy).toBe(ANSWER_BY);
  const { answerBy } = received ? factsOf(received) : {};
  const history = sent({ at: '2026-03-02T10:00:00.000Z', facts: { ...(answerBy && { answerBy }) } });
  history.play(partner(1), { type: 'acknowledge', recipientId });
  expect(history.clock('decide').dueAt).toBe(ANSWER_BY);
});
