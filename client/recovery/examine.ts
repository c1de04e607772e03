/** Compares referrals with their journals and leaves, from the database alone: the work that threads can share. */

import { setImmediate } from 'node:timers/promises';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { type Duty, nextDuty } from '../../domain/duty.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Referral } from '../../domain/referral.ts';
import { isSameJson } from '../../prisma/store/compare-json.ts';
import { type Comparison, compareStored, hasUncounted } from '../../prisma/store/comparison.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { contradictionsIn, type LeafContradiction } from '../../prisma/store/leaf-comparison.ts';
import { readAtOneMoment, type StoredReferral } from '../../prisma/store/stored-referrals.ts';
import { type Finding, finding, type Inconsistency } from './finding.ts';
import type { Remembered } from './temporal-history.ts';

/** A referral, and what Temporal's histories contain of it. */
export interface ToExamine {
  id: string;
  remembered: readonly Remembered[];
}

/** What the database shows of a referral. */
export interface ExaminedReferral {
  referralId: string;
  findings: Finding[];
  /** The workflow that it must have; undefined if the journal does not show it. */
  workflow: ExpectedWorkflow | undefined;
}

export interface ExpectedWorkflow {
  referral: Pick<Referral, 'id' | 'reference' | 'seq'>;
  /** Whether the engine has something to do or to wait for. */
  isOwed: boolean;
  /** The duty that the engine had a minute ago, if nothing has happened since. */
  overdue: Duty['type'] | undefined;
}

/** Examines referrals that are read together. */
export async function examine(db: Database, referrals: readonly ToExamine[]): Promise<ExaminedReferral[]> {
  const byId = new Map(referrals.map(({ id, remembered }) => [id, remembered]));
  const examined: ExaminedReferral[] = [];
  for (const [id, stored] of await readAtOneMoment(db, [...byId.keys()])) {
    examined.push(examineReferral(id, stored, byId.get(id) ?? []));
    // A worker that checks also has other work.
    await setImmediate();
  }
  return examined;
}

/** The referrals that seem to differ from their journal. Each is compared again when it is locked. */
export async function differing(db: Database, ids: readonly string[]): Promise<string[]> {
  const stored = [...(await readAtOneMoment(db, ids))];
  return stored.flatMap(([id, each]) => {
    const { isWhole, differs } = compareStored(id, each);
    return isWhole && differs.length === 0 && !hasUncounted(each) ? [] : [id];
  });
}

function examineReferral(
  referralId: string,
  stored: StoredReferral,
  remembered: readonly Remembered[],
): ExaminedReferral {
  const found = (findings: Finding[], workflow?: ExpectedWorkflow): ExaminedReferral => ({
    referralId,
    findings,
    workflow,
  });
  const comparison = compareStored(referralId, stored);
  const { referral, differs, journal, steps } = comparison;
  const contradictions = contradictionsIn(referralId, stored, steps);
  const lost = journalFault(comparison, contradictions, remembered);
  const forged = contradictions
    .filter(({ fault }) => !lost || fault !== 'entry-deleted')
    .map(({ fault, detail }) => finding(referral ?? referralId, fault, detail));
  if (lost) return found([finding(referral ?? referralId, ...lost), ...forged]);
  if (referral === undefined) return found(differs.length > 0 ? [finding(referralId, 'projection-unfounded')] : []);
  // Nothing may be derived from a journal that contradicts the log.
  const derived =
    forged.length > 0
      ? forged
      : differs.length > 0
        ? [finding(referral, 'projection-differs', differs.join(', '))]
        : [];
  const { id, reference, seq } = referral;
  return found([...derived, ...clockFindings(referral, journal).findings], {
    referral: { id, reference, seq },
    isOwed: nextDuty(referral, new Date().toISOString()).type !== 'end',
    overdue: overdueDuty(referral, journal),
  });
}

/** Recomputes every clock of a journal. */
export function clockFindings(
  referral: Pick<Referral, 'id' | 'reference'>,
  journal: readonly JournalEntry[],
): { clocks: number; findings: Finding[] } {
  const { clocks, differing } = recomputeAll(journal);
  const findings = differing.map(({ clockId, recordedAt, recomputedAt }) =>
    finding(referral, 'clock-differs', `${clockId}: recorded ${recordedAt}, recomputed ${recomputedAt}`),
  );
  return { clocks, findings };
}

function journalFault(
  { journal, isWhole }: Comparison,
  contradictions: readonly LeafContradiction[],
  remembered: readonly Remembered[],
): [Inconsistency, string] | undefined {
  if (!isWhole) {
    const missing = contradictions.filter(({ fault }) => fault === 'entry-deleted').map(({ seq }) => seq);
    return ['journal-broken', `${journal.length} entries are left; missing: ${missing.join(', ') || 'the first ones'}`];
  }
  const last = Math.max(0, ...remembered.map(({ seq }) => seq));
  if (last > journal.length) return ['journal-behind', `${last - journal.length} entries`];
  const other = remembered.find(({ seq, entry }) => entry && !isSameJson(entry, journal[seq - 1]));
  return other && ['journal-contradicted', `entry ${other.seq}`];
}

const LATE_MS = 60_000;

/** The duty that the engine had a minute ago, if nothing has happened since. */
function overdueDuty(referral: Referral, journal: readonly JournalEntry[]): Duty['type'] | undefined {
  const aMinuteAgo = new Date(Date.now() - LATE_MS).toISOString();
  if ((journal.at(-1)?.at ?? aMinuteAgo) > aMinuteAgo) return undefined;
  const { type } = nextDuty(referral, aMinuteAgo);
  return type === 'wait' || type === 'end' ? undefined : type;
}
