/** The language in which a request is answered. */

import type { FastifyRequest } from 'fastify';
import { isLanguage, LANGUAGES, type Language } from '../../domain/words/languages.ts';

/** The person's own setting; else the best match of Accept-Language with its weights (RFC 9110, 12.5.4); else English. */
export function languageOf(request: FastifyRequest): Language {
  if (request.principal) return request.principal.language;
  const accepted = request.language([...LANGUAGES]);
  return accepted && isLanguage(accepted) ? accepted : 'en';
}
