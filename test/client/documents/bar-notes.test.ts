/** The lines at a bar that explain its due instant, for a deadline that was paused and extended across a change of the clocks. */

import { expect, test } from 'vitest';
import { barTexts } from '../../../client/documents/bar-texts.ts';
import { formatInstant } from '../../../client/i18n/dates.ts';
import { translatorFor } from '../../../client/i18n/i18n.ts';
import { nameLookup } from '../../../client/queries/names.ts';
import { type Bar, barOf } from '../../../client/queries/sla-bar.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { closedRanges } from '../../../domain/clocks/closed-days.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { DAY, type History, officer, partner, sent } from '../../domain/clocks/history.ts';
import { DIRECTORY } from '../../support/factories.ts';

const R1 = { recipientId: 'r1' } as const;

/** Thirty days to decide from 2 March: a question of two days, and five days more because a judge must agree. */
function pausedAndExtended(): History {
  const history = sent({ at: '2026-03-02T10:00:00.000Z' }).play(partner(1), { type: 'acknowledge', ...R1 });
  history.pass(8 * DAY).play(partner(1), { type: 'ask-information', ...R1, text: 't' });
  history.pass(2 * DAY).play(officer, { type: 'answer-information', questionId: 'q1', text: 't' });
  const extend = { type: 'extend', ...R1, clock: 'decide', amount: 5, reason: 'judicial-authorisation' } as const;
  history.play(partner(1), { ...extend, estimateAt: '2026-04-07T08:00:00.000Z', text: 't' });
  return history.pass(DAY);
}

/** Without the spaces that no line breaks at. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

function textsIn(language: Language): { notes: string[]; sentence: string } {
  const history = pausedAndExtended();
  const { journal, zones, policies, now, referral } = history;
  const clock = history.clock('decide');
  const explanation = explainClock(journal, clock.id, zones, policies);
  const place = { zone: 'Europe/Helsinki', country: 'FI', closedDays: [] };
  const closed = closedRanges(clock.startedAt, '2026-04-30T00:00:00.000Z', place, language);
  const bar: Bar = { ...barOf(clock, explanation, now), agencyId: 'fi-agency', closed, entries: [], explanation };
  const names = nameLookup({ directory: DIRECTORY, people: [] }, referral);
  const write = (at: string) => formatInstant(at, language, 'UTC');
  const { notes, sentence } = barTexts(bar, { t: translatorFor(language), language, names, now, write });
  return { notes: notes.map(plain), sentence: plain(sentence) };
}

test.each<[Language, string[]]>([
  [
    'en',
    [
      'Due 8 Apr 2026, 23:59 EEST (Europe/Helsinki: time zone of the deadline, time zone of the recipient); 8 Apr 2026, 16:59 GMT-4 (America/New_York: time zone of the sending agency)',
      'Paused from 10 Mar 2026, 10:00 UTC to 12 Mar 2026, 10:00 UTC: a question is open',
      '12 Mar 2026, 10:00 UTC: Extended by 5 calendar days (Judicial authorisation is needed); the reason is in the particulars, completion expected on 7 Apr 2026, 08:00 UTC',
      '29 Mar 2026, 01:00 UTC: Clocks in Europe/Helsinki were set forward by 1 h 0 min',
      'Closed days: 3 Apr 2026 (Good Friday); 5 Apr 2026 (Easter Sunday); 6 Apr 2026 (Easter Monday)',
      `Policy: ${defaultPolicies.version}`,
    ],
  ],
  [
    'fr',
    [
      'Échéance 8 avr. 2026, 23:59 UTC+3 (Europe/Helsinki : fuseau du délai, fuseau du destinataire) ; 8 avr. 2026, 16:59 UTC−4 (America/New_York : fuseau du service expéditeur)',
      'Suspendu du 10 mars 2026, 10:00 UTC au 12 mars 2026, 10:00 UTC : une question est en cours',
      '12 mars 2026, 10:00 UTC : Prolongé de 5 jours calendaires (Une autorisation judiciaire est nécessaire) ; le motif figure dans les données de l’affaire, achèvement prévu le 7 avr. 2026, 08:00 UTC',
      '29 mars 2026, 01:00 UTC : L’heure légale d’Europe/Helsinki a été avancée de 1 h 0 min',
      'Jours de fermeture : 3 avr. 2026 (Vendredi saint) ; 5 avr. 2026 (Pâques) ; 6 avr. 2026 (Lundi de Pâques)',
      `Règle : ${defaultPolicies.version}`,
    ],
  ],
  [
    'de',
    [
      'Fällig 8. Apr. 2026, 23:59 OESZ (Europe/Helsinki: Zeitzone der Frist, Zeitzone des Empfängers); 8. Apr. 2026, 16:59 GMT-4 (America/New_York: Zeitzone der absendenden Behörde)',
      'Ausgesetzt vom 10. März 2026, 10:00 UTC bis zum 12. März 2026, 10:00 UTC: eine Rückfrage ist offen',
      '12. März 2026, 10:00 UTC: Verlängert um 5 Kalendertage (Eine Genehmigung durch eine Justizbehörde ist erforderlich); die Begründung steht in den Angaben zum Fall, voraussichtlicher Abschluss am 7. Apr. 2026, 08:00 UTC',
      '29. März 2026, 01:00 UTC: Die Uhren in Europe/Helsinki wurden um 1 Std. 0 Min. vorgestellt',
      'Schließtage: 3. Apr. 2026 (Karfreitag); 5. Apr. 2026 (Ostersonntag); 6. Apr. 2026 (Ostermontag)',
      `Fassung der Fristregeln: ${defaultPolicies.version}`,
    ],
  ],
])('a bar names zones, pause, extension, clock change, holidays and policy in %s', (language, expected) => {
  const { notes, sentence } = textsIn(language);
  expect(notes).toEqual(expected);
  for (const note of notes) expect(sentence).toContain(note);
});
