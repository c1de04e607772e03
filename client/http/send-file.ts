/** Answers a request with a document: its reader, and the file for download. */

import type { FastifyReply } from 'fastify';
import type { Language } from '../../domain/words/languages.ts';
import type { DocumentReader } from '../documents/imprint.ts';
import type { Principal } from './identity/principal.ts';

/** The principal as the reader of a document in this language. */
export function documentReader({ person, name, agencies, zone }: Principal, language: Language): DocumentReader {
  const agency = agencies.find(({ id }) => id === person.agencyId)?.name ?? person.agencyId;
  return { person, name, agency, language, zone };
}

/** Sends a file for download. Caches must not store it. */
export function sendFile(
  reply: FastifyReply,
  { file, type, name }: { file: Uint8Array; type: string; name: string },
): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`)
    .send(Buffer.from(file));
}
