/** Whether a person made a request, or an open page by itself. Only people's requests extend a session. */

import type { FastifyRequest } from 'fastify';

/** Browsers send `empty` for requests of scripts (Fetch Metadata, Sec-Fetch-Dest). */
export function isUserInitiated({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-fetch-dest'] !== 'empty';
}
