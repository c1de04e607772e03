/** A schema that the operator supplies: which of its faults refuse a report, and how they are described. */

import { type ReportFault, reportFault, shownName } from '../report-faults.ts';
import { MAX_FAULTS } from './validate.ts';

/** A fault that a validator found. It repeats no content of the file. */
export interface SchemaFault {
  line: number;
  /** The name of the element as in the file. */
  element: string;
  kind: 'not-in-schema' | 'incomplete' | 'wrong-value';
}

/** A schema to validate reports against, in addition to the built-in tables of elements. */
export interface ReportSchema {
  /** As answers and loss reports name it. */
  name: string;
  faults(xml: string): SchemaFault[];
}

const REASONS: Record<SchemaFault['kind'], string> = {
  'not-in-schema': 'the element, its place or an attribute of it is not allowed by',
  incomplete: 'an element or attribute is missing by',
  'wrong-value': 'the value or the content is not allowed by',
};

/** The faults that refuse a report. Elements that the schema lacks do so only if `isStrict`. */
export function refusingFaults(
  { name }: ReportSchema,
  faults: readonly SchemaFault[],
  isStrict: boolean,
): ReportFault[] {
  return faults
    .filter(({ kind }) => isStrict || kind !== 'not-in-schema')
    .slice(0, MAX_FAULTS)
    .map(({ line, element, kind }) =>
      reportFault({ line, column: 1 }, shownName(element), `${REASONS[kind]} the schema ${name}`),
    );
}
