/** The time axis of a chart: the positions of instants, and ticks where days or hours begin in the viewer's time zone. */

import { scaleUtc } from 'd3-scale';
import { DateTime } from 'luxon';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Axis } from '../queries/sla.ts';

/** A mark of the time axis with its label. */
export interface Tick {
  at: Instant;
  /** From the left of the axis. */
  x: number;
  label: string;
}

/** Maps instants to positions on the axis. */
export interface TimeScale {
  x(at: Instant): number;
  ticks: Tick[];
}

const TICKS = 9;
const DAY_OF_MONTH = { day: 'numeric', month: 'short' } as const;
const DAY = 24 * 60 * 60 * 1000;

/** Over `width`; instants outside the axis are moved to its end. Ticks are in `zone` and `language`. */
export function timeScale({ from, to }: Axis, width: number, zone: string, language: string): TimeScale {
  const scale = scaleUtc([new Date(from), new Date(to)], [0, width]).clamp(true);
  const x = (at: Instant) => Math.round(scale(new Date(at)) * 10) / 10;
  return { x, ticks: roundMoments(from, to, zone).map((moment) => tickAt(moment, x, language)) };
}

/** Round times in `zone`. d3 selects round times in UTC, so that luxon converts the local times to UTC and back. */
function roundMoments(from: Instant, to: Instant, zone: string): DateTime[] {
  const [start, end] = [localAsUtc(from, zone), localAsUtc(to, zone)];
  return scaleUtc()
    .domain([start, end])
    .ticks(TICKS)
    .map((local) => DateTime.fromISO(local.toISOString().slice(0, -1), { zone }))
    .filter((moment) => moment.toMillis() >= Date.parse(from) && moment.toMillis() <= Date.parse(to));
}

function localAsUtc(at: Instant, zone: string): Date {
  return DateTime.fromISO(at, { zone }).setZone('utc', { keepLocalTime: true }).toJSDate();
}

function tickAt(moment: DateTime, x: TimeScale['x'], language: string): Tick {
  const at = moment.toUTC().toJSDate().toISOString();
  const isMidnight = moment.hour === 0 && moment.minute === 0;
  const label = isMidnight
    ? moment.setLocale(localeOf(language)).toLocaleString(DAY_OF_MONTH)
    : moment.toFormat('HH:mm');
  return { at, x: x(at), label };
}

/** English is written with the day before the month, as in Europe. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** An axis without length is widened to a day. */
export function widened(axis: Axis): Axis {
  const [from, to] = [Date.parse(axis.from), Date.parse(axis.to)];
  return to > from ? axis : { ...axis, to: new Date(from + DAY).toISOString() };
}
