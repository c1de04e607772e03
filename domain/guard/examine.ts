/** What the guard would refuse, leave out or count in a document, and why. Nothing of the content is repeated. */

import { assessLeaves, type LeafCost, type TextLeaf } from './assess.ts';
import type { TextCosts } from './budget.ts';
import { utf8Length } from './tokens.ts';

/** `left-out`: only in a report file, the rest of which is imported. `counted`: towards the budget of the referral. */
export type GuardOutcome = 'refused' | 'left-out' | 'counted';

export interface GuardFinding {
  /** The field (`materials.2.value`), or the element of a report; empty for the document as a whole. */
  path: string;
  /** Of a report file; counts from 1. */
  line?: number;
  outcome: GuardOutcome;
  /** A code, for example `looks-like-file`. */
  reason: string;
  /** The format that was recognised, for example `an image`. */
  format?: string;
  /** Of the text in UTF-8, or the bytes of it that are counted. */
  bytes: number;
}

export interface Examination {
  findings: GuardFinding[];
  /** What the document counts towards the budget, in total. */
  counted: TextCosts;
}

/** Examines texts that were collected from a document. `limits`: what the document may count. Linear in their length. */
export function examineTexts(leaves: readonly TextLeaf[], limits: TextCosts): Examination {
  const { files, costs, opaque, identifier: identifiers, hashes } = assessLeaves(leaves);
  const texts = new Map(leaves.map(({ path, text }) => [path, text]));
  const counted = { opaque, identifiers, hashes };
  const findings = files.map(({ path, kind }): GuardFinding => {
    const bytes = utf8Length(texts.get(path) ?? '');
    return { path, outcome: 'refused', reason: 'looks-like-file', format: kind, bytes };
  });
  for (const kind of ['opaque', 'identifiers', 'hashes'] as const) {
    if (counted[kind] <= limits[kind]) continue;
    const path = kind === 'hashes' ? (leaves.find(({ isHash }) => isHash)?.path ?? '') : largest(costs, KEYS[kind]);
    findings.push({ path, outcome: 'refused', reason: TOO_MANY[kind], bytes: counted[kind] });
  }
  for (const { path, opaque: unexplained, identifier } of costs) {
    if (unexplained > 0) findings.push({ path, outcome: 'counted', reason: 'encoded-text', bytes: unexplained });
    if (identifier > 0) findings.push({ path, outcome: 'counted', reason: 'identifiers', bytes: identifier });
  }
  return { findings, counted };
}

const KEYS = { opaque: 'opaque', identifiers: 'identifier' } as const;
const TOO_MANY = {
  opaque: 'too-much-encoded-text',
  identifiers: 'too-many-identifiers',
  hashes: 'too-many-hashes',
} as const satisfies Record<keyof TextCosts, string>;

function largest(costs: readonly LeafCost[], kind: 'opaque' | 'identifier'): string {
  return costs.toSorted((one, other) => other[kind] - one[kind])[0]?.path ?? '';
}
