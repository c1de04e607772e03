/** Which fields of handed-in words a recipient is given: who takes content down looks into no person. */

import { hasTheCase, type Recipient } from './referral.ts';
import { CAPABILITIES, type Capability, type ContactPointType } from './vocabulary.ts';

/** `content`: what the matter is, the files, and where they lie; no subjects, accounts, addresses or numbers of persons. */
export type DisclosureProfile = 'whole' | 'content';

/** Contact points that get `content`, and what for. A provider that is to keep or give data needs to know whose. */
const CONTENT_ONLY: Partial<Record<ContactPointType, readonly Capability[]>> = {
  'inhope-hotline': CAPABILITIES,
  'industry-trust-and-safety': ['content-removal'],
};

/** Of an agency with several parts in the case, the wider one. */
export function profileOf(parts: readonly Recipient[], capability: Capability): DisclosureProfile {
  const isContentOnly = ({ type }: Recipient) => CONTENT_ONLY[type]?.includes(capability) ?? false;
  return parts.filter(hasTheCase).every(isContentOnly) ? 'content' : 'whole';
}
