/** Checks the children of an element against the schema: which elements, in which order and how often. */

import { type ReportFault, reportFault } from '../report-faults.ts';
import type { XmlElement } from '../xml.ts';
import type { ContentPart, NamedElement } from './grammar.ts';

/** The children that the schema allows, each with its definition; and the faults in their order and number. */
export interface MatchedChildren {
  known: [child: XmlElement, as: NamedElement][];
  faults: ReportFault[];
  /** Children that the schema lacks here, and alternatives that are missing where such a child may replace one. */
  unknown: ReportFault[];
}

/** Compares children with parts in order. After a fault it continues as if the child were in the right place. */
export function inSequence(element: XmlElement, parts: readonly ContentPart[], path: string): MatchedChildren {
  const matched: MatchedChildren = { known: [], faults: [], unknown: [] };
  const count = new Map<ContentPart, number>();
  const times = (part: ContentPart) => count.get(part) ?? 0;
  const missing = (from: number, to: number) => parts.slice(from, to).filter((part) => part.least > times(part));
  let reached = 0;

  for (const child of element.children) {
    const found = find(parts, child);
    if (!found) {
      const open = parts.slice(reached).filter((part) => times(part) < part.most);
      const required = open.findIndex((part) => part.least > times(part));
      matched.unknown.push(unknown(child, required < 0 ? open : open.slice(0, required + 1), path));
      continue;
    }
    const { part, index, as } = found;
    matched.known.push([child, as]);
    for (const gap of missing(reached, index)) {
      matched.faults.push(reportFault(child.at, path, `expected ${namesOf(gap)} before ${as.name}`));
    }
    count.set(part, times(part) + 1);
    if (index < reached) matched.faults.push(reportFault(child.at, path, `${as.name} is out of order`));
    else if (times(part) > part.most) matched.faults.push(reportFault(child.at, path, onlyOnce(part)));
    reached = Math.max(reached, index);
  }
  for (const gap of missing(reached, parts.length)) {
    const list = gap.choices.length > 1 && matched.unknown.length > 0 ? matched.unknown : matched.faults;
    list.push(reportFault(element.at, path, `expected ${namesOf(gap)}, which is missing`));
  }
  return matched;
}

/** Matches children whose order does not matter; each may occur once. */
export function inAnyOrder(element: XmlElement, parts: readonly ContentPart[], path: string): MatchedChildren {
  const matched: MatchedChildren = { known: [], faults: [], unknown: [] };
  const seen = new Set<ContentPart>();
  const unseen = () => parts.filter((part) => !seen.has(part));
  for (const child of element.children) {
    const found = find(parts, child);
    if (found) matched.known.push([child, found.as]);
    if (!found) matched.unknown.push(unknown(child, unseen(), path));
    else if (seen.has(found.part)) matched.faults.push(reportFault(child.at, path, onlyOnce(found.part)));
    else seen.add(found.part);
  }
  return matched;
}

/** `a, b or c` */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}

function find(parts: readonly ContentPart[], { name, namespace }: XmlElement) {
  if (namespace !== '') return undefined;
  for (const [index, part] of parts.entries()) {
    const as = part.choices.find((choice) => choice.name === name);
    if (as) return { part, index, as };
  }
  return undefined;
}

/** Names the elements that are possible instead. The name of the child is not repeated, because the sender chose it. */
function unknown(child: XmlElement, possible: readonly ContentPart[], path: string): ReportFault {
  const names = possible.flatMap((part) => part.choices.map(({ name }) => name));
  const expected = names.length > 0 ? `expected ${listed(names)}` : 'nothing more is expected';
  return reportFault(child.at, path, `this element is not known here; ${expected}`);
}

function onlyOnce(part: ContentPart): string {
  return `${namesOf(part)} may occur only once here`;
}

function namesOf({ choices }: ContentPart): string {
  const names = listed(choices.map(({ name }) => name));
  return choices.length > 1 ? `one of ${names}` : names;
}
