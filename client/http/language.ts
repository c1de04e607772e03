/** The language in which a request is answered. */

import type { FastifyRequest } from 'fastify';
import { isLanguage, LANGUAGES, type Language } from '../../domain/words/languages.ts';

/** The person's own setting; else the best match of Accept-Language with its weights (RFC 9110, 12.5.4); else English. */
export function languageOf(request: FastifyRequest): Language {
  return request.principal ? request.principal.language : acceptedLanguage(request);
}

/** The best match of Accept-Language; else English. For programs, which read the answer in the language that they ask for. */
export function acceptedLanguage(request: FastifyRequest): Language {
  const accepted = request.language([...LANGUAGES]);
  return accepted && isLanguage(accepted) ? accepted : 'en';
}
