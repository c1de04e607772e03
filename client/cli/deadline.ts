/** `liaise deadline`: computes one deadline, and shows every step. */

import { type Command, Option } from 'commander';
import { DateTime } from 'luxon';
import { isZone } from '../../domain/clocks/calendar.ts';
import { CLOCK_UNITS, type ClockUnit } from '../../domain/clocks/counting.ts';
import { deadlineOf, type Pause, type Period } from '../../domain/clocks/deadline.ts';
import { withHalfDays } from '../../domain/clocks/half-days.ts';
import { isPlace } from '../../domain/clocks/working-days.ts';
import { ReferralError } from '../../domain/errors.ts';
import { type AgencyDays, agencyDaysOf } from '../../domain/routing/directory.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { deadlineText } from '../i18n/deadline-text.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';

interface Options extends AnswerOptions {
  from: string;
  amount: string;
  unit: ClockUnit;
  zone: string;
  calendar?: string;
  rollForward?: true;
  excludeFirstUnit?: true;
  agency?: string;
  pause?: readonly string[];
  language: Language;
}

const EXAMPLE =
  '\nExample:\n  liaise deadline --from 2026-12-23T10:00+01:00 --amount 3 --unit working-days --zone Europe/Berlin --calendar DE-BY';

/** Adds `liaise deadline`. */
export function addDeadlineCommand(program: Command, { services, io }: Cli): void {
  program
    .command('deadline')
    .summary('compute one deadline, and show every step')
    .description(
      'Computes when a period ends, and shows every step: days that do not count, pauses, changes of the clocks. A period in ' +
        'days or longer units does not count the day of the event, and ends with the last millisecond of its last day ' +
        '(Regulation (EEC, Euratom) No 1182/71). Needs an installation only for --agency.',
    )
    .requiredOption(
      '--from <time>',
      'when the period starts, for example 2026-12-23T10:00:00+01:00; without offset, in --zone',
    )
    .requiredOption('--amount <n>', 'how many units: a whole number from 1 to 10000')
    .addOption(new Option('--unit <unit>', 'the unit').choices(CLOCK_UNITS).makeOptionMandatory())
    .requiredOption('--zone <zone>', 'the IANA time zone in which days end, for example Europe/Berlin')
    .option(
      '--calendar <place>',
      'the country or region whose public holidays are no working days, for example DE or DE-BY',
    )
    .option('--roll-forward', 'an end on a day that is no working day moves to the next one (art. 3(4) and 3(5))')
    .option('--exclude-first-unit', 'minutes and hours count from the next full hour (art. 3(1))')
    .option('--agency <id>', 'the agency whose closed days are no working days, and whose half days are named')
    .addOption(
      new Option('--pause <from/to>', 'a time in which the period does not run; may be repeated').argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addOption(new Option('--language <language>', 'of the text').choices(LANGUAGES).default('en'))
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLE)
    .action(async (options: Options) => {
      const period = periodOf(options);
      const { calendar: place, agency } = options;
      if (place !== undefined && !isPlace(place)) {
        throw invalid('calendar', 'names no country or region with known holidays. Enter for example DE or DE-BY');
      }
      const days = agency === undefined ? undefined : await daysOfAgency(services().db, agency);
      const { dueAt, steps } = deadlineOf(period, { place, ...days });
      const deadline = { dueAt, steps: withHalfDays(steps, days?.halfDays) };
      printAnswer(
        io,
        options,
        deadline,
        () => `${deadlineText(deadline, period, { language: options.language, place })}\n`,
      );
    });
}

/** @throws ReferralError UNKNOWN_AGENCY if the directory has no such agency. */
async function daysOfAgency(db: Database, agency: string): Promise<AgencyDays> {
  const directory = await readDirectory(db);
  if (directory.agencies.some(({ id }) => id === agency)) return agencyDaysOf(directory, agency);
  throw new ReferralError(
    'UNKNOWN_AGENCY',
    'The directory has no such agency. "liaise directory" lists them.',
    'agency',
  );
}

/** @throws ReferralError INVALID_INPUT that names the option. */
function periodOf({ from, amount, unit, zone, rollForward, excludeFirstUnit, pause = [] }: Options): Period {
  if (!isZone(zone)) throw invalid('zone', 'is not an IANA time zone. Enter for example Europe/Berlin');
  if (!/^[0-9]{1,5}$/.test(amount) || Number(amount) < 1 || Number(amount) > 10_000) {
    throw invalid('amount', 'must be a whole number from 1 to 10000');
  }
  if (unit === 'years' && Number(amount) > 900) throw invalid('amount', 'must be at most 900 for years');
  return {
    ...{ from: instantIn(from, zone, 'from'), amount: Number(amount), unit, zone },
    ...(rollForward && { rollForward }),
    ...(excludeFirstUnit && { excludeFirstUnit }),
    pauses: pause.map((text) => pauseOf(text, zone)),
  };
}

function pauseOf(text: string, zone: string): Pause {
  const parts = text.split('/');
  const [from, to] = parts.map((part) => instantIn(part, zone, 'pause'));
  if (parts.length === 2 && from && to && from <= to) return { from, to };
  throw invalid('pause', 'must be two times in order, for example 2026-12-24T10:00Z/2026-12-27T09:00Z');
}

/** Years after 9000 are refused: a long period would end after the last year that times can have. */
function instantIn(text: string, zone: string, field: string): Instant {
  const at = DateTime.fromISO(text.trim(), { zone });
  if (at.isValid && at.year >= 1 && at.year <= 9000) return at.toUTC().toJSDate().toISOString();
  throw invalid(field, 'is not a time. Enter for example 2026-12-23T10:00:00+01:00');
}

function invalid(option: string, fault: string): ReferralError {
  return new ReferralError('INVALID_INPUT', `--${option} ${fault}.`, option);
}
