/** A typed client of the HTTP API of Liaise, for programs of agencies. Its types are generated from the OpenAPI document. */

import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/openapi.ts';
import { pause } from './pause.ts';
import { problemOf } from './problem.ts';
import { readEvents } from './server-sent-events.ts';

export { dataOf, LiaiseProblem, type Problem } from './problem.ts';
export { type SubmissionResult, type SubmitFilesOptions, type SubmittedFile, submitFiles } from './submit-files.ts';

/** Where the API is, and how requests are authenticated. */
export interface ClientOptions {
  /** The origin of the installation, for example `https://liaise.hub.example`. */
  baseUrl: string;
  /** An access token of the agency's identity provider. Called for each request, so it may renew the token. */
  token: () => string | Promise<string>;
}

/** `GET` and `POST` with the paths, parameters, bodies and answers of the API. */
export type LiaiseClient = Client<paths>;

/** A change of a referral that the agency sees. */
export interface Change {
  referralId: string;
  reference: string;
  /** The number of the entry in the journal of the referral. */
  seq: number;
  /** ISO 8601, UTC. Pass the last one as `since` to continue. */
  at: string;
  /** Of an emergency that arrived at the agency: the time of arrival. */
  emergencySince?: string;
}

/** Creates a client for one agency. */
export function createLiaiseClient({ baseUrl, token }: ClientOptions): LiaiseClient {
  const client = createClient<paths>({ baseUrl });
  client.use({
    onRequest: async ({ request }) => {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  });
  return client;
}

/** Where changes begin, and when to stop. */
export interface FollowOptions {
  /** `at` of the last change that was read. Default: now. */
  since?: string;
  signal?: AbortSignal;
  /** How long to wait before a new connection, unless the server says so. Default: 5,000. */
  reconnectMs?: number;
}

/**
 * Changes as they happen, and those since `since`. After a disconnection it connects again and gets what was missed. A change may
 * come twice.
 *
 * @throws LiaiseProblem if the stream is refused for another reason than an outage or a limit; the reason of `signal`
 */
export async function* followChanges(
  client: LiaiseClient,
  { since, signal, reconnectMs = 5_000 }: FollowOptions = {},
): AsyncGenerator<Change, void> {
  let last = since;
  for (;;) {
    const { data, error, response } = await client.GET('/api/v1/changes', {
      parseAs: 'stream',
      headers: { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) },
      ...(signal && { signal }),
    });
    if (error !== undefined && response.status !== 503 && response.status !== 429) throw problemOf(error, response);
    if (data) {
      for await (const { data: text } of readEvents(data)) {
        const change: Change = JSON.parse(text);
        last = change.at;
        yield change;
      }
    }
    await pause(Number(response.headers.get('retry-after') ?? 0) * 1_000 || reconnectMs, signal);
  }
}
