/** Measured values, each with its engine. */

/** The columns of the table. */
export const ENGINES = {
  bare: 'bare workflow',
  quiet: 'Liaise, letters off',
  liaise: 'Liaise',
  dbos: 'DBOS',
  restate: 'Restate',
} as const;

export type MeasuredEngine = keyof typeof ENGINES;

export interface Measurement {
  of: MeasuredEngine;
  /** Identifies the row; values with the same name are in one row. */
  name: string;
  /** The label of the row, with the unit. */
  label: string;
  value: number;
  /** The 95th percentile; `value` is then the median. */
  p95?: number;
}

export function findValue(figures: readonly Measurement[], of: MeasuredEngine, name: string): number | undefined {
  return figures.find((figure) => figure.of === of && figure.name === name)?.value;
}
