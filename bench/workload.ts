/** The workload: one lifecycle of a referral in eight acts, on any engine. */

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
  /** Runs one lifecycle; returns the milliseconds of each act, in order. */
  lifecycle(): Promise<number[]>;
  /** Waits for background work after the last act. */
  settle?(): Promise<void>;
  /** The number of history events of one lifecycle, if the engine has a history. */
  events?(): Promise<number>;
}

/** Disk usage in bytes. */
export interface DiskUsage {
  /** Of the database with journal and audit log. */
  rows: number;
  /** Of the store of the engine. */
  engine: number;
}
