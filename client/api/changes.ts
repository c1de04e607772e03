/** Changes as server-sent events. Pages and systems each have a stream; all streams share one hub. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { changesSince, openChangeHub, type ReferralChange } from '../queries/changes.ts';
import { seesReferrals } from '../queries/list.ts';
import { REFUSALS } from './document.ts';
import { RequestRefused, requireAccept } from './refuse.ts';

const HEARTBEAT_MS = 15_000;
/** A client that reads more slowly is disconnected, and returns with Last-Event-ID. */
const MAX_UNREAD_BYTES = 1024 * 1024;
const MAX_STREAMS = 20;
/** The most missed changes in one answer. Within the few seconds that a reconnection looks back, there are fewer. */
const MAX_MISSED = 2_000;

type StreamHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** The handler of both routes. Every stream ends when the server closes. */
export function changeStreams(
  app: FastifyInstance,
  { db }: Pick<HttpDependencies, 'db'>,
  { heartbeatMs = HEARTBEAT_MS, maxMissed = MAX_MISSED } = {},
): StreamHandler {
  const hub = openChangeHub({ db });
  const streams = new Map<Stream, string>();
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const stream of streams.keys()) stream.end();
    hub.close();
  });

  return async (request, reply) => {
    const { person, via } = principalOf(request);
    const lastEventAt = instantOf(request.headers['last-event-id']);
    const own = [...streams.values()].filter((personId) => personId === person.personId);
    if (own.length >= MAX_STREAMS) throw new RequestRefused(429);
    const stream = openStream(reply);
    // While access was checked, the client may have left, for which no event follows, or the server may have begun to close.
    if (isClosing || reply.raw.destroyed) return stream.end();
    streams.set(stream, person.personId);
    const endsAt = via.kind === 'token' ? expiryOf(request) : Number.POSITIVE_INFINITY;
    const isExpired = () => Date.now() > endsAt;
    const send = (changes: ReferralChange[]) => (isExpired() ? stream.end() : changes.forEach(stream.send));
    const missed =
      lastEventAt === undefined ? Promise.resolve([]) : changesSince({ db }, person, lastEventAt, maxMissed);
    // A client that missed more is disconnected, and asks again from the last change that it received.
    const sentMissed = missed.then((changes) => {
      send(changes);
      if (changes.length === maxMissed) stream.end();
    }, stream.end);
    // New changes follow the missed ones. Otherwise the id of a new change would hide missed ones from the next request.
    const unsubscribe = seesReferrals(person)
      ? hub.subscribe(person.agencyId, (changes) => void sentMissed.then(() => send(changes)))
      : () => {};
    const heartbeat = setInterval(async () => {
      if (isExpired() || !(await hasSameAccess(request))) stream.end();
      else stream.beat();
    }, heartbeatMs);
    reply.raw.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      streams.delete(stream);
    });
  };

  /** Whether session or token, agency and role still hold. An outage of provider or database does not end a stream. */
  async function hasSameAccess(request: FastifyRequest): Promise<boolean> {
    const { person } = principalOf(request);
    try {
      const current = await request.authentication.currentPrincipal();
      return current?.person.agencyId === person.agencyId && seesReferrals(current.person) === seesReferrals(person);
    } catch (error) {
      return !(error instanceof ReferralError && ACCESS_ENDED.includes(error.code));
    }
  }
}

/** Codes for a token whose subject or scope was removed. */
const ACCESS_ENDED = ['NOT_SIGNED_IN', 'SCOPE_REQUIRED'];

/** Registers the route that streams changes as server-sent events. */
export function changeRoute(api: FastifyInstance, handler: StreamHandler): void {
  api.get(
    '/changes',
    {
      exposeHeadRoute: false,
      onRequest: requireAccept('text/event-stream'),
      schema: {
        operationId: 'listen',
        tags: ['changes'],
        summary: "Changes that the caller's agency sees, as they happen",
        description:
          'Server-sent events named `changed`; the data is referralId, reference, seq and at, and for an emergency that ' +
          'arrived at the agency emergencySince, the time of arrival. After a disconnection, send the last id as Last-Event-ID to get what was missed. A change may be sent twice. If many were missed, the stream ' +
          'ends early: ask again for the rest. The stream ends with the token or the session.',
        response: {
          200: { description: 'A stream', content: { 'text/event-stream': { schema: z.string() } } },
          ...REFUSALS,
        },
      },
    },
    handler,
  );
}

interface Stream {
  send(change: ReferralChange): void;
  beat(): void;
  end(): void;
}

function openStream(reply: FastifyReply): Stream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies must pass each event on at once.
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    if (raw.writableEnded || raw.destroyed) return;
    if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy();
    else raw.write(text);
  };
  write('retry: 5000\n\n');
  return {
    send: (change) => write(`id: ${change.at}\nevent: changed\ndata: ${JSON.stringify(change)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => void raw.end(),
  };
}

function instantOf(id: unknown): string | undefined {
  const at = typeof id === 'string' ? Date.parse(id) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** When the token expires, in milliseconds since 1970. It has been verified already. */
function expiryOf({ headers: { authorization = '' } }: FastifyRequest): number {
  return (decodeJwt(authorization.replace(/^\w+ +/, '')).exp ?? 0) * 1000;
}
