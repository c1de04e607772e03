/** Records the outcome of each leaf of a report, so that the loss report lists each leaf that is not in the referral. */

import type { ParticularsEntry } from '../../submission.ts';
import type { LossEntry, LossReason } from '../loss-report.ts';
import { leaves, type Node } from './node.ts';

/** `mapped`: a field has the whole value. `mapped-and-kept`: particulars also have it, with its path. */
type LeafOutcome = 'mapped' | 'mapped-and-kept' | LossReason;

export interface Ledger {
  mapped(...leaves: (Node | undefined)[]): void;
  mappedAndKept(...leaves: (Node | undefined)[]): void;
  lost(reason: LossReason, ...leaves: (Node | undefined)[]): void;
  /** Leaves without an outcome are kept as particulars. */
  settle(root: Node): Settlement;
}

interface Settlement {
  particulars: ParticularsEntry[];
  loss: LossEntry[];
  /** Leaves whose text is kept as text or dropped: all that did not become codes, numbers, times or hashes. */
  texts: Node[];
}

const NOT_KEPT: readonly LeafOutcome[] = ['mapped', 'no-place-in-model', 'empty'];

export function openLedger(): Ledger {
  const outcomes = new Map<Node, LeafOutcome>();
  const decide = (outcome: LeafOutcome, nodes: readonly (Node | undefined)[]) => {
    for (const node of nodes) if (node) outcomes.set(node, outcome);
  };
  return {
    mapped: (...nodes) => decide('mapped', nodes),
    mappedAndKept: (...nodes) => decide('mapped-and-kept', nodes),
    lost: (reason, ...nodes) => decide(reason, nodes),
    settle: (root) => settle(leaves(root), outcomes),
  };
}

function settle(all: readonly Node[], outcomes: ReadonlyMap<Node, LeafOutcome>): Settlement {
  const settlement: Settlement = { particulars: [], loss: [], texts: [] };
  for (const leaf of all) {
    const outcome = leaf.value.trim() === '' ? 'empty' : (outcomes.get(leaf) ?? 'kept-as-particulars-only');
    if (!NOT_KEPT.includes(outcome)) settlement.particulars.push({ label: leaf.path, value: leaf.value });
    if (outcome !== 'mapped' && outcome !== 'mapped-and-kept') {
      settlement.loss.push({ path: leaf.path, line: leaf.line, reason: outcome });
    }
    if (outcome !== 'mapped') settlement.texts.push(leaf);
  }
  return settlement;
}
