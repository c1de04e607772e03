/** The scopes of access tokens for the systems of agencies. */

/** The OAuth scopes of the API. */
export const SCOPES = ['referrals:read', 'referrals:write'] as const;
export type TokenScope = (typeof SCOPES)[number];

/** The scope that a request needs. */
export function scopeFor(isWrite: boolean): TokenScope {
  return isWrite ? 'referrals:write' : 'referrals:read';
}
