/** A schema that the operator supplies: which of its faults refuse a report, and which elements it lacks. */

import { type ReportFault, reportFault } from '../report-faults.ts';
import { everyNode, type Node } from './node.ts';
import { MAX_FAULTS } from './validate.ts';

/** A fault that a validator found. It repeats no value of the file. */
export interface SchemaFault {
  line: number;
  /** The name of the element as in the file. */
  element: string;
  /** The attribute that the fault is about. */
  attribute?: string;
  kind: 'not-in-schema' | 'incomplete' | 'wrong-value';
}

/** A schema to validate reports against, in addition to the built-in tables of elements. */
export interface ReportSchema {
  /** As answers and loss reports name it. */
  name: string;
  faults(xml: string): SchemaFault[];
  /** Whether it declares an element or attribute of this name anywhere. */
  declares(name: string): boolean;
  /** Whether it permits elements or attributes that it does not declare. */
  hasWildcards: boolean;
}

const REASONS: Record<SchemaFault['kind'], string> = {
  'not-in-schema': 'the element, its place or an attribute of it is not allowed by',
  incomplete: 'an element or attribute is missing by',
  'wrong-value': 'the value or the content is not allowed by',
};

/** The faults that refuse a report. Elements that the schema lacks do so only if `isStrict`, and are not named. */
export function refusingFaults(schema: ReportSchema, faults: readonly SchemaFault[], isStrict: boolean): ReportFault[] {
  return faults
    .filter(({ kind }) => isStrict || kind !== 'not-in-schema')
    .slice(0, MAX_FAULTS)
    .map(({ line, element, kind }) => {
      const path = schema.declares(element) ? element : '';
      return reportFault({ line, column: 1 }, path, `${REASONS[kind]} the schema ${schema.name}`);
    });
}

/**
 * The elements and attributes of a report that the schema lacks, with all that they contain. A validator does not report
 * each of them. After the first unexpected element, it skips what the element contains and what follows it.
 */
export function lackedNodes(root: Node, schema: ReportSchema, faults: readonly SchemaFault[]): ReadonlySet<Node> {
  const places = new Set(
    faults.flatMap(({ line, element, attribute, kind }) =>
      kind === 'not-in-schema' ? [`${line} ${attribute ?? element}`] : [],
    ),
  );
  const isLacked = ({ name, line, isUnknown }: Node) =>
    isUnknown && (places.has(`${line} ${name}`) || !(schema.hasWildcards || schema.declares(name)));
  const lackedIn = (node: Node): Node[] =>
    isLacked(node)
      ? everyNode(node).flatMap((each) => [each, ...each.attributes])
      : [...node.attributes.filter(isLacked), ...node.children.flatMap(lackedIn)];
  return new Set(lackedIn(root));
}
