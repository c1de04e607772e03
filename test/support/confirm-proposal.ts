/** Two administrators confirm a proposal that a command made, as in the pages. */

import { changeDirectory } from '../../activities/directory/change-directory.ts';
import type { EditOutcome } from '../../domain/administration/directory-edit.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';

interface Deps {
  /** As the role of the engine. */
  db: Database;
  keyring: Keyring;
}

/** One administrator of the coordinating agency confirms it. */
export function confirmAs(deps: Deps, proposalId: string, personId: string): Promise<EditOutcome> {
  const by = { kind: 'person', personId, agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const task = { type: 'confirm', proposalId } as const;
  return changeDirectory(deps, { requestId: crypto.randomUUID(), by, task });
}

/** Both administrators of the seed confirm it. */
export async function confirmByBoth(deps: Deps, proposalId: string): Promise<void> {
  for (const personId of ['karl.rowan', 'dora.rowan']) await confirmAs(deps, proposalId, personId);
}
