/** Paths in a CyberTipline report: labels of particulars that Liaise writes itself, in the names of the schema. */

import type { ElementType } from '../exchange/cybertipline/grammar.ts';
import { NEWER_ELEMENTS } from '../exchange/cybertipline/schema/newer.ts';
import { ROOTS } from '../exchange/cybertipline/schema/roots.ts';

const NAMES = new Set<string>([
  ...Object.entries(ROOTS).flatMap(([name, type]) => [name, ...namesWithin(type)]),
  ...Object.values(NEWER_ELEMENTS).flatMap((elements) => elements.map(({ name }) => name)),
]);

const STEP = /^@?([A-Za-z0-9]{1,40})(?:\[(\d{1,5})\])?$/;

/** Several details of files are numbered. */
const ROOT = /^(?:report|fileDetails(?:\[\d{1,5}\])?)\//;

/**
 * The digits in a path such as `report/victim[2]/schoolName`; undefined if `token` is no such path. All its names are of the
 * schema, so they carry no more than words do.
 */
export function digitsOfReportPath(token: string): string | undefined {
  if (!ROOT.test(token)) return undefined;
  let digits = '';
  for (const step of token.split('/')) {
    const [, name = '', number = ''] = STEP.exec(step) ?? [];
    if (!NAMES.has(name)) return undefined;
    digits += number;
  }
  return digits;
}

function namesWithin({ attributes, content }: ElementType): string[] {
  const parts = content.kind === 'sequence' || content.kind === 'any-order' ? content.parts : [];
  const children = parts.flatMap(({ choices }) => choices);
  return [...attributes.map(({ name }) => name), ...children.flatMap(({ name, type }) => [name, ...namesWithin(type)])];
}
