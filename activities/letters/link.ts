/** The one address that a letter carries: the referral's page, shown after signing in. */

/** `base` is the public address of this installation; a path in it is kept. */
export function referralLink(base: string, reference: string): string {
  return `${base.replace(/\/+$/, '')}/referrals/${encodeURIComponent(reference)}`;
}
