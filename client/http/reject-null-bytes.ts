/** Refuses form input with the character U+0000: PostgreSQL cannot store it, and no keyboard produces it. */

import type { FastifyInstance } from 'fastify';
import { InvalidInput, nullByteFaults } from '../contract/parse.ts';
import { isApiRequest } from './problem.ts';

/** For the pages. The API checks each validated part of a request with the same function. */
export function rejectNullBytes(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (isApiRequest(request)) return;
    const faults = [request.params, request.query, request.body].flatMap((part) => nullByteFaults(part));
    // Without the field: forms may be sent with any names, and a page does not repeat them.
    if (faults.length > 0) throw new InvalidInput(faults.map(({ message }) => ({ field: '', message })).slice(0, 1));
  });
}
