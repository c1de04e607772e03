/** What an agency's system may be allowed to do. */

export const SCOPES = ['referrals:read', 'referrals:write'] as const;
export type Scope = (typeof SCOPES)[number];

export function scopeFor(isWrite: boolean): Scope {
  return isWrite ? 'referrals:write' : 'referrals:read';
}
