/** What was measured, and of whom. */

/** The columns of the table. */
export const ENGINES = {
  bare: 'bare workflow',
  quiet: 'Liaise, letters off',
  liaise: 'Liaise',
  dbos: 'DBOS',
  restate: 'Restate',
} as const;

export type Engine = keyof typeof ENGINES;

export interface Measurement {
  of: Engine;
  /** For programs; figures of one name make one row. */
  name: string;
  /** For people: what it is, with its unit. */
  label: string;
  value: number;
  /** Beside a middle value: the one that 95 of 100 do not pass. */
  p95?: number;
}

export function findValue(figures: readonly Measurement[], of: Engine, name: string): number | undefined {
  return figures.find((figure) => figure.of === of && figure.name === name)?.value;
}
