/** Measures how fast deadlines are computed over the calendars of 30 countries, and how fast a long clock is explained. */

import { explanationText } from '../client/i18n/explanation-text.ts';
import type { ClockUnit } from '../domain/clocks/counting.ts';
import { deadlineOf } from '../domain/clocks/deadline.ts';
import { explainClock } from '../domain/clocks/explanation.ts';
import { partner, sent, withTerms } from '../test/domain/clocks/history.ts';
import type { Extent } from './extent.ts';
import type { Measurement } from './measurements.ts';
import { quantile } from './throughput.ts';

const COUNTRIES = 'AT BE BG CA CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK US'.split(
  ' ',
);
const ZONES = ['Europe/Berlin', 'Europe/Lisbon', 'America/New_York'];
const UNITS: readonly ClockUnit[] = ['working-days', 'calendar-days', 'hours'];
const MANY = 10_000;
const EXPLAINED = 200;

// Targets: 10,000 deadlines ≤ 1 s, from the first on; the explanation of a clock of 90 working days ≤ 5 ms.
export async function measureDeadlines(_: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  progress('deadlines: 30 countries');
  const began = performance.now();
  for (let n = 0; n < MANY; n += 1) {
    const from = new Date(Date.UTC(2026, n % 12, 1 + (n % 28), n % 24)).toISOString();
    const [unit = 'hours', zone = 'UTC'] = [UNITS[n % UNITS.length], ZONES[n % ZONES.length]];
    deadlineOf(
      { from, amount: 1 + (n % 30), unit, zone, rollForward: true },
      { place: COUNTRIES[n % COUNTRIES.length] },
    );
  }
  const many = performance.now() - began;
  const times = explanationTimes();
  return [
    { of: 'liaise', name: 'deadlines', label: '10,000 deadlines with holidays of 30 countries, ms', value: many },
    {
      ...{ of: 'liaise', name: 'explanation-90' },
      label: 'explanation of a clock of 90 working days, as text, from its journal, ms: p50 / p95',
      ...{ value: quantile(times, 0.5), p95: quantile(times, 0.95) },
    },
  ];
}

/** From the journal to the text, as `liaise explain clock` does it, in milliseconds. */
function explanationTimes(): number[] {
  const policies = withTerms('decide', { amount: 90, unit: 'working-days' });
  const history = sent({ at: '2026-01-05T10:00:00.000Z', policies }, { place: 'DE' });
  history.play(partner(1), { type: 'acknowledge', recipientId: 'r1' });
  const { id } = history.clock('decide');
  return Array.from({ length: EXPLAINED }, () => {
    const started = performance.now();
    explanationText(explainClock(history.journal, id, history.zones, policies));
    return performance.now() - started;
  });
}
