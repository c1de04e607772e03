/** The fields of a submission that a recipient gets: one that removes content gets no data about persons. */

import { hasTheCase, type Recipient } from './referral.ts';
import { CAPABILITIES, type Capability, type ContactPointType } from './vocabulary.ts';

/** `content` contains the matter, the files and their location; no subjects, accounts, addresses or phone numbers. */
export type DisclosureProfile = 'whole' | 'content';

/**
 * Contact points that get `content` only, by requested capability. For a preservation, a contact point needs to see whose
 * data it is.
 */
const CONTENT_ONLY: Partial<Record<ContactPointType, readonly Capability[]>> = {
  'inhope-hotline': CAPABILITIES,
  'industry-trust-and-safety': ['content-removal'],
};

/** For an agency that is several recipients: the profile with more fields. */
export function profileOf(parts: readonly Recipient[], capability: Capability): DisclosureProfile {
  const isContentOnly = ({ type }: Recipient) => CONTENT_ONLY[type]?.includes(capability) ?? false;
  return parts.filter(hasTheCase).every(isContentOnly) ? 'content' : 'whole';
}
