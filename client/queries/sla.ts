/** Computes the clocks of a referral as bars on one time axis, from its journal, as disclosed to the viewer. */

import { clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import { type ClosedRange, closedRanges, type Workplace } from '../../domain/clocks/closed-days.ts';
import { explainClock } from '../../domain/clocks/explanation.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { recipientOfClock } from '../../domain/clocks/triggers.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import type { Referral } from '../../domain/referral.ts';
import { agency, agencyDaysOf, contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { Country, Instant } from '../../domain/vocabulary.ts';
import { policiesInForce } from '../../prisma/store/clock-policies.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { currentDirectory } from '../../prisma/store/directory-version.ts';
import type { View } from './read.ts';
import { type Bar, barOf } from './sla-bar.ts';

/** The period that the chart shows, and the current time. */
export interface Axis {
  from: Instant;
  to: Instant;
  now: Instant;
}

/** The clocks of one referral as a chart. */
export interface Sla {
  axis: Axis;
  /** In the order in which the clocks started. */
  bars: Bar[];
}

/** `view` is the result of `openReader().status` for this viewer; `language` is that of holiday names. */
export async function slaOf(
  { db, policies }: { db: Database; policies: ClockPolicies },
  { referral, journal }: Pick<View, 'referral' | 'journal'>,
  now: Instant,
  language = 'en',
): Promise<Sla> {
  const directory = await currentDirectory(db);
  const inForce = await policiesInForce(db, policies);
  const zones = zonesOf(directory, referral);
  const bars = referral.clocks.map((clock) => {
    const explanation = explainClock(journal, clock.id, zones, inForce);
    const recorded = clock.counted?.counting.calendar;
    const bar = barOf(clock, explanation, now);
    const entries = entriesAbout(clock.id, journal);
    return { ...bar, agencyId: clockDebtor(clock, referral).agencyId, explanation, entries, recorded };
  });
  const axis = axisOf(bars, now);
  const known = new Map<string, ClosedRange[]>();
  const closed = (bar: (typeof bars)[number]) => {
    const { recorded } = bar;
    const place = { ...workplaceOf(bar, referral, directory), recorded };
    // Clocks that recorded different dates may show different holidays.
    const key = [place.zone, place.country, bar.agencyId, JSON.stringify(recorded)].join();
    const ranges = known.get(key) ?? closedRanges(axis.from, axis.to, place, language);
    known.set(key, ranges);
    return ranges;
  };
  return { axis, bars: bars.map(({ recorded, ...bar }) => ({ ...bar, closed: closed({ ...bar, recorded }) })) };
}

/** From the first start to the last end or due instant. Includes now while a clock is running. */
function axisOf(bars: readonly Pick<Bar, 'startedAt' | 'endsAt' | 'dueAt'>[], now: Instant): Axis {
  const from = bars.map(({ startedAt }) => startedAt).sort()[0];
  const to = bars.flatMap(({ endsAt, dueAt }) => [endsAt, dueAt]).sort();
  return { from: from ?? now, to: to.at(-1) ?? now, now };
}

/** Those of the clock, and that of the act that stopped it. */
function entriesAbout(clockId: string, journal: View['journal']): number[] {
  const own = journal.filter(({ event }) => 'clockId' in event && event.clockId === clockId);
  const acts = own.flatMap(({ event }) => (event.type === 'clock-stopped' ? [event.bySeq] : []));
  return journal.filter((entry) => own.includes(entry) || acts.includes(entry.seq)).map(({ seq }) => seq);
}

function workplaceOf(
  { agencyId, zone, subject }: Pick<Bar, 'agencyId' | 'zone' | 'subject'>,
  referral: Referral,
  directory: Directory,
): Workplace {
  const recipient = referral.recipients.find(({ id }) => id === recipientOfClock(subject));
  const isTheirs = recipient?.agencyId === agencyId;
  const point = isTheirs
    ? contactPoint(directory, recipient.contactPointId)
    : directory.contactPoints.find((each) => each.agencyId === agencyId);
  const own = isTheirs ? recipient.country : (agency(directory, agencyId)?.country ?? undefined);
  const country: Country | undefined = point?.calendar ?? own;
  const { closedDays } = agencyDaysOf(directory, agencyId);
  return { zone, country, closedDays };
}
