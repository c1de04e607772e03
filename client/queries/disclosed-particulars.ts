/** Handed-in words as far as a disclosure profile goes. What somebody said to a recipient, or it said itself, is whole. */

import { z } from 'zod';
import type { DisclosureProfile } from '../../domain/disclosure-profile.ts';

/** Loose, since words of any age are read: what is not known to be about content is withheld, not guessed at. */
const handedIn = z.object({
  summary: z.string().exactOptional(),
  originReferences: z.array(z.unknown()).default([]),
  materials: z.array(z.unknown()).default([]),
  indicators: z.array(z.looseObject({ basis: z.string() })).default([]),
  particulars: z.array(z.looseObject({ label: z.string() })).default([]),
});

const wordsOf = z.object({ submission: handedIn.exactOptional(), addition: handedIn.exactOptional() });

/** `words` as they are kept; where fields are left out, `withheld` says that. */
export function disclosedWords(words: unknown, profile: DisclosureProfile): unknown {
  if (profile === 'whole' || typeof words !== 'object') return words;
  const { submission, addition } = wordsOf.safeParse(words).data ?? {};
  return {
    ...(submission && { submission: ofContent(submission) }),
    ...(addition && { addition: ofContent(addition) }),
    withheld: true,
  };
}

function ofContent({ indicators, particulars, ...content }: z.output<typeof handedIn>) {
  return {
    ...content,
    indicators: indicators.map(({ value, note: _, ...code }) =>
      code.basis === 'hosting-location' ? { ...code, value } : code,
    ),
    particulars: particulars.filter(({ label }) => OF_CONTENT.test(label)),
  };
}

/** Labels of where content lies: `report/…/webPageIncident/url`; not `profileUrl`, which is a person's. */
const OF_CONTENT = /(?:^|[^a-z])(?:url|uri|domain|host)$/i;
