/** Calls the API as a person of the seed. */

import type { LightMyRequestResponse } from 'fastify';
import type { TestDesk } from '../../support/desk.ts';

type Headers = Record<string, string>;

export interface Caller {
  get(path: string, headers?: Headers): Promise<LightMyRequestResponse>;
  /** Sends an object as JSON, and a string or Buffer unchanged. */
  post(path: string, body?: object | string, headers?: Headers): Promise<LightMyRequestResponse>;
}

/** Signed in by session. Paths are relative to `/api/v1`. */
export async function callerOf(desk: TestDesk, personId: string, agencyId?: string): Promise<Caller> {
  const browser = await desk.browser(personId, agencyId);
  const token = await browser.token();
  return {
    get: (path, headers = {}) => browser.inject({ url: `/api/v1${path}`, headers }),
    post: (path, body, headers = {}) =>
      browser.inject({
        ...{ method: 'POST', url: `/api/v1${path}`, headers: { 'x-csrf-token': token, ...headers } },
        ...(body !== undefined && { payload: body }),
      }),
  };
}

/** The code of a problem; undefined for any other answer. */
export function codeOf(answer: LightMyRequestResponse): unknown {
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return isProblem ? answer.json<{ code: unknown }>().code : undefined;
}
