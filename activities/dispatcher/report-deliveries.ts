/** Reports to referrals which recipients received their letter, and which letters failed. Repeated until it is recorded. */

import { v5 as uuidv5 } from 'uuid';
import { recipientChanged } from '../../domain/decisions/letter-delivery.ts';
import type { LetterResult } from '../../domain/letter-kinds.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { deleteReports, dueReports } from '../../prisma/store/letter-reports.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import type { WakeUp } from './wake-up.ts';

/** Performs the engine's act on the referral. It may be repeated: the act is recorded once. @throws if it is not recorded. */
export type DeliveryReporter = (referralId: string, actId: string, results: LetterResult[]) => Promise<void>;

/** What the reporting needs. */
export interface ReportingDeps {
  db: Database;
  report: DeliveryReporter;
  signal: AbortSignal;
}

/** Reports of a run that was killed, and those that failed, are found after this time. */
const POLL_MS = 5_000;
const CONCURRENT = 4;

/** Reports until `signal` aborts. It runs beside the sending, so that no letter waits for a workflow. */
export async function reportDeliveries(deps: ReportingDeps, wakeUp: WakeUp): Promise<void> {
  const { db, signal } = deps;
  while (!signal.aborted) {
    wakeUp.clear();
    const next = (await dueReports(db).catch(() => [])).values();
    const work = async () => {
      for (const { referralId, results } of next) {
        if (signal.aborted) return;
        // A workflow that does not answer delays no other one. Its report stays.
        await reportOne(deps, referralId, results).catch(() => {});
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT }, work));
    await wakeUp.wait(POLL_MS, signal);
  }
}

async function reportOne({ db, report }: ReportingDeps, referralId: string, results: LetterResult[]): Promise<void> {
  const referral = await findReferral(db, referralId);
  const relevant = results.filter((result) => referral && recipientChanged(result, referral) !== undefined);
  if (relevant.length > 0) await report(referralId, actIdOf(relevant), relevant);
  await deleteReports(
    db,
    results.map(({ letterId }) => letterId),
  );
}

/** Namespace of the acts (RFC 9562, version 5): the same results give the same act. */
const ACT_NAMESPACE = '0e6b4a52-6b4a-5d0f-9f63-7d1f0c2f8a31';

function actIdOf(results: readonly LetterResult[]): string {
  return uuidv5(results.map(({ letterId }) => letterId).join('/'), ACT_NAMESPACE);
}
