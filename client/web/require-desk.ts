/** Whose desk a page is on: whoever has no such desk is refused before anything is read. */

import type { FastifyRequest } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { type Asker, askerOf } from '../http/identity/principal.ts';
import { type Words, wordsFor } from '../i18n/i18n.ts';
import { type DeskName, hasDesk } from './navigation.ts';

/** @throws ReferralError NOT_SIGNED_IN or ROLE_REQUIRED. */
export function atDesk(request: FastifyRequest, desk: DeskName): { asker: Asker; words: Words } {
  const asker = askerOf(request);
  const words = wordsFor(asker.language);
  if (hasDesk(asker, desk)) return { asker, words };
  throw new ReferralError('ROLE_REQUIRED', words('codes:error.ROLE_REQUIRED'));
}
