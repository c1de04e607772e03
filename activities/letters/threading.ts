/** Message ids that are the same on every attempt, and one thread for each referral. */

/** The ids of a letter, from which its mail headers follow. */
export type LetterIds = ReferralLetterIds | BundleIds | DigestIds | DirectoryLetterIds;

interface ReferralLetterIds {
  letterId: string;
  referralId: string;
  /** `XR-2026-000123`. */
  reference: string;
}

/** Letters about several referrals belong to no thread. */
interface BundleIds {
  letterId: string;
  references: readonly string[];
}

/** A digest is about no referral, and can be turned off. */
interface DigestIds {
  letterId: string;
  settingsUrl: string;
}

/** A letter about the directory. */
interface DirectoryLetterIds {
  letterId: string;
}

/** `Message-ID` of a letter: a repeated attempt is recognised as the same message. */
export function messageIdOf(letterId: string, domain: string): string {
  return `<letter.${encodeURIComponent(letterId)}@${domain}>`;
}

/**
 * The root of a referral's thread, for `In-Reply-To` and `References`. No message bears it: the letters are siblings,
 * so none has to be the first, or to have arrived.
 */
export function threadIdOf(referralId: string, domain: string): string {
  return `<referral.${encodeURIComponent(referralId)}@${domain}>`;
}
