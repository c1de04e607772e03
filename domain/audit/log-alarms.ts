/** The faults of the log that are raised to supervisors. */

/** Kinds of alarms, as the sealer stores them. */
export const LOG_ALARM_KINDS = [
  /** The log has fewer leaves than a checkpoint that was signed: a backup was restored. */
  'rolled-back',
  /** The log has other leaves than those under a signed checkpoint. */
  'forked',
  /** The newest stored checkpoint has no valid signature of the log. */
  'checkpoint-changed',
  /** A witness does not have the log or its key. */
  'witness-refused',
  /** Too few witnesses have countersigned for a while. */
  'not-witnessed',
] as const;
export type LogAlarmKind = (typeof LOG_ALARM_KINDS)[number];

/** Whether the text is a known kind. */
export function isLogAlarmKind(text: string): text is LogAlarmKind {
  return LOG_ALARM_KINDS.some((kind) => kind === text);
}
