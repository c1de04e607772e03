/** Keeps account of every leaf of a report, so that nothing is lost unsaid: it is in the referral or in the loss report. */

import type { ParticularsEntry } from '../../submission.ts';
import type { LossEntry, LossReason } from '../loss-report.ts';
import { leaves, type Node } from './node.ts';

/** `mapped`: a field says it whole. `mapped-and-kept`: a field says it, and particulars say where it stood. */
type LeafOutcome = 'mapped' | 'mapped-and-kept' | LossReason;

export interface Ledger {
  mapped(...leaves: (Node | undefined)[]): void;
  mappedAndKept(...leaves: (Node | undefined)[]): void;
  lost(reason: LossReason, ...leaves: (Node | undefined)[]): void;
  /** What nobody has claimed is kept as particulars. */
  settle(root: Node): Settlement;
}

interface Settlement {
  particulars: ParticularsEntry[];
  loss: LossEntry[];
  /** Leaves whose text goes on as text, or was dropped: all but those that became codes, numbers, times or hashes. */
  texts: Node[];
}

const NOT_KEPT: readonly LeafOutcome[] = ['mapped', 'no-place-in-model', 'empty'];

export function openLedger(): Ledger {
  const fates = new Map<Node, LeafOutcome>();
  const decide = (fate: LeafOutcome, nodes: readonly (Node | undefined)[]) => {
    for (const node of nodes) if (node) fates.set(node, fate);
  };
  return {
    mapped: (...nodes) => decide('mapped', nodes),
    mappedAndKept: (...nodes) => decide('mapped-and-kept', nodes),
    lost: (reason, ...nodes) => decide(reason, nodes),
    settle: (root) => settle(leaves(root), fates),
  };
}

function settle(all: readonly Node[], fates: ReadonlyMap<Node, LeafOutcome>): Settlement {
  const settlement: Settlement = { particulars: [], loss: [], texts: [] };
  for (const leaf of all) {
    const fate = leaf.value.trim() === '' ? 'empty' : (fates.get(leaf) ?? 'kept-as-particulars-only');
    if (!NOT_KEPT.includes(fate)) settlement.particulars.push({ label: leaf.path, value: leaf.value });
    if (fate !== 'mapped' && fate !== 'mapped-and-kept') {
      settlement.loss.push({ path: leaf.path, line: leaf.line, reason: fate });
    }
    if (fate !== 'mapped') settlement.texts.push(leaf);
  }
  return settlement;
}
