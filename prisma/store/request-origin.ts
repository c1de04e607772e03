/** The origin of the request that this process is answering. The leaves that it causes state it. */

import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestOrigin } from '../../domain/audit/leaf.ts';

const origins = new AsyncLocalStorage<RequestOrigin>();

/** Runs `work` and everything that it starts as part of a request with this origin. */
export function runWithOrigin<T>(origin: RequestOrigin, work: () => T): T {
  return origins.run(origin, work);
}

/** The origin of the current request. Undefined if this code does not run for a request. */
export function requestOrigin(): RequestOrigin | undefined {
  return origins.getStore();
}
