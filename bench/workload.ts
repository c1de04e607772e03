/** What is measured: one referral's life in eight acts, whatever engine carries it. */

export const ACT_NAMES = [
  'submit',
  'complete-triage',
  'acknowledge',
  'accept',
  'report-interim-outcome',
  'report-final-outcome',
  'propose-closure',
  'approve-closure',
] as const;

export interface Workload {
  /** Carries one life out; answers with the milliseconds of each act, in order. */
  lifecycle(): Promise<number[]>;
  /** Waits for what is still owed when every act is answered. */
  settle?(): Promise<void>;
  /** Events that one life leaves in the history of the engine, where it keeps one. */
  events?(): Promise<number>;
}

/** What stands on the disk, in bytes. */
export interface DiskUsage {
  /** In the database that holds journal and audit log. */
  rows: number;
  /** In what the engine keeps for itself. */
  engine: number;
}
