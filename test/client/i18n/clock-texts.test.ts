/** Explanations of deadlines as text, in each language. */

import { describe, expect, test } from 'vitest';
import { clockStanding } from '../../../client/i18n/clock-changes.ts';
import { deadlineText } from '../../../client/i18n/deadline-text.ts';
import { explanationText } from '../../../client/i18n/explanation-text.ts';
import { translatorFor } from '../../../client/i18n/i18n.ts';
import { deadlineOf, type Period } from '../../../domain/clocks/deadline.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';
import { cappedPause, DAY, History, HOUR, officer, partner } from '../../domain/clocks/history.ts';

const recipientId = 'r1';
const text = 't-reason';

/** Acknowledged in March, asked and answered, extended, accepted in May. */
function decided(): History {
  const history = new History({ at: '2026-03-02T10:00:00.000Z' }).sendTo(1);
  history.play(partner(1), { type: 'acknowledge', recipientId }).pass(HOUR);
  history.play(partner(1), { type: 'ask-information', recipientId, text }).pass(2 * DAY + 30 * 60_000);
  history.play(officer, { type: 'answer-information', questionId: 'q1', text }).pass(20 * DAY);
  const estimateAt = '2026-04-20T08:00:00.000Z';
  history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text, estimateAt });
  return history.pass(15 * DAY).play(partner(1), { type: 'accept', recipientId });
}

const explain = (history: History) =>
  explainClock(history.journal, history.clock('decide').id, history.zones, history.policies);

test('an explanation reads from top to bottom, without a word of the case', () => {
  const lines = explanationText(explain(decided())).split('\n');
  expect(lines).toEqual([
    'Decision (c3, r1)',
    '  To be met by: Recipient',
    '  Length: 30 calendar days, to the end of the day in Europe/Helsinki; the first day does not count',
    '  If missed: recorded as a missed deadline',
    expect.stringMatching(/^ {2}Policy: targets-2026-7, target: .*2014\/41\/EU art\. 12\(3\)/),
    '',
    'Events (Europe/Helsinki)',
    '  2026-03-02 12:00:00 +02:00  Started: due 2026-04-01 23:59:59 +03:00; ' +
      'warning at 50% on 2026-03-17 17:29:59 +02:00; warning at 80% on 2026-03-26 20:47:59 +02:00',
    '  2026-03-02 13:00:00 +02:00  Paused: a question is open',
    '  2026-03-04 13:30:00 +02:00  Resumed after 2 d 0 h (2 midnights): due 2026-04-03 23:59:59 +03:00; ' +
      'warning at 50% on 2026-03-19 17:29:59 +02:00; warning at 80% on 2026-03-28 20:47:59 +02:00',
    '  2026-03-19 17:29:59 +02:00  Warned at 50%',
    '  2026-03-24 13:30:00 +02:00  Extended by 30 calendar days; the reason is in the particulars, ' +
      'completion expected on 2026-04-20 11:00:00 +03:00: due 2026-05-03 23:59:59 +03:00; ' +
      'warning at 50% on 2026-04-03 18:29:59 +03:00; warning at 80% on 2026-04-21 21:47:59 +03:00',
    '  2026-03-29 04:00:00 +03:00  Clocks in Europe/Helsinki were set forward by 1 h 0 min',
    '  2026-04-03 18:29:59 +03:00  Warned at 50%',
    '  2026-04-08 14:30:00 +03:00  Ended in time: Accepted',
    '',
    'Its own period: 60 calendar days',
    '  Started on 2026-03-02 12:00:00 +02:00',
    '  2026-03-02 does not count: it is the day of the event',
    '  2026-03-03 does not count: the period is paused when it begins',
    '  2026-03-04 does not count: the period is paused when it begins',
    '  Paused from 2026-03-02 13:00:00 +02:00 to 2026-03-04 13:30:00 +02:00: 2 days do not count',
    '  2026-05-03 is the last day',
    '  2026-03-29 04:00:00 +03:00: Clocks in Europe/Helsinki were set forward by 1 h 0 min',
    '  Ends on 2026-05-03 23:59:59 +03:00: the deadline',
    '',
    'Due',
    '  2026-05-03 23:59:59 +03:00  Europe/Helsinki, time zone of the deadline',
    '  2026-05-03 16:59:59 -04:00  America/New_York, time zone of the sending agency',
    '  2026-05-03 23:59:59 +03:00  Europe/Helsinki, time zone of the recipient',
    '  2026-05-03 20:59:59 +00:00  UTC, coordinated universal time',
    '  Recalculated from start, pauses and extensions: same result.',
  ]);
});

test('an explanation can be read in another zone', () => {
  const explained = explanationText(explain(decided()), 'en', 'Asia/Kathmandu');
  expect(explained).toContain('Events (Asia/Kathmandu)\n  2026-03-02 15:45:00 +05:45  Started');
});

test('a pause that reached the longest time is as long as it counted', () => {
  expect(explanationText(explain(cappedPause()))).toContain(
    'Resumed after 35 h 0 min (1 midnight); its pauses have reached their longest time',
  );
});

test('a recalculation with another result is stated', () => {
  const { due, ...explanation } = explain(decided());
  const damaged = { ...explanation, due: { ...due, recomputedAt: '2026-05-04T20:59:59.999Z' } };
  expect(explanationText(damaged)).toContain('The journal is damaged');
});

test('an explanation says how the deadline stands, by what it ended, and what the rules do if it is missed', () => {
  const history = new History({ urgency: 'urgent' }).sendTo(1);
  const explained = () =>
    explainClock(history.journal, history.clock('acknowledge').id, history.zones, history.policies);
  const setting = { t: translatorFor('en'), at: (instant: string) => instant.slice(11, 16) };
  expect(explanationText(explained())).toContain('If missed: the rules replace the recipient');
  expect(clockStanding(explained(), setting)).toBe('Running');
  history.pass(9 * HOUR);
  expect(clockStanding(explained(), setting)).toBe('Overdue');
  history.play(partner(1), { type: 'acknowledge', recipientId });
  expect(clockStanding(explained(), setting)).toMatch(/^Ended late: Acknowledged, \d\d:\d\d$/);
});

const PERIOD: Period = {
  ...{ from: '2026-04-02T09:00:00.000Z', amount: 1, unit: 'working-days', zone: 'Europe/Berlin' },
  pauses: [],
};

const SENTENCES = {
  en: {
    requested: 'The date that the sender asked for, at the earliest after: 5 calendar days',
    deadline: ['1 working day (Europe/Berlin)', '2026-04-03 does not count: it is a public holiday (Good Friday)'],
    explanation: ['To be met by: Recipient', 'Paused: a question is open', 'modelled on', 'time zone of the recipient'],
  },
  fr: {
    requested: 'La date demandée par l’expéditeur, au plus tôt après : 5 jours',
    deadline: ['1 jour ouvrable (Europe/Berlin)', 'Le 2026-04-03 ne compte pas : c’est un jour férié (Vendredi saint)'],
    explanation: [
      'À respecter par : Destinataire',
      'Suspendu : une question est en cours',
      'inspiré de',
      'fuseau du destinataire',
    ],
  },
  de: {
    requested: 'Vom Absender gewünschter Termin, Mindestdauer: 5 Kalendertage',
    deadline: ['1 Arbeitstag (Europe/Berlin)', '2026-04-03 zählt nicht: Feiertag (Karfreitag)'],
    explanation: [
      'Einzuhalten von: Empfänger',
      'Ausgesetzt: eine Rückfrage ist offen',
      'Vorbild',
      'Zeitzone des Empfängers',
    ],
  },
} as const;

/** French puts a no-break space before a colon. */
const spaced = (shown: string) => shown.replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each(LANGUAGES)('in the language %s', (language) => {
  test('a deadline names each step and each holiday', () => {
    const shown = spaced(deadlineText(deadlineOf(PERIOD, { place: 'DE' }), PERIOD, { language, place: 'DE' }));
    for (const sentence of SENTENCES[language].deadline) expect(shown).toContain(sentence);
  });

  test('an explanation is translated, with the basis of the policy', () => {
    const shown = spaced(explanationText(explain(decided()), language));
    for (const sentence of SENTENCES[language].explanation) expect(shown).toContain(sentence);
  });

  test('an explanation names the date that the sender asked for', () => {
    const history = new History({ at: '2026-03-02T10:00:00.000Z', facts: { answerBy: '2026-03-20T12:00:00.000Z' } });
    history.sendTo(1).play(partner(1), { type: 'acknowledge', recipientId });
    expect(spaced(explanationText(explain(history), language))).toContain(SENTENCES[language].requested);
  });
});
