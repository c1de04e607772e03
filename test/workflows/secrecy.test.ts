/** Temporal's histories and the database contain no readable particulars. */

import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Submission } from '../../domain/submission.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { ended } from './what-followed.ts';

/** Texts that users enter during the test. They must be stored encrypted only. */
const WORDS = [
  ...['Copperfield', 'Lantern', 'otter', '192.0.2.44', 'KX-99871', 'S-4411', 'deadbeef', 'reporter@reporter.example'],
  ...['Bluebottle', 'Marmalade', 'Periwinkle', 'Saxophone', 'Tangerine'],
  ...['Thimble', 'Rhubarb', 'Nutmeg', 'Dandelion'],
  ...['Cinnamon', 'Ginger', 'Cardamom', 'Saffron'],
];

/** Parts of the names of the users and agencies that act. */
const NAMES = ['quinn', 'Quinn', 'aino', 'Alder', 'alder', 'rowan', '@us-quartz.example', '@fi-alder.example'];

const report: Submission = {
  ...anUrgentSubmission(),
  originReferences: [{ system: 'register', id: 'KX-99871' }],
  subjects: [{ category: 'suspect', reference: 'S-4411' }],
  materials: [{ algorithm: 'md5', value: 'deadbeef'.repeat(4), source: 'provider', classification: 'unclassified' }],
  particulars: [{ label: 'reporter.email', value: 'reporter@reporter.example' }],
  summary: `${SECRET} Seen as midnight_otter.`,
};

let liaise: TestEngine;
let referralId: string;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  referralId = await wholeStory();
});

/** A whole referral, with a text in every act that accepts one, and with refusals before and within the workflow. */
async function wholeStory(): Promise<string> {
  const id = await triagedTo(liaise, report, ['FI']);
  const [r1, r2] = [{ recipientId: 'r1' }, { recipientId: 'r2' }] as const;
  await liaise.act('aino.alder', id, { type: 'ask-information', ...r1, text: 'Who is Bluebottle?' });
  await liaise.act('quinn.quartz', id, {
    type: 'answer-information',
    questionId: 'q1',
    text: 'A friend of Marmalade.',
  });
  const fi = { language: 'fi' };
  await liaise.act('aino.alder', id, {
    ...{ type: 'ask-translation', ...r1, of: 'sender', languages: ['fi'], text: 'The part about Cinnamon.' },
  });
  await liaise.act('quinn.quartz', id, { type: 'deliver-translation', translationId: 't1', ...fi, text: 'Ginger.' });
  await liaise.act('aino.alder', id, { type: 'acknowledge', ...r1 });
  await liaise.act('aino.alder', id, { type: 'report-preservation', ...r1, text: 'The account of Cardamom.' });
  await liaise.act('quinn.quartz', id, { type: 'confirm-production', ...r1, text: 'Order Saffron.' });
  const { originReferences } = report;
  const addition = { summary: 'Periwinkle', indicators: [], originReferences, materials: [], particulars: [] };
  await liaise.engine.submit(await liaise.person('greta.hazel'), report, { key: 'another agency' });
  await liaise.act('quinn.quartz', id, { type: 'supplement', addition });
  // The activity that records an act refuses a number that another referral of the agency has.
  const unnumbered = {
    ...{ ...report, originReferences: [], summary: 'Another account.' },
    ...{ urgency: 'emergency' as const, urgencyGrounds: ['ongoing-child-abuse' as const] },
  };
  const other = await liaise.engine.submit(await liaise.person('quinn.quartz'), unnumbered, { key: 'other' });
  const numbered = liaise.act('quinn.quartz', other.referralId, { type: 'supplement', addition });
  expect(await refusalCodeOf(numbered)).toBe('DUPLICATE_ORIGIN');
  await liaise.act('noor.rowan', other.referralId, {
    ...{ type: 'record-oral-request', requestedBy: 'Ms Thimble', requestedOf: 'Mr Rhubarb', text: 'Nutmeg called.' },
    requestedAt: '2026-03-02T10:00:00Z',
  });
  await liaise.act('quinn.quartz', other.referralId, { type: 'confirm-oral-request', text: 'Dandelion, in writing.' });
  await liaise.act('aino.alder', id, { type: 'decline', ...r1, ground: 'other', text: 'Ask for Saxophone.' });
  await liaise.waitUntil(id, ({ recipients }) => recipients[1]?.status === 'delivered');
  const approve = liaise.act('otto.rowan', id, { type: 'approve-closure' });
  expect(await refusalCodeOf(approve)).toBe('WRONG_STATUS');
  await liaise.act('otto.rowan', id, { type: 'recall', ...r2, text: 'Tangerine' });
  await liaise.act('noor.rowan', id, { type: 'propose-closure' });
  await liaise.act('otto.rowan', id, { type: 'approve-closure' });
  await ended(liaise, id);
  return id;
}

/** Every string in a value. Bytes are decoded as Latin-1. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('latin1')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

function expectNone(words: readonly string[], text: string): void {
  expect(words.filter((word) => text.includes(word))).toEqual([]);
}

describe('the raw history of a whole referral', () => {
  const history = () => liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).fetchHistory();

  test('contains no text, number, name or address', async () => {
    const texts = textsIn(await history());
    expect(texts.length).toBeGreaterThan(1_000);
    expectNone([...WORDS, ...NAMES], texts.join('\n'));
    const decoded = texts.map((text) => Buffer.from(text, 'base64').toString('latin1'));
    expectNone([...WORDS, ...NAMES], decoded.join('\n'));
  });

  test('is identified by a UUID, without memo and search attributes', async () => {
    expect(workflowIdOf(referralId)).toMatch(/^referral\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { events } = await history();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    expect(Object.keys(started?.memo?.fields ?? {})).toEqual([]);
    expect(Object.keys(started?.searchAttributes?.indexedFields ?? {})).toEqual([]);
  });

  test('has only encrypted payloads, except the activity markers of Temporal', async () => {
    const payloads = payloadsIn(await history());
    const isSealed = ({ metadata }: Payload) => String(Buffer.from(metadata['encoding'] ?? [])) === 'binary/encrypted';
    expect(payloads.filter(isSealed).length).toBeGreaterThan(20);
    const open = payloads
      .filter((payload) => !isSealed(payload))
      .map(({ data }) => JSON.parse(String(Buffer.from(data))));
    const noted = [
      'activity_id',
      'activity_type',
      'attempt',
      'backoff',
      'complete_time',
      'original_schedule_time',
      'seq',
    ];
    expect(new Set(open.flatMap((marker) => Object.keys(marker)))).toEqual(new Set(noted));
  });
});

test('a refusal within a workflow is encrypted too', async () => {
  const where = { operation: 'refused-attempt' };
  const refused = await liaise.db.auditLeaf.findFirstOrThrow({ where, orderBy: { id: 'asc' } });
  const handle = liaise.temporal.workflow.getHandle(workflowIdOf(refused.referralId ?? ''));
  const history = await handle.fetchHistory();
  const failed = JSON.stringify(
    history.events?.filter((event) => event.workflowExecutionUpdateCompletedEventAttributes),
  );
  expect(failed).toContain('Encoded failure');
  const { reference } = await liaise.read(referralId);
  expectNone([...WORDS, ...NAMES, reference, 'origin reference'], textsIn(history).join('\n'));
});

test('no column of any table contains particulars in readable form', async () => {
  const client = new Client({ connectionString: liaise.adminUrl });
  await client.connect();
  const tables = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  for (const { name } of tables.rows) {
    const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM "${name}" AS t`);
    const text = JSON.stringify(rows.map(({ row }) => row));
    expectNone(WORDS, text);
    expectNone(
      WORDS,
      text.replace(/\\\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1')),
    );
  }
  expect(tables.rows.map(({ name }) => name)).toContain('particulars');
  await client.end();
});

interface Payload {
  metadata: Record<string, Uint8Array>;
  data: Uint8Array;
}

function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const isPayload = 'metadata' in value && 'data' in value;
  return isPayload ? [value as Payload] : Object.values(value).flatMap(payloadsIn);
}
