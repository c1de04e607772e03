/** Raises the alarm if stored data does not open because it was changed or copied from another place. */

import type { FastifyInstance } from 'fastify';
import { NotAuthenticError } from '../../prisma/store/sealing-state.ts';
import type { HttpDependencies } from './dependencies.ts';

/** Calls `onForged` with the principal of the request and the place of the data. The error handler answers the request. */
export function reportForgedData(app: FastifyInstance, { onForged }: Pick<HttpDependencies, 'onForged'>): void {
  app.addHook('onError', async ({ principal }, _reply, error) => {
    if (!(error instanceof NotAuthenticError)) return;
    onForged({ what: 'stored-data', ...error.sought, ...(principal && { by: principal.person }) });
  });
}
