/** Measures how fast deadlines are computed over the calendars of 30 countries, and how fast a long clock is explained. */

import { explanationText } from '../client/i18n/explanation-text.ts';
import type { ClockUnit } from '../domain/clocks/counting.ts';
import { deadlineOf } from '../domain/clocks/deadline.ts';
import { explainClock } from '../domain/clocks/explanation.ts';
import type { ClockPolicies } from '../domain/clocks/policy-schema.ts';
import { DAY, type History, officer, partner, sent, withTerms } from '../test/domain/clocks/history.ts';
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
const PAUSES = 5;

// Targets: 10,000 deadlines ≤ 1 s, from the first on; the explanation of a clock of 90 working days ≤ 5 ms in the 95th percentile.
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
      label: 'explanation of a clock of 90 working days with 5 pauses, as text, from its journal, ms: p50 / p95',
      ...{ value: quantile(times, 0.5), p95: quantile(times, 0.95) },
    },
  ];
}

/** From the journal to the text, as `liaise explain clock` does it, in milliseconds. */
function explanationTimes(): number[] {
  const policies = withTerms('decide', {
    ...{ amount: 90, unit: 'working-days', pauseCap: { amount: 30, unit: 'calendar-days' } },
    extension: { max: 20, count: 1, reasonRequired: true },
  });
  const history = aLongClock(policies);
  const { id, counted, extensions } = history.clock('decide');
  if (counted?.pauses.length !== PAUSES || extensions !== 1) throw new Error('The clock has other pauses.');
  return Array.from({ length: EXPLAINED }, () => {
    const started = performance.now();
    explanationText(explainClock(history.journal, id, history.zones, policies));
    return performance.now() - started;
  });
}

/** With pauses of two days each, and an extension. */
function aLongClock(policies: ClockPolicies): History {
  const recipientId = 'r1';
  const history = sent({ at: '2026-01-05T10:00:00.000Z', policies }, { place: 'DE' });
  history.play(partner(1), { type: 'acknowledge', recipientId });
  for (let n = 1; n <= PAUSES; n += 1) {
    history.pass(9 * DAY).play(partner(1), { type: 'ask-information', recipientId, text: 't' });
    history.pass(2 * DAY).play(officer, { type: 'answer-information', questionId: `q${n}`, text: 't' });
  }
  return history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 20, text: 't' });
}
