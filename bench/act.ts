/** Measures where the time of one act goes, with and without HTTP. Letters are off, and one act runs at a time. */

import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { createEngine } from '../client/engine/engine.ts';
import { readClientConfig } from '../client/platform/config.ts';
import { startTracing } from '../client/platform/start-tracing.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { HANDOVER, INTERIM, performStep, runLifecycle, type Setup } from './lifecycle.ts';
import type { Measurement } from './measurements.ts';
import { openPages } from './pages/page-client.ts';
import { openEnvironment, type TestEnvironment } from './test-environment.ts';
import { quantile } from './throughput.ts';
import { ACT_NAMES } from './workload.ts';

/** Milliseconds of one act, by part. */
type Parts = Record<'engine' | 'key' | 'ask' | 'record' | 'receipt', number>;

const WARM_UP = 10;
/** A history that grows long takes longer. */
const CALLS_PER_REFERRAL = 5;

export async function measureAct(effort: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    progress('act: starting PostgreSQL, Temporal and the workers');
    const spans = new InMemorySpanExporter();
    atEnd(startTracing('bench', new SimpleSpanProcessor({ exporter: spans })));
    const place = await openEnvironment();
    atEnd(place.stop);
    // Turns letters off, and warms up.
    await place.liaise('off').live();
    const acts = effort.sequential * effort.rounds;
    progress('act: bare updates');
    const bare = (await repeated(Math.ceil(acts / ACT_NAMES.length), () => place.bare.lifecycle())).flat();
    progress('act: calls to Temporal');
    const calls = await repeated(acts, () => timeOf(() => place.temporal.workflowService.getSystemInfo({})));
    progress('act: acts with and without HTTP, in turn');
    const direct = directActs(place, spans, atEnd);
    const served = await servedActs(place, atEnd);
    const [parts, http]: [Parts[], number[]] = [[], []];
    await eachReferral(place.players, acts, async (referralId, isCounted) => {
      const [one, other] = [await direct(referralId), await served(referralId)];
      if (!isCounted) return;
      parts.push(one);
      http.push(other);
    });
    return figuresOf({ bare, calls, parts, http });
  } finally {
    await stop();
  }
}

type AtEnd = ReturnType<typeof cleanupStack>['atEnd'];

/** Performs an act through the function that every entry point calls. */
function directActs(place: TestEnvironment, spans: InMemorySpanExporter, atEnd: AtEnd) {
  const { databaseUrl, keyring } = readClientConfig(place.environment);
  const pages = connectDatabase({ databaseUrl, byAgency: true });
  atEnd(() => pages.$disconnect());
  const queries: number[] = [];
  const engine = createEngine({ db: timed(pages, queries), temporal: place.temporal, keyring });
  const players: Setup = { ...place.players, engine };
  return async (referralId: string): Promise<Parts> => {
    spans.reset();
    queries.length = 0;
    const taken = await timeOf(() => performStep(players, referralId, INTERIM));
    return {
      ...{ engine: taken, ask: lengthOf(spans, `ask ${INTERIM.request.type}`), record: lengthOf(spans, 'record') },
      ...{ key: queries.at(0) ?? 0, receipt: queries.at(-1) ?? 0 },
    };
  };
}

function lengthOf(spans: InMemorySpanExporter, name: string): number {
  const span = spans.getFinishedSpans().find((each) => each.name === name);
  if (span === undefined) throw new Error(`No span "${name}" was recorded.`);
  const [seconds, nanoseconds] = span.duration;
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** Performs an act by a request to the API, with a session. */
async function servedActs(place: TestEnvironment, atEnd: AtEnd) {
  const { databaseUrl, keyring } = readClientConfig(place.environment);
  const server = await openPages(databaseUrl, { keyring, temporal: place.temporal });
  atEnd(server.stop);
  const { personId, agencyId } = place.players.participants.partner;
  const cookies = await server.signIn(personId, agencyId);
  const { body } = await server.app.inject({ url: '/settings', cookies });
  const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const { type, ...payload } = INTERIM.request;
  return (referralId: string) =>
    timeOf(async () => {
      const answer = await server.app.inject({
        ...{ method: 'POST', url: `/api/v1/referrals/${referralId}/acts/${type}`, cookies, payload },
        headers: { 'x-csrf-token': token, 'idempotency-key': crypto.randomUUID() },
      });
      if (answer.statusCode !== 200) throw new Error(`The act was answered with ${answer.statusCode}: ${answer.body}`);
    });
}

/** Calls `measure` for referrals that their recipient accepted. The first calls are not counted. */
async function eachReferral(
  players: Setup,
  times: number,
  measure: (referralId: string, isCounted: boolean) => Promise<void>,
): Promise<void> {
  let referralId = '';
  for (let n = 0; n < WARM_UP + times; n += 1) {
    if (n % CALLS_PER_REFERRAL === 0) ({ referralId } = await runLifecycle(players, HANDOVER));
    await measure(referralId, n >= WARM_UP);
  }
}

/** The database, with the milliseconds of each raw query added to `queries`. */
function timed(db: Database, queries: number[]): Database {
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== '$queryRaw') return value.bind(target);
      return async (...given: unknown[]) => {
        const began = performance.now();
        try {
          return await Reflect.apply(value, target, given);
        } finally {
          queries.push(performance.now() - began);
        }
      };
    },
  });
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function repeated<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < times; n += 1) all.push(await run());
  return all;
}

interface Taken {
  bare: number[];
  calls: number[];
  parts: Parts[];
  http: number[];
}

function figuresOf({ bare, calls, parts, http }: Taken): Measurement[] {
  const call = quantile(calls, 0.5);
  const all = (partOf: (parts: Parts) => number) => parts.map(partOf);
  const engine = all((each) => each.engine);
  const figure = (name: string, label: string, values: readonly number[], of: Measurement['of'] = 'quiet') => ({
    ...{ of, name: `act-${name}`, label, value: quantile(values, 0.5), p95: quantile(values, 0.95) },
  });
  const entryPoint = quantile(http, 0.5) - quantile(engine, 0.5);
  return [
    figure('http', 'act with HTTP, ms: p50 / p95', http),
    figure('bare', 'act without HTTP, ms', bare, 'bare'),
    figure('bare', 'act without HTTP, ms', engine),
    { of: 'quiet', name: 'act-entry', label: '… entry point: session, checks, answer (difference)', value: entryPoint },
    figure(
      'key',
      '… idempotency key, role and state, one query',
      all(({ key }) => key),
    ),
    figure('call', '… call to Temporal, there and back', calls),
    figure(
      'task',
      '… workflow task: scheduling, decision, answer',
      all(({ ask, record }) => ask - record - call),
    ),
    figure(
      'record',
      '… reading and writing the record',
      all(({ record }) => record),
    ),
    figure(
      'receipt',
      "… receipt with the agency's numbers, one query",
      all(({ receipt }) => receipt),
    ),
    figure(
      'rest',
      '… other work of the entry point',
      all(({ engine, key, ask, receipt }) => engine - key - ask - receipt),
    ),
  ];
}
