/** German: what to enter in the forms of acts. */

import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../texts.ts';

export const errors: Texts<typeof english> = {
  reason: 'Geben Sie eine Begründung an',
  note: 'Geben Sie eine Anmerkung ein',
  'own-reference': 'Geben Sie das Aktenzeichen Ihrer Behörde für diesen Fall ein',
  other: 'Geben Sie das Aktenzeichen der anderen Übermittlung ein, zum Beispiel XR-2026-000123',
  point: 'Wählen Sie eine Kontaktstelle',
  colleague: 'Wählen Sie eine Person Ihrer Behörde',
  act: 'Wählen Sie, was zurückgenommen werden soll',
  question: 'Geben Sie die Rückfrage ein',
  answer: 'Geben Sie die Antwort ein',
  translator: 'Wählen Sie, wer übersetzen muss',
  language: 'Wählen Sie eine Sprache',
  translation: 'Geben Sie die Übersetzung ein',
  'requested-by': 'Geben Sie an, wer ersucht hat',
  'requested-of': 'Geben Sie an, wer ersucht wurde',
  requested: 'Geben Sie an, worum ersucht wurde',
  confirmation: 'Geben Sie das Ersuchen schriftlich ein',
  preserved: 'Geben Sie an, welche Daten gesichert sind und wo',
  production: 'Geben Sie Datum und Nummer des Herausgabeersuchens an',
  ground: 'Wählen Sie einen Grund',
  urgency: 'Wählen Sie die Dringlichkeit',
  country: 'Wählen Sie ein Land',
  deadline: 'Wählen Sie eine Frist',
  amount: 'Geben Sie eine ganze Zahl ab 1 ein',
  moment: 'Geben Sie Datum und Uhrzeit ein, zum Beispiel 2026-11-24T14:00',
  outcome: 'Wählen Sie ein Ergebnis',
  link: 'Wählen Sie, wie die Übermittlungen zusammenhängen',
};
