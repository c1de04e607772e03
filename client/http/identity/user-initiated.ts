/** Whether a person did it, or a page by itself: whoever only leaves a page open is not at the desk. */

import type { FastifyRequest } from 'fastify';

/** What a script fetches or listens to has no destination on the screen, and browsers say so (Fetch Metadata). */
export function isUserInitiated({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-fetch-dest'] !== 'empty';
}
