/** The one-time tokens in the letters that confirm an address: keyed digests, so they are stored nowhere. */

import type { Proposal } from '../../domain/administration/proposal.ts';
import type { Keyring } from '../../domain/keyring.ts';

/** The old or the new address of a contact point. */
export type AddressSide = 'old' | 'new';

const SIDES: readonly AddressSide[] = ['old', 'new'];

/** The address of a side; the desk's, if the duty line had none. */
export function addressOfSide({ edit, plan }: Pick<Proposal, 'edit' | 'plan'>, side: AddressSide): string | undefined {
  if (edit.type !== 'change-address') return undefined;
  if (side === 'new') return edit.address;
  const { email, dutyEmail } = plan.before;
  const old = edit.line === 'duty' ? (dutyEmail ?? email) : email;
  return typeof old === 'string' ? old : undefined;
}

/** The token of a side. It is valid while the proposal is pending. */
export function tokenOf(keyring: Keyring, proposal: Proposal, side: AddressSide): string {
  const [token] = tokensOf(keyring, proposal, side);
  if (token === undefined) throw new Error('The key file of this process has no key for links in letters.');
  return token;
}

/** Under each key: a letter may be older than the last rotation. */
function tokensOf(keyring: Keyring, proposal: Proposal, side: AddressSide): string[] {
  return keyring.tokens(`address/${proposal.id}/${side}/${addressOfSide(proposal, side) ?? ''}`);
}

/** The side to which a token belongs; undefined if it is not a token of this proposal. */
export function sideOfToken(keyring: Keyring, proposal: Proposal, token: string): AddressSide | undefined {
  if (proposal.edit.type !== 'change-address') return undefined;
  return SIDES.find((side) => tokensOf(keyring, proposal, side).includes(token));
}
