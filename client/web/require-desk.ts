/** Refuses a person whose roles do not include the desk of a page, before anything is read. */

import type { FastifyRequest } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { type Principal, principalOf } from '../http/identity/principal.ts';
import { type Words, wordsFor } from '../i18n/i18n.ts';
import { type DeskName, hasDesk } from './navigation.ts';

/** @throws ReferralError NOT_SIGNED_IN or ROLE_REQUIRED. */
export function requireDesk(request: FastifyRequest, desk: DeskName): { principal: Principal; words: Words } {
  const principal = principalOf(request);
  const words = wordsFor(principal.language);
  if (hasDesk(principal, desk)) return { principal, words };
  throw new ReferralError('ROLE_REQUIRED', words('codes:error.ROLE_REQUIRED'));
}
