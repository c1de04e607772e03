/** A system or a page's script that asks the API as somebody of the seed. */

import type { LightMyRequestResponse } from 'fastify';
import type { TestDesk } from '../../support/desk.ts';

type Headers = Record<string, string>;

export interface Caller {
  get(path: string, headers?: Headers): Promise<LightMyRequestResponse>;
  /** An object is sent as JSON, a text as it is. */
  post(path: string, body?: object | string, headers?: Headers): Promise<LightMyRequestResponse>;
}

/** By session; paths go without `/api/v1`. */
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

/** Of a problem; undefined where it is none. */
export function codeOf(answer: LightMyRequestResponse): unknown {
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return isProblem ? answer.json<{ code: unknown }>().code : undefined;
}
