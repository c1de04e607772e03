/** German requests: the imperative of each task, with the due time inside. `clockTask` has only infinitives. */

import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import type { Phrases } from '../letter-texts.ts';

const IMPERATIVES: Record<ClockName, (by: string) => string> = {
  triage: (by) => `schließen Sie${by} die Triage ab`,
  acknowledge: (by) => `bestätigen Sie${by} den Eingang der Übermittlung`,
  decide: (by) => `nehmen Sie${by} die Übermittlung an oder lehnen Sie sie ab`,
  outcome: (by) => `melden Sie${by} ein Ergebnis`,
  measure: (by) => `führen Sie${by} die Maßnahme durch und melden Sie das Endergebnis`,
  clarification: (by) => `beantworten Sie${by} die Rückfrage`,
  'consent-onward': (by) => `stimmen Sie${by} der Weiterleitung zu oder lehnen Sie sie ab`,
  'first-answer': (by) => `geben Sie${by} eine erste Antwort`,
  removal: (by) => `lassen Sie${by} die Inhalte entfernen und melden Sie es`,
  'find-recipient': (by) => `finden Sie${by} einen Empfänger`,
  'written-confirmation': (by) => `bestätigen Sie${by} das mündliche Ersuchen schriftlich`,
  translation: (by) => `liefern Sie${by} die Übersetzung`,
  'retention-review': (by) => `entscheiden Sie${by}, ob die Übermittlung aufbewahrt oder gelöscht wird`,
  preservation: (by) => `bestätigen Sie${by} das Ersuchen um Herausgabe der gesicherten Daten`,
  'closure-approval': (by) => `genehmigen Sie${by} den Abschluss oder geben Sie ihn zurück`,
};

/** `bestätigen Sie bis 25. Nov. den Eingang`, to follow "Bitte". */
export function imperative({ facts, by }: Phrases): string {
  return facts.clock ? IMPERATIVES[facts.clock.name](by) : 'bearbeiten Sie die Übermittlung';
}
