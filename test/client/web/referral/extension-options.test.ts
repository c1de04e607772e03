/** What the form of an extension offers: only the reasons that a deadline accepts, and each deadline names its own. */

import { expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { acceptedReasons, extensionHint } from '../../../../client/web/referral/extension-options.ts';
import type { Clock } from '../../../../domain/referral.ts';
import { EXTENSION_REASONS, type ExtensionReason } from '../../../../domain/vocabulary.ts';
import { LANGUAGES } from '../../../../domain/words/languages.ts';

function clock(reasons?: ExtensionReason[]): Pick<Clock, 'extension' | 'unit'> {
  return {
    unit: 'calendar-days',
    extension: { max: 30, count: 1, reasonRequired: true, ...(reasons && { reasons }) },
  };
}

test('the reasons of every deadline are offered, and no others', () => {
  expect(acceptedReasons([clock(['judicial-authorisation'])])).toEqual(['judicial-authorisation']);
  expect(acceptedReasons([clock(['third-party']), clock(['judicial-authorisation'])])).toEqual([
    ...['judicial-authorisation', 'third-party'],
  ]);
  expect(acceptedReasons([clock(['third-party']), clock()])).toEqual([...EXTENSION_REASONS]);
});

const HINTS = {
  en: 'at most 30 calendar days; only for: Judicial authorisation is needed',
  fr: 'au plus 30 jours calendaires ; uniquement pour : Une autorisation judiciaire est nécessaire',
  de: 'höchstens 30 Kalendertage; nur aus diesem Grund: Eine Genehmigung durch eine Justizbehörde ist erforderlich',
};

test.each(LANGUAGES)('a deadline names the reasons that it accepts, in %s', (language) => {
  const hint = extensionHint(clock(['judicial-authorisation']), translatorFor(language));
  expect(hint.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(HINTS[language]);
});
