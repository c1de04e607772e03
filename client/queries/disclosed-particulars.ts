/** Redacts submitted particulars by disclosure profile. Texts written to or by the recipient are not redacted. */

import { z } from 'zod';
import type { DisclosureProfile } from '../../domain/disclosure-profile.ts';

/** Permissive, because particulars of all versions are read. Unknown fields may be about content and are withheld. */
const handedIn = z.object({
  summary: z.string().exactOptional(),
  originReferences: z.array(z.unknown()).default([]),
  materials: z.array(z.unknown()).default([]),
  indicators: z.array(z.looseObject({ basis: z.string() })).default([]),
  particulars: z.array(z.looseObject({ label: z.string() })).default([]),
});

const wordsOf = z.object({ submission: handedIn.exactOptional(), addition: handedIn.exactOptional() });

/** Returns `words` as stored. `withheld` is set if fields are removed. */
export function redactText(words: unknown, profile: DisclosureProfile): unknown {
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

/** Labels of content locations: `report/…/webPageIncident/url`. Not `profileUrl`, which identifies a person. */
const OF_CONTENT = /(?:^|[^a-z])(?:url|uri|domain|host)$/i;
