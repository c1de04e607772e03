/** The scopes of access tokens for the systems of agencies. */

export const SCOPES = ['referrals:read', 'referrals:write'] as const;
export type Scope = (typeof SCOPES)[number];

export function scopeFor(isWrite: boolean): Scope {
  return isWrite ? 'referrals:write' : 'referrals:read';
}
