/** Recomputes the due instants of all clocks from the journal. Reads neither Temporal nor the present calendars. */

import { fold } from '../../domain/apply.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournals } from '../../prisma/store/stored-referrals.ts';
import { workAhead } from '../platform/work-ahead.ts';
import { everyPage, type Progress } from './every-referral.ts';
import { clockFindings } from './examine.ts';
import type { Finding } from './finding.ts';

/** How many clocks were recomputed, and those that differ. */
export interface ClockCheck {
  clocks: number;
  findings: Finding[];
}

/** Checks the clocks of every referral, closed ones too. */
export async function checkClocks({ db, progress }: { db: Database; progress?: Progress }): Promise<ClockCheck> {
  const whole: ClockCheck = { clocks: 0, findings: [] };
  const read = (ids: string[]) => readJournals(db, ids);
  for await (const journals of workAhead(everyPage(db, progress), read)) {
    for (const [referralId, journal] of journals) {
      const of = fold(referralId, journal) ?? { id: referralId, reference: '' };
      const { clocks, findings } = clockFindings(of, journal);
      whole.clocks += clocks;
      whole.findings.push(...findings);
    }
  }
  return whole;
}
