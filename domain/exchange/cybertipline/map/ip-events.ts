/** Summarises IP events if a report has very many: their number, first, last, and distinct addresses by account and kind. */

import type { Ledger } from '../leaf-ledger.ts';
import { instantFromDateTime } from '../lexical-forms.ts';
import { child, everyNode, type Node } from '../node.ts';

/** A report with at most so many events keeps each of them. */
const KEPT_EVENTS = 100;
/** Groups with fewer events are not summarised. */
const SMALLEST_GROUP = 4;
/** The latest event of an address is kept for so many addresses: at most in one group, and in all groups together. */
const LATEST_KEPT = { most: 20, inAll: 100 };

/**
 * Replaces events of the largest groups by summaries until at most 100 are kept.
 *
 * @param addressBytes how many bytes the addresses in all summaries together may have. A group always names one address.
 * @returns the events that a summary replaces. The latest event of some addresses of each group is kept.
 */
export function summariseIpEvents(root: Node, ledger: Ledger, addressBytes: number): ReadonlySet<Node> {
  const summaries = summariesOf(groupsOf(root));
  const room = sharedRoom(
    summaries.map(({ addresses }) => sizeOf(addresses)),
    addressBytes,
  );
  for (const [place, { group, addresses, events }] of summaries.entries()) {
    ledger.summarised(events, summaryOf(group, addresses.length, firstWithin(addresses, room[place] ?? 0)));
  }
  return new Set(summaries.flatMap(({ events }) => events));
}

interface Summary {
  group: Group;
  /** Each once, in the order of the report. */
  addresses: string[];
  /** The events that it replaces. */
  events: [Node, ...Node[]];
}

function summariesOf(groups: readonly Group[]): Summary[] {
  const most = Math.min(LATEST_KEPT.most, Math.max(1, Math.floor(LATEST_KEPT.inAll / groups.length)));
  const summaries: Summary[] = [];
  let kept = groups.reduce((sum, { events }) => sum + events.length, 0);
  for (const group of groups.toSorted((one, other) => other.events.length - one.events.length)) {
    if (kept <= KEPT_EVENTS || group.events.length < SMALLEST_GROUP) break;
    const byAddress = Map.groupBy(group.events, addressOf);
    const latest = new Set([...byAddress.values()].slice(0, most).map(latestOf));
    const [first, ...others] = group.events.filter((event) => !latest.has(event));
    if (!first) continue;
    kept -= others.length + 1;
    summaries.push({ group, addresses: [...byAddress.keys()], events: [first, ...others] });
  }
  return summaries;
}

/** Divides the room equally. What a small one does not need is left to the others. */
function sharedRoom(sizes: readonly number[], room: number): number[] {
  const shares = sizes.map(() => 0);
  let left = room;
  const ascending = [...sizes.entries()].sort(([, one], [, other]) => one - other);
  for (const [done, [place, size]] of ascending.entries()) {
    const share = Math.min(size, Math.floor(left / (sizes.length - done)));
    shares[place] = share;
    left -= share;
  }
  return shares;
}

function sizeOf(addresses: readonly string[]): number {
  return addresses.reduce((sum, address) => sum + address.length + 1, 0);
}

function firstWithin(addresses: readonly string[], room: number): string[] {
  let size = 0;
  return addresses.filter((address, place) => {
    size += address.length + 1;
    return place === 0 || size <= room;
  });
}

interface Group {
  kind: string;
  events: Node[];
}

function groupsOf(root: Node): Group[] {
  return everyNode(root).flatMap((account) => {
    const events = account.children.filter(({ name }) => name === 'ipCaptureEvent');
    const byKind = Map.groupBy(events, (event) => child(event, 'eventName')?.value || 'Unknown');
    return [...byKind].map(([kind, ofKind]) => ({ kind, events: ofKind }));
  });
}

/** `Login: 3000 events from 2024-01-01T00:00:00Z to 2024-02-01T00:00:00Z, from 2 addresses: 192.0.2.1, 192.0.2.2` */
function summaryOf({ kind, events }: Group, distinct: number, addresses: readonly string[]): string {
  const times = events.map(timeOf).filter((time) => time !== '');
  const first = times.reduce((one, other) => (isBefore(other, one) ? other : one), times[0] ?? '');
  const last = times.reduce((one, other) => (isBefore(one, other) ? other : one), times[0] ?? '');
  const span = times.length > 0 ? ` from ${first} to ${last}` : '';
  const listed = addresses.length < distinct ? `, of which the first ${addresses.length} are` : '';
  return `${kind}: ${events.length} events${span}, from ${distinct} addresses${listed}: ${addresses.join(', ')}`;
}

function latestOf(events: readonly Node[]): Node | undefined {
  return events.reduce<Node | undefined>(
    (latest, event) => (latest === undefined || !isBefore(timeOf(event), timeOf(latest)) ? event : latest),
    undefined,
  );
}

/** Times without a zone are compared as text. */
function isBefore(one: string, other: string): boolean {
  return (instantFromDateTime(one) ?? one) < (instantFromDateTime(other) ?? other);
}

function timeOf(event: Node): string {
  return child(event, 'dateTime')?.value.trim() ?? '';
}

function addressOf(event: Node): string {
  return child(event, 'ipAddress')?.value.trim() ?? '';
}
