/** Measures the time of each page by number of referrals, and finds pages whose queries scan a whole table. */

import { join } from 'node:path';
import { openDatabase } from '../dev/installation.ts';
import { urlAs } from '../dev/postgres.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { asAgency } from '../prisma/store/agency-scope.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { BUSIEST } from './load/countries.ts';
import { PEOPLE } from './load/directory.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { type OpenedPages, openPages, type PageClient } from './pages/page-client.ts';
import { enablePlanNotices, listenForPlans, scansIn, takePlans } from './pages/query-plans.ts';
import { processorSeconds } from './processes.ts';

/** Visits that are not measured: V8 compiles the code of a page while it is new, which a server does once. */
const WARM_UP = 30;

/** A page, with the paths that are visited in turn. */
export interface MeasuredPage {
  name: string;
  label: string;
  visitor: PageClient;
  paths: string[];
}

/** Measures all pages, with a separate database for each number of referrals. */
export async function measurePages(
  { databaseSizes: loads, pageVisits }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  for (const referrals of loads) figures.push(...(await measureAt(referrals, pageVisits, progress)));
  return figures;
}

async function measureAt(referrals: number, visits: number, progress: (line: string) => void): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const folder = await temporaryFolder('bench-pages');
    atEnd(folder.remove);
    const postgres = await openDatabase(join(folder.path, 'postgres'));
    atEnd(postgres.stop);
    const many = referrals.toLocaleString('en');
    await load({ databaseUrl: postgres.url, referrals, progress: (line) => progress(`${many}: ${line}`) });
    return await measurePagesOf(postgres.url, { referrals, visits }, progress);
  } finally {
    await stop();
  }
}

/** Measures all pages of a loaded database. `referrals` is its size, `visits` the number of requests for each page. */
export async function measurePagesOf(
  databaseUrl: string,
  { referrals, visits }: { referrals: number; visits: number },
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const many = referrals.toLocaleString('en');
  listenForPlans();
  await reportScans(databaseUrl, many, progress);
  const visited = await openPages(urlAs(databaseUrl, 'liaise_pages'));
  try {
    const figures: Measurement[] = [];
    for (const page of await pagesOf(visited)) {
      progress(`${many}: ${page.label}`);
      figures.push(...(await measure(page, referrals, visits)));
    }
    return figures;
  } finally {
    await visited.stop();
  }
}

/** Opens each page once on connections that report query plans. These are not measured, because the reports take time. */
async function reportScans(databaseUrl: string, many: string, progress: (line: string) => void): Promise<void> {
  const visited = await openPages(enablePlanNotices(databaseUrl));
  try {
    for (const { label, visitor, paths } of await pagesOf(visited)) {
      takePlans();
      for (const path of paths.slice(0, 2)) await visitor(path);
      const plans = takePlans().filter((plan) => scansIn(plan).length > 0);
      for (const plan of plans) progress(`${many}: ${label} scans ${scansIn(plan).join(', ')} completely:\n${plan}`);
    }
  } finally {
    await visited.stop();
  }
}

async function measure(
  { name, label, visitor, paths }: MeasuredPage,
  referrals: number,
  visits: number,
): Promise<Measurement[]> {
  const visit = async (n: number) => visitor(paths[n % paths.length] ?? '/');
  for (let n = 0; n < WARM_UP; n += 1) await visit(n);
  const took: number[] = [];
  let bytes = 0;
  const processor = processorSeconds();
  for (let n = 0; n < visits; n += 1) {
    const began = performance.now();
    const body = await visit(n);
    took.push(performance.now() - began);
    bytes = Math.max(bytes, Buffer.byteLength(body));
  }
  const spent = (processorSeconds() - processor) / visits;
  took.sort((one, other) => one - other);
  const at = (fraction: number) => took[Math.ceil(fraction * took.length) - 1] ?? 0;
  const of = 'liaise' as const;
  return [
    { of, name: `page-${name}-${referrals}`, label: `${label}, ms`, value: at(0.5), p95: at(0.95) },
    { of, name: `page-processor-${name}-${referrals}`, label: `${label}, CPU ms`, value: spent * 1000 },
    { of, name: `page-size-${name}-${referrals}`, label: `${label}, KB`, value: bytes / 1024 },
  ];
}

/** All pages that are measured. */
export async function pagesOf({ db, visitor, downloader }: OpenedPages): Promise<MeasuredPage[]> {
  const as = ({ id, agencyId }: { id: string; agencyId: string }) => visitor(id, agencyId);
  const desk = (id: string) => as({ id, agencyId: 'xr-desk' });
  const [officer, supervisor, auditor] = [await desk('noor.rowan'), await desk('ines.rowan'), await desk('vera.rowan')];
  const [sender, recipient] = [await as(PEOPLE.sender), await as(PEOPLE.recipient)];
  const { agencyId } = PEOPLE.recipient;
  // Row-level security shows the rows of one agency.
  const some = await asAgency(agencyId, () =>
    db.party.findMany({
      where: { agencyId },
      select: { reference: true },
      orderBy: { submittedAt: 'desc' },
      take: 20,
    }),
  );
  const each = (path: (reference: string) => string) => some.map(({ reference }) => path(reference));
  return [
    { name: 'referrals', label: 'my referrals', visitor: sender, paths: ['/referrals'] },
    { name: 'all', label: 'all referrals', visitor: officer, paths: ['/referrals?desk=all&sort=changed&order=desc'] },
    {
      name: 'country',
      label: 'referrals of one country',
      visitor: officer,
      paths: [`/referrals?desk=all&country=${BUSIEST}`],
    },
    { name: 'waiting', label: 'Waiting for us, coordinator', visitor: supervisor, paths: ['/waiting'] },
    { name: 'waiting-recipient', label: 'Waiting for us, recipient', visitor: recipient, paths: ['/waiting'] },
    { name: 'waiting-sender', label: 'Waiting for us, sender', visitor: sender, paths: ['/waiting?task=reply'] },
    { name: 'triage', label: 'triage queue', visitor: officer, paths: ['/triage'] },
    { name: 'triage-clear', label: 'triage queue, filtered', visitor: officer, paths: ['/triage?proposal=clear'] },
    { name: 'inbox', label: 'inbox', visitor: recipient, paths: ['/inbox'] },
    { name: 'clarifications', label: 'clarifications', visitor: sender, paths: ['/clarifications'] },
    { name: 'now', label: 'Now', visitor: supervisor, paths: ['/now'] },
    { name: 'performance', label: 'Performance', visitor: supervisor, paths: ['/performance'] },
    { name: 'trends', label: 'Performance, pictures', visitor: supervisor, paths: ['/performance/trends'] },
    { name: 'network', label: 'Network', visitor: supervisor, paths: ['/network'] },
    {
      name: 'network-load',
      label: 'Network, load by agency',
      visitor: supervisor,
      paths: ['/network?show=load&by=agency'],
    },
    { name: 'approvals', label: 'Approvals', visitor: supervisor, paths: ['/approvals'] },
    { name: 'sla', label: 'SLA timelines of many referrals', visitor: supervisor, paths: ['/sla'] },
    { name: 'sla-agencies', label: 'Deadlines by agency', visitor: supervisor, paths: ['/sla/agencies'] },
    { name: 'audit', label: 'Audit', visitor: auditor, paths: ['/audit'] },
    {
      name: 'search',
      label: 'search for a number',
      visitor: officer,
      paths: each((reference) => `/search?q=no-${reference}`),
    },
    {
      name: 'referral',
      label: 'one referral',
      visitor: officer,
      paths: each((reference) => `/referrals/${reference}`),
    },
    {
      name: 'timeline',
      label: 'SLA timelines of one referral',
      visitor: supervisor,
      paths: each((reference) => `/sla/${reference}`),
    },
    {
      name: 'sla-pdf',
      label: 'SLA timelines of one referral as PDF',
      visitor: await downloader('ines.rowan', 'xr-desk'),
      paths: each((reference) => `/sla/${reference}/pdf`),
    },
    {
      name: 'dossier-pdf',
      label: 'dossier of one referral as PDF',
      visitor: await downloader('ines.rowan', 'xr-desk'),
      paths: each((reference) => `/referrals/${reference}/dossier`),
    },
  ];
}
