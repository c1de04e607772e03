/** What a check finds: an inconsistency, and the command that repairs it. */

import type { Referral } from '../../domain/referral.ts';
import type { LeafContradiction } from '../../prisma/store/leaf-comparison.ts';
import type { LogDifference } from '../log/log-difference.ts';
import type { RegisterDifference } from './compare-register.ts';

/** An inconsistency of one referral, and the command that repairs it. */
export interface Finding {
  /** The id of the workflow, if it is not that of a referral. */
  referralId: string;
  /** Empty if the journal does not have it. */
  reference: string;
  fault: Inconsistency;
  detail: string;
  remedy: 'liaise rebuild' | 'liaise repair' | 'liaise erasure-register apply' | 'start a worker' | 'investigate';
}

/** The kinds of inconsistencies that `liaise check` finds. */
export type Inconsistency =
  /** Journal and audit log contradict each other, or the log is not what was sealed: see docs/audit-log.md. */
  | LeafContradiction['fault']
  | LogDifference['fault']
  /** The erasure register and the database do not agree. */
  | RegisterDifference['fault']
  /** An entry is missing: later entries exist, or the audit log has it. */
  | 'journal-broken'
  /** Temporal's history has entries that the journal lacks: a backup was restored. */
  | 'journal-behind'
  /** Both have an entry of that number with different content: acts followed the restore of a backup. */
  | 'journal-contradicted'
  | 'projection-differs'
  | 'projection-unfounded'
  /** The counts of an agency are not those of its recipients and parties. */
  | 'statistics-differ'
  /** Referrals without request events: `liaise rebuild` was not run after the upgrade that added them. */
  | 'statistics-incomplete'
  /** The adopted clock policies are not those of the audit log. The detail names the version. */
  | 'policies-differ'
  /** A due instant does not follow from the start, the pauses and the extensions of its clock. */
  | 'clock-differs'
  /** An open referral without a running workflow. */
  | 'no-workflow'
  | 'workflow-behind'
  /** The workflow seems behind or late and does not answer a query: no worker runs. */
  | 'workflow-silent'
  /** A workflow whose id is not that of a referral. Liaise did not start it. */
  | 'workflow-foreign'
  /** A duty of the engine, such as an overdue clock, has been due for a minute without any progress of the workflow. */
  | 'duty-overdue'
  /** Letters are due, and no dispatcher tries them. */
  | 'letters-unsent'
  /** A recipient received its letter, or did not, and the referral has not recorded it. */
  | 'delivery-unrecorded';

const REMEDIES: Partial<Record<Inconsistency, Finding['remedy']>> = {
  'journal-broken': 'liaise repair',
  'journal-behind': 'liaise repair',
  'journal-contradicted': 'liaise repair',
  'projection-differs': 'liaise rebuild',
  'projection-unfounded': 'liaise repair',
  'statistics-differ': 'liaise rebuild',
  'statistics-incomplete': 'liaise rebuild',
  'no-workflow': 'liaise repair',
  'workflow-behind': 'liaise repair',
  'workflow-silent': 'start a worker',
  'workflow-foreign': 'liaise repair',
  'duty-overdue': 'liaise repair',
  'erasure-undone': 'liaise erasure-register apply',
  'erasure-unregistered': 'liaise erasure-register apply',
  'letters-unsent': 'start a worker',
  'delivery-unrecorded': 'start a worker',
};

/** @param of a referral, or an id if the journal does not have it */
export function finding(of: Pick<Referral, 'id' | 'reference'> | string, fault: Inconsistency, detail = ''): Finding {
  const [referralId, reference] = typeof of === 'string' ? [of, ''] : [of.id, of.reference];
  return { referralId, reference, fault, detail, remedy: REMEDIES[fault] ?? 'investigate' };
}
