/** Tries to tell a referral of other agencies from one that does not exist, by the time that the answer takes. */

import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { openDatabase } from '../dev/installation.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { PEOPLE } from './load/directory.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { type OpenedPages, openPages } from './pages/page-client.ts';
import { quantile } from './throughput.ts';

const REFERRALS = 1_000;
const TRIALS = 200;
const SAMPLES = 50;
const WARM_UP = 200;

type Attempt = (reference: string) => InjectOptions;

// Target: of 200 guesses from medians of 50 samples, at most 60 % are right. Chance alone gives 50 % (± 7 %).
export async function measureTiming(_: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const folder = await temporaryFolder('bench-timing');
    atEnd(folder.remove);
    const postgres = await openDatabase(join(folder.path, 'postgres'));
    atEnd(postgres.stop);
    progress(`timing: loading ${REFERRALS} referrals`);
    await load({ databaseUrl: postgres.url, referrals: REFERRALS, progress: () => {} });
    const server = await openPages(postgres.url);
    atEnd(server.stop);
    const names = await namesFor(server);
    const figures: Measurement[] = [];
    for (const [name, attempt] of Object.entries(await attempts(server))) {
      progress(`timing: ${name}`);
      const value = (await rightGuesses(server, attempt, names)) * 100;
      figures.push({ of: 'liaise', name: `timing-${name}`, label: `right guesses by time, ${name}, %`, value });
    }
    return figures;
  } finally {
    await stop();
  }
}

interface Names {
  /** Referrals to which the agency of the visitor is no party. */
  hidden: string[];
  missing: string[];
}

async function namesFor({ db }: OpenedPages): Promise<Names> {
  const { agencyId } = PEOPLE.recipient;
  const own = await db.party.findMany({ where: { agencyId }, select: { referralId: true } });
  const ids = own.map(({ referralId }) => referralId);
  const others = await db.referral.findMany({ where: { id: { notIn: ids } }, select: { reference: true }, take: 200 });
  if (others.length === 0) throw new Error('The visitor is a party to every referral of the load.');
  const hidden = others.map(({ reference }) => reference);
  return { hidden, missing: hidden.map((_, index) => `XR-2001-${String(index + 1).padStart(6, '0')}`) };
}

async function attempts({ app, signIn }: OpenedPages): Promise<Record<string, Attempt>> {
  const { id, agencyId } = PEOPLE.recipient;
  const cookies = await signIn(id, agencyId);
  const { body } = await app.inject({ url: '/settings', cookies });
  const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const headers = { 'x-csrf-token': token };
  return {
    read: (reference) => ({ url: `/api/v1/referrals/${reference}`, cookies }),
    act: (reference) => ({
      ...{ method: 'POST', url: `/api/v1/referrals/${reference}/acts/take`, cookies, payload: {} },
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    }),
    particulars: (reference) => ({
      ...{ method: 'POST', url: `/api/v1/referrals/${reference}/particulars`, cookies, headers },
      payload: { purpose: 'A benchmark.' },
    }),
    proof: (reference) => ({ url: `/api/v1/referrals/${reference}/proof`, cookies }),
    page: (reference) => ({ url: `/referrals/${reference}`, cookies }),
    bulk: (reference) => ({
      ...{ method: 'POST', url: '/inbox/acknowledge', cookies },
      payload: new URLSearchParams({ _csrf: token, reference }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  };
}

/** The share of trials in which the slower median was that of the hidden referral. */
async function rightGuesses({ app }: OpenedPages, attempt: Attempt, { hidden, missing }: Names): Promise<number> {
  const time = async (names: readonly string[]) => {
    const options = attempt(names[Math.floor(Math.random() * names.length)] ?? '');
    const began = performance.now();
    await app.inject(options);
    return performance.now() - began;
  };
  for (let n = 0; n < WARM_UP; n += 1) await time(n % 2 === 0 ? hidden : missing);
  let right = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const times: { hidden: number[]; missing: number[] } = { hidden: [], missing: [] };
    for (let n = 0; n < SAMPLES; n += 1) {
      // In turn, so that a change of the load affects both.
      const order = n % 2 === 0 ? (['hidden', 'missing'] as const) : (['missing', 'hidden'] as const);
      for (const kind of order) times[kind].push(await time(kind === 'hidden' ? hidden : missing));
    }
    if (quantile(times.hidden, 0.5) > quantile(times.missing, 0.5)) right += 1;
  }
  // A guesser who always names the faster one would be right in the other trials.
  return Math.max(right, TRIALS - right) / TRIALS;
}
