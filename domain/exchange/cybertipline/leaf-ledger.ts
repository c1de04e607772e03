/** Records the outcome of each leaf of a report, so that the loss report lists each leaf that is not in the referral. */

import type { ParticularsEntry } from '../../submission.ts';
import type { Instant } from '../../vocabulary.ts';
import type { LossReason } from '../loss-report.ts';
import { instantFromDateTime } from './lexical-forms.ts';
import { leaves, type Node } from './node.ts';
import { cutTexts } from './text-pieces.ts';

/** `mapped`: a field has the whole value. `mapped-and-kept`: particulars also have it, with its path. */
type LeafOutcome = 'mapped' | 'mapped-and-kept' | LossReason;

/** Records for each value of a report whether it was mapped, kept as particulars, or lost. */
export interface Ledger {
  mapped(...leaves: (Node | undefined)[]): void;
  mappedAndKept(...leaves: (Node | undefined)[]): void;
  lost(reason: LossReason, ...leaves: (Node | undefined)[]): void;
  /** `text` replaces the leaves of `nodes`, of which the first represents all in the loss report. */
  summarised(nodes: readonly [Node, ...Node[]], text: string): void;
  /**
   * The instant of a past event; undefined if the text is not an instant, or is in the future. This is recorded as not
   * usable.
   */
  pastInstant(node: Node | undefined): Instant | undefined;
  /** Records the node that an entry of a list was read from, and returns the entry. */
  from<T extends object>(node: Node, entry: T): T;
  /** Leaves without an outcome are kept as particulars, of long texts as many characters as are given. */
  settle(root: Node, characters: number): Settlement;
}

/** What became of the leaves of a report that the mapping did not use, and where entries of lists came from. */
export interface Settlement {
  particulars: ParticularsEntry[];
  /** What is lost of each node. */
  lost: Map<Node, LossReason>;
  /** The nodes that entries of lists were read from. */
  sources: Map<object, Node>;
}

const NOT_KEPT: readonly LeafOutcome[] = ['mapped', 'no-place-in-model', 'empty'];

/** Of a label, in characters. */
const LABEL_LENGTH = 500;

/** Creates an empty ledger. @param latest the latest instant of something that has happened, in milliseconds since 1970 */
export function openLedger(latest: number): Ledger {
  const outcomes = new Map<Node, LeafOutcome>();
  const summaries = new Map<Node, string>();
  const summarised = new Set<Node>();
  const sources = new Map<object, Node>();
  const decide = (outcome: LeafOutcome, nodes: readonly (Node | undefined)[]) => {
    for (const node of nodes) if (node) outcomes.set(node, outcome);
  };
  return {
    mapped: (...nodes) => decide('mapped', nodes),
    mappedAndKept: (...nodes) => decide('mapped-and-kept', nodes),
    lost: (reason, ...nodes) => decide(reason, nodes),
    summarised: (nodes, text) => {
      summaries.set(nodes[0], text);
      for (const leaf of nodes.flatMap(leaves)) summarised.add(leaf);
    },
    pastInstant: (node) => {
      const instant = node && instantFromDateTime(node.value);
      if (instant && Date.parse(instant) <= latest) return instant;
      decide('value-not-usable', [node]);
      return undefined;
    },
    from: (node, entry) => {
      sources.set(entry, node);
      return entry;
    },
    settle: (root, characters) => {
      const lost = new Map<Node, LossReason>();
      const kept: [node: Node, value: string][] = [];
      for (const [first, text] of summaries) {
        kept.push([first, text]);
        lost.set(first, 'summarised');
      }
      for (const leaf of leaves(root)) {
        if (summarised.has(leaf)) continue;
        const outcome = outcomeOf(leaf, outcomes.get(leaf));
        if (!NOT_KEPT.includes(outcome)) kept.push([leaf, leaf.value]);
        if (outcome !== 'mapped' && outcome !== 'mapped-and-kept') lost.set(leaf, outcome);
      }
      const particulars = cutTexts(kept, characters).flatMap(({ node, pieces, isCut }) => {
        if (isCut) lost.set(node, 'cut');
        return pieces.map((value, place) => {
          const entry = { label: labelOf(node, place, pieces.length), value };
          sources.set(entry, node);
          return entry;
        });
      });
      return { particulars, lost, sources };
    },
  };
}

/** What an unknown element means is not known, even if a field has its value. */
function outcomeOf({ value, isUnknown }: Node, decided: LeafOutcome = 'kept-as-particulars-only'): LeafOutcome {
  if (value.trim() === '') return 'empty';
  return isUnknown ? 'not-in-schema' : decided;
}

function labelOf({ path }: Node, place: number, of: number): string {
  return of === 1 ? path.slice(-LABEL_LENGTH) : `${path.slice(-LABEL_LENGTH + 20)} (${place + 1} of ${of})`;
}
