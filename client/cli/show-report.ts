/** What was read from a report file, and its loss report. */

import type { TriageProposal } from '../../domain/events.ts';
import type { LossReason } from '../../domain/exchange/loss-report.ts';
import type { Submission } from '../../domain/submission.ts';
import type { ParsedReport } from '../contract/parse-report.ts';
import { lacksIpDatabase } from '../platform/add-countries.ts';
import { facts, table } from './table.ts';

/** Codes and counts only. The particulars are in the file. */
export function submissionText(submission: Submission, proposal: TriageProposal, columns: number): string {
  const { handling, evaluation, indicators, materials, subjects, preservation, particulars } = submission;
  const rows: [string, string][] = [
    ['kind', submission.kind],
    ['urgency', [submission.urgency, ...submission.urgencyGrounds].join(', ')],
    ['crime areas', submission.crimeAreas.join(', ')],
    ['capability', submission.capability],
    ['handling', `${handling.code}, TLP ${submission.tlp}, evaluated ${evaluation.source}${evaluation.information}`],
    ['languages', submission.languages.join(', ')],
    ['incident', submission.incidentAt ?? ''],
    ['case numbers', counted(submission.originReferences.map(({ system }) => system))],
    ['indicators', counted(indicators.map(({ country, basis }) => `${country ?? 'no country'} by ${basis}`))],
    ['materials', counted(materials.map(({ algorithm }) => algorithm))],
    ['subjects', counted(subjects.map(({ category }) => category))],
    ['preservation', counted(preservation.map(({ instrument }) => instrument))],
    ['particulars', particulars.length > 0 ? `${particulars.length} lines` : ''],
    ['rules propose', proposalText(proposal)],
  ];
  return facts(rows, columns);
}

/** The loss report as a table. */
export function lossText({ loss, schema }: Pick<ParsedReport, 'loss' | 'schema'>, columns: number): string {
  const read = schema === undefined ? '' : `Read with the CyberTipline schema ${schema}.\n`;
  if (loss.length === 0) return `${read}Everything in the file has a place in the referral.\n`;
  const hasFiles = loss.some(({ file }) => file !== undefined);
  const rows = loss.map(({ file = '', line, path, reason }) => [
    ...(hasFiles ? [file] : []),
    ...[`${line}`, path, reasonText(reason, schema)],
  ]);
  const heads = [...(hasFiles ? ['file'] : []), 'line', 'element', 'result'];
  return `${read}Elements without a place of their own:\n${table(heads, rows, columns)}`;
}

/** Empty if the addresses were looked up. */
export function ipDatabaseText(submission: Submission): string {
  if (!lacksIpDatabase(submission)) return '';
  return `Most reports will name no country, because no country database for IP addresses is installed.
Download one in MMDB format, for example DB-IP Lite or GeoLite2. Name it in --ip-database, and in LIAISE_IP_DATABASE of servers.
`;
}

function reasonText(reason: LossReason, schema: string | undefined): string {
  if (reason !== 'not-in-schema') return REASONS[reason];
  return `not in the schema${schema ? ` of ${schema}` : ''}; kept as particulars`;
}

const REASONS: Record<Exclude<LossReason, 'not-in-schema'>, string> = {
  'kept-as-particulars-only': 'kept as particulars only',
  'mapped-to-broader-term': 'mapped to a broader term; the value is kept as particulars',
  'value-not-usable': 'not usable as a value; kept as particulars',
  'no-place-in-model': 'not about the case; discarded',
  empty: 'empty',
  summarised: 'similar events are kept as a summary: number, first, last and addresses',
  cut: 'cut: the long texts of a report are kept up to 200,000 characters in total',
  'too-many-entries': 'left out: a referral cannot have so many lines',
  'looks-like-file': 'left out: it looks like a file. Liaise holds no files',
  'encoded-text': 'left out: the report has more encoded text than a referral may hold',
  'too-many-identifiers': 'left out: the report has more identifiers than a referral may hold',
  'too-many-hashes': 'left out: the report has more hash values than a referral may hold',
  'control-characters': 'left out: it has control characters',
  'too-long': 'left out: it is longer than a referral may hold',
  'further-entries': 'this and further entries are not stored',
};

function proposalText({ urgency, capability, countries, verdict, urgencyReasons, verdictReasons }: TriageProposal) {
  const where = countries.map(({ country }) => country).join(', ') || 'no country';
  return `${urgency}, ${capability}, ${where} (${verdict})\n${[...urgencyReasons, ...verdictReasons].join('; ')}`;
}

/** `2 sha1, 1 md5`. */
function counted(words: readonly string[]): string {
  const kinds = [...new Set(words)];
  return kinds.map((kind) => `${words.filter((word) => word === kind).length} ${kind}`).join(', ');
}
