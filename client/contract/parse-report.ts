/** Parses one report file, or a report with the details of its files, to a submission and a loss report. */

import { ReferralError } from '../../domain/errors.ts';
import { combineReadings, type NamedReading } from '../../domain/exchange/cybertipline/combine.ts';
import { type Room, roomAfter, WHOLE_ROOM } from '../../domain/exchange/cybertipline/fit-referral.ts';
import type { ReportSchema } from '../../domain/exchange/cybertipline/own-schema.ts';
import { type CyberTiplineReading, readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { detectFormat } from '../../domain/exchange/detect-format.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import { InvalidReport } from '../../domain/exchange/report-faults.ts';
import { shareOf, type TextCosts } from '../../domain/guard/budget.ts';
import { defaultGuardPolicy, type GuardPolicy } from '../../domain/guard/policy.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import type { Submission } from '../../domain/submission.ts';
import { parse } from './parse.ts';
import { latestPast, submission as submissionSchema } from './submission.ts';

export interface UploadedFile {
  /** The name as the sender gave it, with or without folders. */
  name: string;
  content: Uint8Array;
}

export interface ParsedReport {
  submission: Submission;
  /** In document order; empty for JSON. */
  loss: LossEntry[];
  /** The name of the schema that the report was validated against. JSON has none. */
  schema?: string;
}

export interface ReportOptions {
  /** The CyberTipline number of the report, up to 19 digits. */
  reportId?: string | undefined;
  /** True if a referral in JSON is refused: an API validates a body of type application/json field by field. */
  isXmlOnly?: boolean;
  /** True if a report with elements that the schema lacks is refused. Otherwise they are kept as particulars. */
  isStrict?: boolean | undefined;
  /** A schema of the operator to validate reports against. */
  schema?: ReportSchema | undefined;
  /** The bounds in force. Default: the built-in ones. */
  policy?: GuardPolicy;
  /** What the texts of the report may cost. What exceeds it is left out. Default: the share of the sender of a referral. */
  limits?: TextCosts;
  /** What the referral can still hold. Default: as much as a new one. */
  room?: Room;
}

/** The most files of one referral. */
export const MAX_FILES = 200;

/**
 * Parses one report file to a submission and a loss report.
 *
 * @throws ReferralError INVALID_REPORT or INVALID_INPUT, with the line or field and the reason; MATERIAL_REFUSED as the guard.
 */
export function parseReport(content: Uint8Array, options: ReportOptions = {}): ParsedReport {
  return parseReports([{ name: 'file', content }], options);
}

/**
 * Several files are one CyberTipline report and the details of its files, in any order.
 *
 * @throws ReferralError as `parseReport`. If there are several files, the message names the faulty one.
 */
export function parseReports(files: readonly UploadedFile[], options: ReportOptions = {}): ParsedReport {
  const { reportId, policy = defaultGuardPolicy } = options;
  if (files.length > MAX_FILES) {
    throw new ReferralError('INVALID_INPUT', `Submit at most ${MAX_FILES} files at once.`, 'file', { max: MAX_FILES });
  }
  const number = reportId === undefined ? undefined : checkedReportId(reportId);
  const [only, ...others] = files;
  if (only && others.length === 0) {
    const read = readFile(only, options);
    // What the guard would refuse in a report was left out. The number has at most 19 digits.
    if (read.form !== 'referral') return combined([{ ...read, name: only.name }], number);
    if (number === undefined) {
      guardMaterial(read.submission, policy);
      return { submission: read.submission, loss: read.loss };
    }
    throw new ReferralError('INVALID_INPUT', `A report number cannot be given with ${JSON_REFERRAL}.`, 'reportId');
  }
  const named = withShortNames(files);
  guardMaterial({ file: named.map(({ name }) => name) });
  const report = combined(readWithin(named, options), number);
  // Parts of several files may join to a file.
  guardMaterial(report.submission, policy);
  return report;
}

/** Renumbering the paths of a file adds a number to the label of each line. */
const LABEL_BYTES = 3;

/** Reads the report first, then the others in the order of their content. Each file has what those before it left over. */
function readWithin(files: readonly UploadedFile[], options: ReportOptions): NamedReading[] {
  const { limits = shareOf(defaultGuardPolicy, 'sender') } = options;
  const inOrder = files
    .map((file) => ({ file, content: Buffer.from(file.content) }))
    .sort((a, b) => Number(isReport(b.content)) - Number(isReport(a.content)) || Buffer.compare(a.content, b.content));
  const readings: NamedReading[] = [];
  let left = limits;
  let room = WHOLE_ROOM;
  for (const { file } of inOrder) {
    const reading = readNamed(file, { ...options, limits: left, room });
    const { opaque, identifiers, hashes } = reading.costs;
    const labels = reading.submission.particulars.length * LABEL_BYTES;
    left = {
      opaque: Math.max(0, left.opaque - opaque),
      identifiers: Math.max(0, left.identifiers - identifiers - labels),
      hashes: Math.max(0, left.hashes - hashes),
    };
    room = roomAfter(room, reading.submission);
    readings.push(reading);
  }
  const place = ({ name }: NamedReading) => files.findIndex((file) => file.name === name);
  return readings.sort((a, b) => place(a) - place(b));
}

function isReport(content: Buffer): boolean {
  return /<report[\s/>]/.test(content.toString('latin1', 0, 4_096));
}

/** @throws ReferralError INVALID_INPUT if it is not a number of up to 19 digits. */
function checkedReportId(reportId: string): string {
  if (/^[0-9]{1,19}$/.test(reportId.trim())) return reportId.trim();
  throw new ReferralError('INVALID_INPUT', 'The report number must be 1 to 19 digits.', 'reportId');
}

/**
 * The CyberTipline number in the name of a file: `12345678.xml`, or with a word before it, `report-12345678.xml`.
 *
 * @throws ReferralError INVALID_REPORT if the name has another form.
 */
export function reportIdFromName(name: string): string {
  const number = numberInName(name);
  if (number !== undefined) return number;
  const message = `${shownFileName(name)} has no report number as its name. Rename it, for example to 12345678.xml.`;
  throw new ReferralError('INVALID_REPORT', message, 'file');
}

/** Undefined if the name has another form. */
export function numberInName(name: string): string | undefined {
  return /^(?:[A-Za-z]+[ _-]?)?([0-9]{1,19})\.[A-Za-z]+$/.exec(baseName(name))?.[1];
}

const SEND_AS_JSON = 'This file is a referral in JSON, not a report. Send it as application/json.';
const JSON_REFERRAL = 'a referral in JSON, which has its own field originReferences';

function combined(readings: readonly NamedReading[], reportId: string | undefined): ParsedReport {
  const { submission, loss } = combineReadings(readings, reportId);
  const [{ schema } = { schema: undefined }] = readings;
  return { submission, loss, ...(schema && { schema }) };
}

type FileReading = CyberTiplineReading | (ParsedReport & { form: 'referral' });

function readFile(
  { content }: UploadedFile,
  { isXmlOnly, isStrict = false, limits, room, schema }: ReportOptions,
): FileReading {
  const detected = detectFormat(content);
  if (detected.form === 'cybertipline')
    return readCyberTipline(detected.xml, {
      ...{ isStrict, schema, latest: latestPast() },
      ...(limits && { limits }),
      ...(room && { room }),
    });
  if (isXmlOnly) throw new ReferralError('INVALID_REPORT', SEND_AS_JSON);
  return { form: 'referral', submission: parse(submissionSchema, detected.value), loss: [] };
}

function readNamed(file: UploadedFile, options: ReportOptions): NamedReading {
  const { name } = file;
  try {
    const reading = readFile(file, options);
    if (reading.form !== 'referral') return { ...reading, name };
  } catch (error) {
    throw withFileName(error, name);
  }
  throw new ReferralError('INVALID_REPORT', `${name} is a referral in JSON. Submit it without other files.`, 'file');
}

/** The faults with the name of their file. */
function withFileName(error: unknown, name: string): unknown {
  if (error instanceof InvalidReport) {
    return new InvalidReport(
      error.faults.map((fault) => ({ ...fault, path: fault.path ? `${name}: ${fault.path}` : name })),
    );
  }
  if (!(error instanceof ReferralError)) return error;
  return new ReferralError(error.code, `${name}: ${error.message}`, error.field, error.facts);
}

/** Names without folders. Equal names are told apart by their place. */
function withShortNames(files: readonly UploadedFile[]): UploadedFile[] {
  const names = files.map(({ name }) => shownFileName(name));
  return files.map((file, place) => {
    const name = names[place] ?? '';
    const isAlone = names.filter((other) => other === name).length === 1;
    return { ...file, name: isAlone ? name : `${name} (file ${place + 1})` };
  });
}

/** The name of a file for messages: without folders and control characters, at most 80 characters. */
function shownFileName(name: string): string {
  return (
    baseName(name)
      .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '?')
      .slice(0, 80) || 'file'
  );
}

function baseName(name: string): string {
  return name.replace(/^.*[/\\]/s, '');
}
