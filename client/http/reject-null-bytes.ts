/** The one character that PostgreSQL does not keep comes from no keyboard: whoever sends it is refused at every page. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import { isApiRequest } from './problem.ts';

/** The API says so itself, of each field. */
export function rejectNullBytes(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (isApiRequest(request)) return;
    for (const part of [request.params, request.query, request.body]) {
      const field = Object.entries(Object(part)).find(([, value]) => [value].flat().some(holdsNul))?.[0];
      if (field === undefined) continue;
      throw new ReferralError('INVALID_INPUT', 'Nothing may hold the character U+0000.', field.slice(0, 60));
    }
  });
}

function holdsNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}
