/** Plans what is done with keys. Two administrators agree; a command with the keys then carries it out. */

import { ReferralError } from '../errors.ts';
import type { EditFacts, EditOf } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import type { Editor } from './editor.ts';

/** Only administrators of the coordinating agency propose it: the keys are those of all agencies. */
export function planKeyEdit(
  { directory }: EditFacts,
  { person, everywhere }: Editor,
  edit: EditOf<'reseal-data'> | EditOf<'renew-digests'>,
): EditPlan {
  const coordinator = directory.agencies.find(({ coordinating }) => coordinating);
  if (!everywhere || !person.roles.includes('administrator') || coordinator === undefined) {
    throw new ReferralError(
      'ROLE_REQUIRED',
      'Only administrators of the coordinating agency decide about keys. Ask one of them.',
    );
  }
  return {
    ...{ part: 'keys', id: edit.keyId, change: 'changed', before: {}, agencies: [coordinator.id] },
    after: { [edit.type === 'reseal-data' ? 'encryptionKey' : 'digestKey']: edit.keyId },
    agreement: 'second-administrator',
  };
}
