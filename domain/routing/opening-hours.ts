/** Opening hours of a desk as text, in a subset of the OpenStreetMap `opening_hours` specification. */

/** Weekdays as in the specification, from Monday on: the number of each by ISO 8601 is its place plus one. */
export const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Minutes after local midnight. If `to` is not after `from`, the range ends at `to` of the next day. */
export interface TimeRange {
  from: number;
  to: number;
}

/** The opening hours of a desk. */
export type OpeningHours =
  | { kind: 'always' }
  /** The same on every working day. */
  | { kind: 'working-days'; ranges: TimeRange[] }
  /** Without an entry, the desk is closed on that weekday. */
  | { kind: 'by-weekday'; days: ReadonlyMap<Weekday, TimeRange[]> };

/** The longest text, in characters: three ranges on each weekday. */
export const LONGEST_HOURS = 300;

/**
 * Parses opening hours: `24/7`; `08:00-16:00`, also with several ranges, for every working day; or by weekday, for example
 * `Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00`. Undefined if the text is not valid, or names a weekday twice.
 */
export function parseHours(text: string): OpeningHours | undefined {
  const known = parsed.get(text);
  if (known !== undefined || parsed.has(text)) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const hours = text.length > LONGEST_HOURS ? undefined : parse(text.trim());
  parsed.set(text, hours);
  return hours;
}

/** Routing parses the same few texts for every referral. */
const parsed = new Map<string, OpeningHours | undefined>();
const MOST_PARSED = 5000;

function parse(text: string): OpeningHours | undefined {
  if (text === '24/7') return { kind: 'always' };
  if (/^\d/.test(text)) {
    const ranges = rangesOf(text);
    return ranges && { kind: 'working-days', ranges };
  }
  const days = new Map<Weekday, TimeRange[]>();
  for (const rule of text.split(';')) {
    const [, names = '', times = ''] = RULE.exec(rule.trim()) ?? [];
    const [weekdays, ranges] = [weekdaysOf(names), rangesOf(times)];
    if (weekdays === undefined || ranges === undefined) return undefined;
    for (const weekday of weekdays) {
      if (days.has(weekday)) return undefined;
      days.set(weekday, ranges);
    }
  }
  return { kind: 'by-weekday', days };
}

const WEEKDAY_NAMES: readonly string[] = WEEKDAYS;
const RULE = /^([A-Z][a-z](?:[-,][A-Z][a-z])*) +(\d.*)$/;
const RANGE = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** `Mo-We,Fr`. Undefined for an unknown name, or a span that does not go forward. */
function weekdaysOf(names: string): Weekday[] | undefined {
  const spans = names.split(',').map((span) => {
    const [first = -1, last = first, ...rest] = span.split('-').map((name) => WEEKDAY_NAMES.indexOf(name));
    return first < 0 || rest.length > 0 ? [] : WEEKDAYS.slice(first, last + 1);
  });
  return spans.some((span) => span.length === 0) ? undefined : spans.flat();
}

/** `08:00-12:00,13:00-16:00`. Undefined unless each range begins after the one before has ended. */
function rangesOf(text: string): TimeRange[] | undefined {
  const ranges = text.split(',').flatMap((range): TimeRange[] => {
    const [, fromHour, fromMinute, toHour, toMinute] = RANGE.exec(range.trim()) ?? [];
    if (fromHour === undefined || (toHour === '24' && toMinute !== '00')) return [];
    return [{ from: minutesOf(fromHour, fromMinute), to: minutesOf(toHour, toMinute) }];
  });
  if (ranges.length !== text.split(',').length) return undefined;
  const isInOrder = ranges.slice(1).every(({ from }, n) => {
    const before = ranges[n];
    return before !== undefined && before.to > before.from && from > before.to;
  });
  return isInOrder ? ranges : undefined;
}

function minutesOf(hour = '', minute = ''): number {
  return Number(hour) * 60 + Number(minute);
}

/**
 * The text for ranges by weekday, in which consecutive weekdays with the same ranges are one span. Empty days are closed.
 * The result is not checked: `parseHours` does.
 */
export function hoursByWeekday(days: Partial<Record<Weekday, string>>): string {
  const spans: { first: Weekday; last: Weekday; ranges: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const ranges = (days[weekday] ?? '').replace(/\s+/g, '');
    const latest = spans.at(-1);
    if (latest?.ranges === ranges) latest.last = weekday;
    else spans.push({ first: weekday, last: weekday, ranges });
  }
  const rules = spans
    .filter(({ ranges }) => ranges !== '')
    .map(({ first, last, ranges }) => `${first === last ? first : `${first}-${last}`} ${ranges}`);
  return rules.join('; ');
}

/** The ranges of each weekday as text, for a form; empty if the hours are not by weekday. */
export function weekdayTexts(text: string): Partial<Record<Weekday, string>> {
  const hours = parseHours(text);
  if (hours?.kind !== 'by-weekday') return {};
  return Object.fromEntries([...hours.days].map(([weekday, ranges]) => [weekday, ranges.map(rangeText).join(', ')]));
}

/** `08:00-16:00` */
export function rangeText({ from, to }: TimeRange): string {
  return `${timeText(from)}-${timeText(to)}`;
}

function timeText(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
