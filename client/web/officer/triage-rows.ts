/** The rows of the triage queue: each referral with its proposal, and whether that can be accepted with others. */

import { disclose } from '../../../domain/disclosure.ts';
import type { TriageProposal } from '../../../domain/events.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Directory } from '../../../domain/routing/directory.ts';
import { agreedProposal } from '../../../domain/triage-agreement.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { readWithLiveClocks } from '../../../prisma/store/referrals.ts';
import type { ListRow } from '../../queries/list.ts';
import { possibleActs } from '../../queries/may-act.ts';
import { type PossibleDuplicate, possibleDuplicates } from '../../queries/possible-duplicates.ts';
import { unreachableOf } from '../referral/decision.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';

/** A referral that waits for triage. */
export interface WaitingReferral extends ListRow {
  /** As disclosed to the viewer. */
  referral: Referral;
  /** The proposal, if it can be accepted together with others. */
  agreed?: TriageProposal;
  /** Other referrals that share values with it. */
  duplicates: readonly PossibleDuplicate[];
}

/** Possible duplicates that are counted for each row. The opened referral shows all. */
const MAX_DUPLICATES = 3;

/** Reads the referrals of the rows. */
export async function waitingReferrals(
  { db, lookup }: ReferralPageDeps,
  person: Person,
  rows: readonly ListRow[],
): Promise<WaitingReferral[]> {
  const now = new Date().toISOString();
  const { directory } = await lookup();
  const read = await readWithLiveClocks(
    db,
    rows.map(({ referralId }) => referralId),
  );
  const duplicates = await possibleDuplicates(db, person, read, MAX_DUPLICATES);
  const seen = new Map(read.map((each) => [each.id, disclose(each, person).referral]));
  return rows.flatMap((row) => {
    const referral = seen.get(row.referralId);
    if (referral === undefined) return [];
    const others = duplicates.get(referral.id) ?? [];
    const agreed = acceptableWithOthers({ referral, duplicates: others, directory, person, now });
    return [{ ...row, referral, duplicates: others, ...(agreed && { agreed }) }];
  });
}

interface Acceptance {
  referral: Referral;
  duplicates: readonly PossibleDuplicate[];
  directory: Directory;
  person: Person;
  now: Instant;
}

/**
 * The proposal, if it agrees with the sender, its country can receive the referral, there is no possible duplicate, no question
 * to the sender is open, and the person may accept it. Only these are accepted without a look at each.
 */
export function acceptableWithOthers(asked: Acceptance): TriageProposal | undefined {
  const { referral, duplicates, directory, person, now } = asked;
  const proposal = agreedProposal(referral);
  const [leading] = proposal?.countries ?? [];
  if (proposal === undefined || leading === undefined || duplicates.length > 0) return undefined;
  if (referral.status === 'awaiting-information') return undefined;
  if (possibleActs(referral, person, now, ['complete-triage']).length === 0) return undefined;
  return unreachableOf(referral, directory, now).includes(leading.country) ? undefined : proposal;
}
