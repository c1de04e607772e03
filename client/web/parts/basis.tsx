/** The basis of a clock policy in the reader's language, or marked as the language of a policy file that has only one. */

import { basisIn } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicy } from '../../../domain/clocks/policy-schema.ts';
import { typeset } from '../../../domain/words/typography.ts';
import { useViewer } from '../viewer.ts';

/** The legal basis of a clock policy. */
export function Basis({ basis }: { basis: Pick<ClockPolicy['basis'], 'text'> }) {
  const { language } = useViewer();
  const text = basisIn(basis, language);
  // Policy files with a single text are written by operators, in English by default.
  return typeof basis.text === 'string' ? <span lang="en">{text}</span> : <span>{typeset(text, language)}</span>;
}
