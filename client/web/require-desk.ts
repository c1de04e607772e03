/** Refuses a person whose roles do not include the desk of a page, before anything is read. */

import type { FastifyRequest } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { type Principal, principalOf } from '../http/identity/principal.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { type DeskName, hasDesk } from './navigation.ts';

/** @throws ReferralError NOT_SIGNED_IN or ROLE_REQUIRED. */
export function requireDesk(request: FastifyRequest, desk: DeskName): { principal: Principal; t: Translate } {
  const principal = principalOf(request);
  const t = translatorFor(principal.language);
  if (hasDesk(principal, desk)) return { principal, t };
  throw new ReferralError('ROLE_REQUIRED', t('codes:error.ROLE_REQUIRED'));
}
