/** Faults of a clock policy whose numbers name no law. A number without a source is not statutory. */

import { URGENCIES } from '../vocabulary.ts';
import type { ClockPolicy, PolicyCase, PolicyFault, Terms } from './policy-schema.ts';

type Path = PolicyFault['path'];

/** Of the basis of the clock, and of the numbers beside the amounts at each urgency. */
export function sourceFaults({ basis, terms }: Pick<ClockPolicy, 'basis' | 'terms'>, path: Path): PolicyFault[] {
  return [...basisFaults(basis, [...path, 'basis']), ...numberFaults(basis, terms, [...path, 'terms'])];
}

/** Of a case, which has its own basis or that of the policy. */
export function caseSourceFaults(policy: ClockPolicy, { basis, terms }: PolicyCase, path: Path): PolicyFault[] {
  return [
    ...(basis ? basisFaults(basis, [...path, 'basis']) : inheritedBasisFaults(policy, terms, path)),
    ...numberFaults(basis ?? policy.basis, terms, [...path, 'terms']),
  ];
}

function basisFaults({ level, source }: ClockPolicy['basis'], path: Path): PolicyFault[] {
  if (level === 'TARGET' || source) return [];
  return [{ path: [...path, 'source'], message: 'a statutory clock needs the act and the article' }];
}

/** The article of the clock is the source of its own amounts only. */
function inheritedBasisFaults({ basis, terms }: ClockPolicy, ofCase: PolicyCase['terms'], path: Path): PolicyFault[] {
  const isOther = URGENCIES.some((urgency) => {
    const some = ofCase[urgency];
    return some && some !== 'none' && (some.amount !== terms[urgency].amount || some.unit !== terms[urgency].unit);
  });
  if (basis.level === 'TARGET' || !isOther) return [];
  return [
    { path: [...path, 'basis'], message: 'is missing: the article of the clock is not the source of other amounts' },
  ];
}

/** Extensions, limits and floors have other numbers than the article of the clock. */
function numberFaults({ level }: ClockPolicy['basis'], terms: PolicyCase['terms'], path: Path): PolicyFault[] {
  if (level === 'TARGET') return [];
  return URGENCIES.flatMap((urgency) => {
    const some = terms[urgency];
    if (some === undefined || some === 'none') return [];
    return numbersOf(some).flatMap(({ at, source, target }): PolicyFault[] => {
      if (source || target) return [];
      const message = 'a number of a statutory clock needs "source", or "target": true if no law has it';
      return [{ path: [...path, urgency, ...at], message }];
    });
  });
}

function numbersOf({ extension, latestOf = [], earliestOf = [], shorterOnRequest }: Terms) {
  return [
    ...(extension ? [{ at: ['extension'], ...extension }] : []),
    ...latestOf.map((limit, index) => ({ at: ['latestOf', index], ...limit })),
    ...earliestOf.map((limit, index) => ({ at: ['earliestOf', index], ...limit })),
    ...(shorterOnRequest ? [{ at: ['shorterOnRequest', 'floor'], ...shorterOnRequest.floor }] : []),
  ];
}
