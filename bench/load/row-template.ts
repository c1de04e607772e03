/** The rows of a simulated referral as a template: ids, numbers, places and instants are filled in for each copy. */

import { hash } from 'node:crypto';
import { stepsOf } from '../../domain/apply.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { leavesOfJournal } from '../../domain/audit/journal-leaves.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { requestEvents } from '../../domain/statistics/request-events.ts';
import { partyRows } from '../../prisma/store/party-rows.ts';
import { recipientRows } from '../../prisma/store/recipient-rows.ts';
import { clockRow, referralRow } from '../../prisma/store/rows.ts';
import { SENDER } from '../../test/support/factories.ts';
import type { SimulatedReferral } from './simulated-referrals.ts';

/** The columns of each table, in the order of loading. */
export const TABLES = {
  referral: `id, reference, status, kind, urgency, round, sender_agency_id, coordinator_agency_id, submitted_at,
             changed_at, next_due_at, duplicate_of_id, seq, state`,
  journal: 'referral_id, seq, at, act_id, by, schema, type, event',
  audit_leaf: 'at, operation, referral_id, leaf',
  recipient: `referral_id, id, contact_point_id, agency_id, country, status, hop, opened_at, sender_agency_id,
              coordinator_agency_id, submitted_at, kind, urgency, acknowledged_at, decided_at, reported_at,
              acknowledged_in_time, decided_in_time, reported_in_time, ground, outcome`,
  party: `referral_id, agency_id, sender, coordinator, recipient, reference, kind, urgency, status, sender_agency_id,
          recipient_status, in_hand, questioned, approvals, further_tasks, proposal, proposed_countries, handler, owes,
          owes_by, next_clock, next_due_at, risk_at, urgency_order, breached, silent, submitted_at, changed_at,
          changed_seq, entries`,
  // After the parties, because its trigger derives what each of them sees.
  clock: 'referral_id, id, name, debtor, recipient_id, status, late, started_at, due_at',
  request_event: `referral_id, seq, at, name, sender_agency_id, coordinator_agency_id, agency_id, country, kind, urgency,
                  ground, in_time, authorisation, took_ms, legal_instrument`,
} as const;

export type TableTemplate = keyof typeof TABLES;

/** The tables in the order of loading. */
export const TABLE_NAMES = Object.keys(TABLES).filter((name): name is TableTemplate => Object.hasOwn(TABLES, name));

/** The values for the placeholders of one referral. */
export interface Filling {
  id: string;
  reference: string;
  sender: string;
  /** Five different alpha-2 codes, which replace Finland, the Netherlands, Sweden, Norway and Denmark. */
  countries: readonly [string, string, string, string, string];
  /** Added to every instant, in milliseconds. */
  later: number;
}

/** A function for each table, which returns the rows of one referral; and when the simulated referral was submitted. */
export type Pattern = Record<TableTemplate, (filling: Filling) => string> & { submittedAt: string };

export function patternOf({ referral, journal }: SimulatedReferral): Pattern {
  const id = { referralId: ID };
  const at = journal.at(-1)?.at ?? referral.submittedAt;
  const leaves = leavesOfJournal(ID, journal);
  const rows: Record<TableTemplate, object[]> = {
    referral: [{ id: ID, ...referralRow(referral), changedAt: at, state: referral }],
    journal: journal.map(({ event, ...entry }) => ({ ...id, ...entry, type: event.type, event })),
    audit_leaf: leaves.map((leaf) => ({ ...id, at: leaf.at, operation: leaf.operation, leaf })),
    recipient: recipientRows(referral, journal).map((row) => ({ ...id, ...row })),
    clock: referral.clocks.map((clock) => ({ ...id, ...clockRow(clock) })),
    party: partyRows(referral, journal).map((row) => ({ ...id, ...row })),
    request_event: requestEvents(stepsOf(ID, journal)).map((row) => ({ ...id, ...row })),
  };
  const digests = digestsOf(journal);
  const fillOf = (table: TableTemplate) =>
    templateOf(rows[table].map((row) => lineOf(row, columnsOf(table))).join(''), digests);
  return {
    submittedAt: referral.submittedAt,
    referral: fillOf('referral'),
    journal: fillOf('journal'),
    audit_leaf: fillOf('audit_leaf'),
    recipient: fillOf('recipient'),
    clock: fillOf('clock'),
    party: fillOf('party'),
    request_event: fillOf('request_event'),
  };
}

const ID = 'referral-1';
const REFERENCE = 'XR-2026-000001';

function columnsOf(table: TableTemplate): string[] {
  return TABLES[table]
    .split(',')
    .map((name) => name.trim().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
}

/** One row in the text format of COPY. */
function lineOf(row: object, columns: readonly string[]): string {
  const values = new Map(Object.entries(row));
  return `${columns.map((column) => cellOf(values.get(column))).join('\t')}\n`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return value.length > 0 ? `{${value.join(',')}}` : '\\N';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replaceAll('\\', '\\\\');
}

/** Agencies and contact points of the test directory with their countries: see `test/support/factories.ts`. */
const PLACES: Record<string, [country: 0 | 1 | 2 | 3, name: string]> = {
  'fi-birch': [0, 'one'],
  'fi-cedar': [0, 'two'],
  'fi-dune': [0, 'three'],
  'nl-elm': [1, 'one'],
  'nl-fern': [1, 'two'],
  'se-glade': [2, 'one'],
  'no-heath': [3, 'one'],
  'fi-1': [0, '1'],
  'fi-2': [0, '2'],
  'fi-3': [0, '3'],
  'nl-1': [1, '1'],
  'nl-2': [1, '2'],
  'se-1': [2, '1'],
  'no-1': [3, '1'],
};
const COUNTRIES = ['FI', 'NL', 'SE', 'NO', 'DK'];

const PLACEHOLDER = new RegExp(
  [
    String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`,
    String.raw`(?<![\w-])(?:${[ID, REFERENCE, SENDER, ...Object.keys(PLACES)].join('|')})(?![\w-])`,
    String.raw`\b[0-9a-f]{64}\b`,
    // In JSON, a column, or an array.
    `(?<=["\t{,])(?:${COUNTRIES.join('|')})(?=["\t},])`,
  ].join('|'),
  'g',
);

type Part = string | Fill;

type Fill = (filling: Filling) => string;

/** The digest of each entry in its leaf: it depends on what is filled in. */
function digestsOf(journal: readonly JournalEntry[]): Map<string, Fill> {
  return new Map(
    journal.map(({ seq, at, actId, by, schema, event }) => {
      const canonical = canonicalJson({ seq, at, actId, by, schema, event });
      const fill = templateOf(canonical);
      return [sha256(canonical), (filling) => sha256(fill(filling))];
    }),
  );
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

function templateOf(text: string, digests: ReadonlyMap<string, Fill> = new Map()): Fill {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(end, index), digests.get(found) ?? placeholder(found));
    end = index + found.length;
  }
  parts.push(text.slice(end));
  return (filling) => parts.map((part) => (typeof part === 'string' ? part : part(filling))).join('');
}

function placeholder(found: string): Part {
  // The hash of a material.
  if (/^[0-9a-f]{64}$/.test(found)) return found;
  if (found === ID) return ({ id }) => id;
  if (found === REFERENCE) return ({ reference }) => reference;
  if (found === SENDER) return ({ sender }) => sender;
  const place = PLACES[found];
  if (place) return ({ countries }) => `${countries[place[0]].toLowerCase()}-${place[1]}`;
  const country = COUNTRIES.indexOf(found);
  if (country >= 0) return ({ countries }) => countries[country] ?? found;
  const at = Date.parse(found);
  // Referrals of the same week are shifted by the same time.
  let last = { later: 0, text: found };
  return ({ later }) => {
    if (later !== last.later) last = { later, text: new Date(at + later).toISOString() };
    return last.text;
  };
}
