/** Public holidays that date-holidays lacks or has wrong, each with its source. This is data. */

/** Changes to the public holidays of a country. */
export interface HolidayCorrection {
  /** Holidays to add, by a rule of date-holidays: `12-26`, `orthodox -48` (days from Orthodox Easter). */
  added: Readonly<Record<string, string>>;
  /** Rules of date-holidays that are wrong. */
  removed?: readonly string[];
  /** Fixed dates (`05-24`): one on a Saturday or Sunday makes the next working day a holiday as well. */
  movedFromWeekends?: readonly string[];
  source: string;
}

/** By country, ISO 3166-1 alpha-2. */
export const HOLIDAY_CORRECTIONS: Readonly<Record<string, HolidayCorrection>> = {
  BG: {
    added: { '12-26': 'Second Christmas Day' },
    movedFromWeekends: ['01-01', '03-03', '05-01', '05-06', '05-24', '09-06', '09-22', '12-24', '12-25', '12-26'],
    source: 'Labour Code of Bulgaria, art. 154(1) and (2)',
  },
  CY: {
    added: { 'orthodox -48': 'Clean Monday', 'orthodox 50': 'Whit Monday' },
    removed: ['orthodox -47'],
    source: 'Public holidays of the Republic of Cyprus: Clean Monday, and Monday after Pentecost (Kataklysmos)',
  },
};
