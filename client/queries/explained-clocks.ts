/** The clocks of a referral, each with the explanation of its due instant. */

import type { z } from 'zod';
import { basisIn } from '../../domain/clocks/clock-policy.ts';
import { type Explanation, explainClock } from '../../domain/clocks/explanation.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import type { Language } from '../../domain/words/languages.ts';
import { policiesInForce } from '../../prisma/store/clock-policies.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import type { clocksAnswer } from '../contract/answers/clock.ts';
import { explanationText } from '../i18n/explanation-text.ts';
import type { View } from './read.ts';

/** The clocks of a referral as the API shows them; `view` is the result of `openReader().status` for the viewer. Texts are in `language`. */
export async function explainedClocks(
  { db, policies }: { db: Database; policies: ClockPolicies },
  { referral, journal }: Pick<View, 'referral' | 'journal'>,
  language: Language,
): Promise<z.input<typeof clocksAnswer>> {
  const zones = zonesOf(await readDirectory(db), referral);
  const inForce = await policiesInForce(db, policies);
  const clocks = referral.clocks.map((clock) => {
    const explanation = explainClock(journal, clock.id, zones, inForce);
    const { lines, due, computation } = explanation;
    const basis = explanation.basis ? basisOf(explanation.basis, language) : null;
    return {
      clock,
      basis,
      lines,
      due,
      ...(computation && { computation }),
      text: explanationText(explanation, language),
    };
  });
  return { reference: referral.reference, clocks };
}

function basisOf({ level, text, source }: NonNullable<Explanation['basis']>, language: Language) {
  return { level, text: basisIn({ text }, language), ...(source && { source }) };
}
