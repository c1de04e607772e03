/** What changed for whoever listens, as server-sent events: one stream for pages, one for systems, one hub for all. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { type Change, changesSince, openChangeHub } from '../queries/changes.ts';
import { seesReferrals } from '../queries/list.ts';
import { only } from './accepts.ts';
import { REFUSALS } from './document.ts';
import { Refused } from './refuse.ts';

const HEARTBEAT_MS = 15_000;
/** Whoever reads slower than this is sent away, and comes back with Last-Event-ID. */
const MOST_UNREAD = 1024 * 1024;
const MOST_STREAMS = 20;
/** Of what was missed, at once: more than changes within the few seconds that are looked back. */
const MOST_MISSED = 2_000;

type Listen = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** The handler of both routes; every stream ends when the server is told to stop. */
export function changeStreams(
  app: FastifyInstance,
  { db }: Pick<HttpDependencies, 'db'>,
  { heartbeatMs = HEARTBEAT_MS, mostMissed = MOST_MISSED } = {},
): Listen {
  const hub = openChangeHub({ db });
  const streams = new Map<Stream, string>();
  app.addHook('preClose', async () => {
    for (const stream of streams.keys()) stream.end();
    hub.close();
  });

  return async (request, reply) => {
    const { person, via } = principalOf(request);
    const heard = instantOf(request.headers['last-event-id']);
    const mine = [...streams.values()].filter((personId) => personId === person.personId);
    if (mine.length >= MOST_STREAMS) throw new Refused(429);
    const stream = begin(reply);
    streams.set(stream, person.personId);
    const endsAt = via.kind === 'token' ? expiryOf(request) : Number.POSITIVE_INFINITY;
    const isOver = () => Date.now() > endsAt;
    const tell = (changes: Change[]) => (isOver() ? stream.end() : changes.forEach(stream.send));
    const missed = heard === undefined ? Promise.resolve([]) : changesSince({ db }, person, heard, mostMissed);
    // Whoever cannot be told all that it missed is sent away, to ask again from the last that it was told.
    const told = missed.then((changes) => {
      tell(changes);
      if (changes.length === mostMissed) stream.end();
    }, stream.end);
    // In this order: what comes after a break must not be the last that was heard before the next one.
    const unsubscribe = seesReferrals(person)
      ? hub.subscribe(person.agencyId, (changes) => void told.then(() => tell(changes)))
      : () => {};
    const beat = setInterval(async () => {
      if (isOver() || !(await isStillTheirs(request))) stream.end();
      else stream.beat();
    }, heartbeatMs);
    reply.raw.once('close', () => {
      clearInterval(beat);
      unsubscribe();
      streams.delete(stream);
    });
  };

  /** The session or the token lasts, and so does the role. A provider or database that is away ends nobody's. */
  async function isStillTheirs(request: FastifyRequest): Promise<boolean> {
    const { person } = principalOf(request);
    try {
      const now = await request.authentication.currentPrincipal();
      return now?.person.agencyId === person.agencyId && seesReferrals(now.person) === seesReferrals(person);
    } catch (error) {
      return !(error instanceof ReferralError && OVER.includes(error.code));
    }
  }
}

/** What a token is refused with whose subject was taken away, or its scope. */
const OVER = ['NOT_SIGNED_IN', 'SCOPE_REQUIRED'];

export function changeRoute(api: FastifyInstance, listen: Listen): void {
  api.get(
    '/changes',
    {
      exposeHeadRoute: false,
      onRequest: only('text/event-stream'),
      schema: {
        operationId: 'listen',
        tags: ['changes'],
        summary: "What changes for the caller's agency, as it happens",
        description:
          'Server-sent events of the name `changed`: data holds referralId, reference, seq and at. After a break, ' +
          'Last-Event-ID brings what was missed, some of it twice; where that is much, the stream ends, and brings the rest ' +
          'when it is asked again. It ends with the token or the session.',
        response: {
          200: { description: 'A stream', content: { 'text/event-stream': { schema: z.string() } } },
          ...REFUSALS,
        },
      },
    },
    listen,
  );
}

interface Stream {
  send(change: Change): void;
  beat(): void;
  end(): void;
}

function begin(reply: FastifyReply): Stream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that waits for more would hold back what is news.
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    if (raw.writableEnded || raw.destroyed) return;
    if (raw.writableLength > MOST_UNREAD) raw.destroy();
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

/** Of a token that the door has checked. */
function expiryOf({ headers: { authorization = '' } }: FastifyRequest): number {
  return (decodeJwt(authorization.replace(/^bearer +/i, '')).exp ?? 0) * 1000;
}
