/** Who edits the directory, and how far: the pages of administrators begin with it. */

import type { FastifyRequest } from 'fastify';
import type { Editor } from '../../../domain/administration/editor.ts';
import type { Principal } from '../../http/identity/principal.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { DeskName } from '../navigation.ts';
import { requireDesk } from '../require-desk.ts';

/** The administrator of a request, their permission, and the translation function. */
export interface EditingContext {
  principal: Principal;
  t: Translate;
  editor: Editor;
}

/** The person who edits, and what that person may edit. @throws ReferralError NOT_SIGNED_IN or ROLE_REQUIRED. */
export function editingContext(request: FastifyRequest, desk: DeskName): EditingContext {
  const { principal, t } = requireDesk(request, desk);
  return { principal, t, editor: { person: principal.person, everywhere: principal.coordinating } };
}
