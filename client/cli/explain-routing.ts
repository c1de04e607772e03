/** `liaise explain routing`: every routing decision with its candidates, and the recipients that people chose. */

import { localTime } from '../../domain/clocks/calendar.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { RouteDecision } from '../../domain/routing/route.ts';
import type { RouteChange } from '../../domain/routing/route-changes.ts';
import { table } from './table.ts';

/** A routing decision with the time at which it was made. */
export interface RoutingStep {
  seq: number;
  at: string;
  by: JournalEntry['by'];
  event: Extract<JournalEntry['event'], { type: 'routed' | 'recipient-assigned' | 'country-added' }>;
}

/** The routing decisions that the viewer may see, in order. */
export function routingSteps(journal: readonly JournalEntry[]): RoutingStep[] {
  return journal.flatMap(({ seq, at, by, event }) => {
    const isRouting = event.type === 'routed' || event.type === 'recipient-assigned' || event.type === 'country-added';
    return isRouting ? [{ seq, at, by, event }] : [];
  });
}

/** Routing decisions as text, with the verdict on each candidate. */
export function routingText(steps: readonly RoutingStep[], zone: string, columns: number): string {
  if (steps.length === 0) return 'The referral has not been routed, or you may not see its routing.\n';
  return steps.map((step) => stepText(step, zone, columns)).join('\n');
}

function stepText({ seq, at, by, event }: RoutingStep, zone: string, columns: number): string {
  const who = by.kind === 'person' ? by.personId : 'by rule';
  const head = `${seq}. ${localTime(at, zone)}, ${who}`;
  switch (event.type) {
    case 'country-added':
      return `${head}: country ${event.country} added.\n`;
    case 'recipient-assigned':
      return `${head}: ${event.choice.contactPointId} assigned${inPlaceOf(event.replaces)} by a person.\n`;
    case 'routed': {
      const { countries, ruleVersion } = event.decision;
      const question = `${countries.join(', ')}${inPlaceOf(event.replaces)} (${ruleVersion})`;
      return `${head}: recipients in ${question}\n${decisionText(event.decision, zone, columns)}`;
    }
  }
}

function decisionText({ candidates, without, changes = [] }: RouteDecision, zone: string, columns: number): string {
  const rows = candidates.map(({ country, contactPointId, type, verdict, reachable, opensAt, failedDrill }, index) => [
    `${index + 1}`,
    country,
    contactPointId,
    type,
    verdict.taken ? 'chosen' : 'not chosen',
    [
      verdict.reason,
      ...reachText(reachable, opensAt, zone),
      ...(failedDrill ? ['did not answer its last drill'] : []),
    ].join(', '),
  ]);
  const unserved = without.map(({ country, reason }) => `No recipient in ${country}: ${reason}.\n`).join('');
  const head = ['', 'country', 'contact point', 'type', 'verdict', 'reason'];
  const others = changes.map((change) => `${changeText(change)}\n`).join('');
  return rows.length === 0 ? unserved : `${table(head, rows, columns)}${unserved}${others}`;
}

/** Empty if hours did not count, or the desk was open. */
function reachText(reachable: boolean | undefined, opensAt: string | undefined, zone: string): string[] {
  const opens =
    opensAt === undefined ? [] : [`desk opens ${weekdayOf(opensAt, zone)} ${localTime(opensAt, zone).slice(0, 16)}`];
  return [...(reachable === false ? ['cannot be reached now'] : []), ...opens];
}

function weekdayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }).format(new Date(at));
}

function changeText({ contactPointId, without, instead, handicaps = [] }: RouteChange): string {
  const gone = [...without, ...handicaps];
  const conditions = [
    ...(instead.length > 0 ? [`${instead.join(' and ')} could not receive it`] : []),
    ...(gone.length > 0 ? [`this did not apply: ${gone.join(', ')}`] : []),
  ];
  return `${contactPointId} would be chosen if ${conditions.join(', and ')}.`;
}

function inPlaceOf(replaces: string | undefined): string {
  return replaces ? ` in place of ${replaces}` : '';
}
