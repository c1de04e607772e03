/** Combines a CyberTipline report and the details of its files to one submission and one loss report. */

import { ReferralError } from '../../errors.ts';
import { CYBERTIPLINE, withoutLeadingZeros } from '../../origin-reference.ts';
import type { Submission } from '../../submission.ts';
import { URGENCIES } from '../../vocabulary.ts';
import type { CyberTiplineReading } from './read-report.ts';

/** The result of reading one file, with its name. */
export interface NamedReading extends CyberTiplineReading {
  /** The name of the file. */
  name: string;
}

/**
 * Combines at most one `report` and any number of `fileDetails`. The order of the files makes no difference. If there are
 * several, each loss entry names its file, and the paths of file details are numbered: `fileDetails[2]/fileId`.
 *
 * @param reportId the CyberTipline number of the report, which becomes its origin reference
 * @throws ReferralError INVALID_REPORT, which names the file, for a second report, for details of a file of another
 * report, and for two files with different details of the same file.
 */
export function combineReadings(
  readings: readonly NamedReading[],
  reportId?: string,
): Omit<CyberTiplineReading, 'costs' | 'schema'> {
  const [report, secondReport] = readings.filter(({ form }) => form === 'report');
  if (report && secondReport) {
    refuse(`${report.name} and ${secondReport.name} are both reports. Submit each one with its own file details.`);
  }
  const given = readings.filter(({ form }) => form === 'fileDetails');
  const number = numberOf(given, reportId);
  const details = distinctFiles(given);
  const [first, ...others] = [...(report ? [report] : []), ...numbered(details)];
  if (first === undefined) return refuse('There is no file to read.');
  const submission = others.reduce((before, { submission }) => merged(before, submission), first.submission);
  const origins = submission.originReferences.filter(({ system }) => system !== CYBERTIPLINE);
  return {
    form: first.form,
    submission: {
      ...submission,
      summary: summaryOf(submission, report?.submission, details.length),
      originReferences: number === undefined ? origins : [{ system: CYBERTIPLINE, id: number }, ...origins],
    },
    loss: [first, ...others].flatMap(({ name, loss }) =>
      loss.map((entry) => (readings.length > 1 ? { ...entry, file: name } : entry)),
    ),
  };
}

/** The CyberTipline number that the details of a file name; undefined if there is none. Leading zeros are left out. */
function reportNumberOf({ reportId }: Pick<CyberTiplineReading, 'reportId'>): string | undefined {
  return reportId === undefined ? undefined : withoutLeadingZeros(reportId);
}

/** Sorted by file id, so that the same files in another order are the same submission. Identical ones are left out. */
function distinctFiles(details: readonly NamedReading[]): NamedReading[] {
  const sorted = details
    .map((reading) => ({ reading, id: fileIdOf(reading), content: JSON.stringify(reading.submission) }))
    .sort((a, b) => compare(a.id, b.id) || compare(a.content, b.content));
  return sorted.flatMap(({ reading, id, content }, place) => {
    const before = sorted[place - 1];
    if (before === undefined || id === '' || before.id !== id) return [reading];
    if (before.content === content) return [];
    const names = `${before.reading.name} and ${reading.name}`;
    return refuse(`${names} have different details of the same file. Submit only one of them.`);
  });
}

function fileIdOf({ submission }: NamedReading): string {
  return submission.particulars.find(({ label }) => label === 'fileDetails/fileId')?.value ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function numberOf(details: readonly NamedReading[], reportId: string | undefined): string | undefined {
  const given = reportId === undefined ? undefined : withoutLeadingZeros(reportId);
  const [first] = details;
  const number = given ?? (first && reportNumberOf(first));
  const other = details.find((reading) => reportNumberOf(reading) !== number);
  if (other === undefined || first === undefined) return number;
  const expected = given === undefined ? `than ${first.name}` : 'than the report number that was given';
  return refuse(`${other.name} is about a file of another report ${expected}. Submit it with its own report.`);
}

function numbered(details: readonly NamedReading[]): NamedReading[] {
  if (details.length < 2) return [...details];
  return details.map((reading, index) => {
    const inFile = (path: string) => path.replace(/^fileDetails\b/, `fileDetails[${index + 1}]`);
    const { submission, loss } = reading;
    const particulars = submission.particulars.map((line) => ({ ...line, label: inFile(line.label) }));
    return {
      ...reading,
      submission: { ...submission, particulars },
      loss: loss.map((entry) => ({ ...entry, path: inFile(entry.path) })),
    };
  });
}

function merged(one: Submission, other: Submission): Submission {
  const areas = [...new Set([...one.crimeAreas, ...other.crimeAreas])];
  const isNamed = areas.some((area) => area !== 'other');
  return {
    ...one,
    urgency: URGENCIES.find((urgency) => [one.urgency, other.urgency].includes(urgency)) ?? one.urgency,
    urgencyGrounds: [...new Set([...one.urgencyGrounds, ...other.urgencyGrounds])],
    crimeAreas: isNamed ? areas.filter((area) => area !== 'other') : areas,
    indicators: [...one.indicators, ...other.indicators],
    materials: [...one.materials, ...other.materials],
    subjects: [...one.subjects, ...other.subjects],
    preservation: [...one.preservation, ...other.preservation],
    particulars: [...one.particulars, ...other.particulars],
  };
}

function summaryOf({ summary, materials }: Submission, report: Submission | undefined, files: number): string {
  if (report) return files === 0 ? summary : `${summary} Files: ${files}. Hash values: ${materials.length}.`;
  if (files === 1) return summary;
  return `Details of ${files} files of a CyberTipline report. Hash values: ${materials.length}.`;
}

function refuse(message: string): never {
  throw new ReferralError('INVALID_REPORT', message, 'file');
}
