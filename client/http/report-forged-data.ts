/** Raises the alarm if stored data does not open because it was changed or copied from another place. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../domain/errors.ts';
import type { HttpDependencies } from './dependencies.ts';

/** Calls `onForged` with the principal of the request. The error handler answers the request. */
export function reportForgedData(app: FastifyInstance, { onForged }: Pick<HttpDependencies, 'onForged'>): void {
  app.addHook('onError', async ({ principal }, _reply, error) => {
    if (!(error instanceof ReferralError) || error.code !== 'NOT_AUTHENTIC') return;
    onForged?.({ what: 'stored-data', ...(principal && { by: principal.person }) });
  });
}
