/** What is raised to supervisors: faults of the log, and lost keys that were given up. */

/** Kinds of alarms, as they are stored. */
export const LOG_ALARM_KINDS = [
  /** The log has fewer leaves than a checkpoint that was signed: a backup was restored. */
  'rolled-back',
  /** The log has other leaves than those under a signed checkpoint. */
  'forked',
  /** The newest stored checkpoint has no valid signature of the log. */
  'checkpoint-changed',
  /** A witness does not countersign, and shows no checkpoint that contradicts the log. The log is continued. */
  'witness-refused',
  /** Too few witnesses have countersigned for a while. */
  'not-witnessed',
  /** An administrator gave up a lost key, by command and alone. */
  'key-given-up',
] as const;
export type LogAlarmKind = (typeof LOG_ALARM_KINDS)[number];

/** Whether the text is a known kind. */
export function isLogAlarmKind(text: string): text is LogAlarmKind {
  return LOG_ALARM_KINDS.some((kind) => kind === text);
}
