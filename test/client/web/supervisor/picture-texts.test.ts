/** The sentences and legends of pictures, with numbers and abbreviations in difficult positions. */

import { expect, test } from 'vitest';
import { openDeadlineTexts } from '../../../../client/documents/bar-texts.ts';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import type { Bar } from '../../../../client/queries/sla-bar.ts';
import { loadMap } from '../../../../client/web/supervisor/map-classes.ts';
import type { NamedCountry } from '../../../../client/web/supervisor/network-tables.tsx';
import { tickLabel, timeTicks } from '../../../../client/web/supervisor/time-ticks.ts';
import { timesSeen } from '../../../../client/web/supervisor/trend-texts.ts';

const t = translatorFor('de');

function countryWith(count: number): NamedCountry {
  return { country: 'FI', name: 'Finnland', load: { count }, overdue: { count: 0 } } as NamedCountry;
}

test.each([
  [2, ['Keine offene Übermittlung', '1', '2', '3 oder mehr']],
  [9, ['Keine offene Übermittlung', '1 bis 3', '4 bis 6', '7 oder mehr']],
])('the legend of at most %s open referrals has no range of one number', (count, names) => {
  const { legend, seen } = loadMap([countryWith(count)], { t, language: 'de' });
  expect(legend.map(({ name }) => name)).toEqual(names);
  expect(seen).toContain(`Offene Übermittlungen: ${count}, in einem Land (Finnland).`);
});

test.each([
  ['an hour', 1, ['0 min', '15 min', '30 min', '45 min', '1 h']],
  ['3 h 23 min', 203 / 60, ['0 min', '1 h', '2 h', '3 h', '4 h']],
  ['7 hours', 7, ['0 min', '2 h', '4 h', '6 h', '8 h']],
  ['40 hours', 40, ['0 min', '12 h', '1 day', '36 h', '2 days']],
  ['1,000 days', 24_000, ['0 min', '300 days', '600 days', '900 days', '1,200 days']],
])('the ticks of times up to %s are whole minutes, hours or days, the last one above', (_, hours, labels) => {
  const ticks = timeTicks(hours * 3_600_000, 4);
  expect(ticks.map((tick) => tickLabel(tick, translatorFor('en')))).toEqual(labels);
});

test.each([1, 2])('an abbreviation with a full stop does not end a German sentence (%s answers)', (total) => {
  const seen = timesSeen({ counts: [total, 0], total, medianMs: 600_000, p90Ms: 1_200_000 }, t);
  expect(seen).toContain('10 Min. ');
  expect(seen).not.toContain('..');
});

test.each([
  ['2026-11-25T14:00:00.000Z', undefined, 'Noch 2 Std. 0 Min. Zeit'],
  ['2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z', 'Nicht beantwortet, um 2 Std. 0 Min. überfällig'],
])('an open deadline that is due at %s does not end in an abbreviation', (dueAt, from, end) => {
  const breach = from === undefined ? undefined : { from };
  const bar = { startedAt: '2026-11-25T08:00:00.000Z', dueAt, state: 'running', breach } as Bar;
  const context = { t, now: '2026-11-25T12:00:00.000Z', write: (at: string) => at };
  expect(openDeadlineTexts(bar, context).end).toBe(end);
});
