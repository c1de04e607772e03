/** Lists of a desk: their rows for each viewer, their order and their pages. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ListRow, listReferrals, MOST_COUNTED } from '../../../client/queries/list.ts';
import { countWaiting, listWaiting } from '../../../client/queries/waiting.ts';
import { markSeen } from '../../../client/workspace/read-marks.ts';
import type { Act } from '../../../domain/acts.ts';
import { tasksOf, tasksOfRoles } from '../../../domain/agency-tasks.ts';
import { agencyViewOf } from '../../../domain/agency-view.ts';
import { currentUrgency } from '../../../domain/current-urgency.ts';
import { disclose } from '../../../domain/disclosure.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import type { ListFilter, ListQuery } from '../../../domain/list-query.ts';
import { type Person, ROLES } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import type { Case } from '../../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  RECIPIENT_IN,
  REFERRAL_IN,
  withOpenQuestion,
} from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { aPerson, CAST, COORDINATOR, choice, DIRECTORY, officerAt, SENDER } from '../../support/factories.ts';
import { randomCases } from '../../support/random-cases.ts';
import { rareCases } from '../../support/rare-cases.ts';
import { storeCase } from '../../support/store-case.ts';

const AGENCIES = [COORDINATOR, SENDER, 'pt-ivy', ...DIRECTORY.contactPoints.map(({ agencyId }) => agencyId)];
const FINLAND = choice('fi-1').agencyId;

let db: Database;
let pages: Database;
let referrals: { referral: Referral; entries: JournalEntry[] }[];

beforeAll(async () => {
  const database = await testDatabase();
  ({ db, pages } = database);
  referrals = [];
  const cases = [
    ...[...Object.values(REFERRAL_IN), ...Object.values(RECIPIENT_IN)].map((make) => make()),
    ...[withOpenQuestion(aReceivedCase({ urgency: 'urgent' })), aReferredCase({ urgency: 'emergency' }, ['FI', 'NL'])],
    played({ type: 'take' }, CAST.coordinator),
    played({ type: 'withdraw', text: 'text-why' }, CAST.sender),
    ...[...rareCases(), ...fc.sample(randomCases, 25)],
  ];
  for (const it of cases) referrals.push(await storeCase(db, it));
});

function played(act: Act, by: Person): Case {
  const it = aReferredCase();
  it.act(act, by);
  return it;
}

async function list(viewer: Person, wanted: Partial<ListQuery> = {}) {
  return listReferrals({ db }, viewer, { desk: 'all', sort: 'reference', order: 'asc', limit: 200, ...wanted });
}

const idsOf = (rows: readonly { referralId: string }[]) => rows.map(({ referralId }) => referralId).sort();

function disclosed(viewer: Person): Referral[] {
  return referrals.flatMap(({ referral }) => {
    try {
      return [disclose(referral, viewer).referral];
    } catch {
      return [];
    }
  });
}

test('contain exactly what is disclosed, for every role at every agency', async () => {
  for (const agencyId of new Set(AGENCIES)) {
    for (const role of ROLES) {
      const viewer = aPerson(role, agencyId);
      const seen = disclosed(viewer);
      const { rows, total } = await list(viewer);
      expect([agencyId, role, idsOf(rows)]).toEqual([agencyId, role, seen.map(({ id }) => id).sort()]);
      expect(total).toBe(seen.length);
      for (const row of rows) expect(row).toMatchObject(expected(seen, row, agencyId));
    }
  }
});

function expected(seen: readonly Referral[], { referralId }: ListRow, agencyId: string) {
  const view = seen.find(({ id }) => id === referralId) as Referral;
  const whole = referrals.find(({ referral }) => referral.id === referralId);
  const standing = whole && agencyViewOf(whole.referral, agencyId, whole.entries);
  const { reference, status, facts, submittedAt, recipients, handlers } = view;
  return {
    ...{ reference, status, urgency: whole && currentUrgency(whole.referral), kind: facts.kind, submittedAt },
    ...(handlers[agencyId] && { handler: handlers[agencyId] }),
    ...(standing?.next && { nextClock: standing.next }),
    changedSeq: standing?.changed?.seq,
    recipients: recipients.map(({ id, agencyId, country, status }) => ({ id, agencyId, country, status })),
  };
}

describe('a desk', () => {
  const statuses = async (viewer: Person, desk: ListFilter['desk']) =>
    [...new Set((await list(viewer, { desk })).rows.map(({ status }) => status))].sort();

  test('of triage has the referrals that wait for triage', async () => {
    expect(await statuses(CAST.coordinator, 'triage')).toEqual(['awaiting-information', 'received']);
    expect(await statuses(CAST.sender, 'triage')).toEqual([]);
  });

  test('of a recipient has the referrals that it works on', async () => {
    const { rows } = await list(officerAt('fi-1'), { desk: 'inbox' });
    // Of an erased referral, the confirmation of the erasure is in hand, whatever was answered.
    const own = new Set(rows.filter(({ status }) => status !== 'erased').map(({ recipientStatus }) => recipientStatus));
    expect([...own]).toEqual(expect.arrayContaining(['sent', 'delivered', 'acknowledged', 'accepted', 'recalled']));
    for (const status of ['declined', 'outcome-reported', 'referred-onward']) expect([...own]).not.toContain(status);
  });

  test('of clarifications has the questions to the sender', async () => {
    const { rows } = await list(CAST.sender, { desk: 'clarifications', sort: 'due' });
    expect(rows.length).toBeGreaterThan(1);
    for (const { owes } of rows) expect(owes).toBeDefined();
    expect((await list(CAST.coordinator, { desk: 'clarifications' })).total).toBe(0);
  });

  test('of approvals has the decisions of supervisors of the coordinator', async () => {
    const { rows } = await list(CAST.supervisor, { desk: 'approvals' });
    expect(new Set(rows.flatMap(({ approvals }) => approvals))).toEqual(
      new Set(['withdrawal', 'closure', 'assignment', 'reduction']),
    );
  });

  test('of sent referrals has those of the sender', async () => {
    expect((await list(CAST.sender, { desk: 'sent' })).total).toBe(referrals.length);
    expect((await list(CAST.coordinator, { desk: 'sent' })).total).toBe(0);
  });
});

describe('a filter', () => {
  const holds: [string, Omit<ListFilter, 'desk'>, (row: ListRow) => boolean][] = [
    ['status', { status: 'held' }, ({ status }) => status === 'held'],
    ['open', { open: true }, ({ status }) => status !== 'closed' && status !== 'erased'],
    ['over', { open: false }, ({ status }) => status === 'closed' || status === 'erased'],
    ['urgency', { urgency: 'urgent' }, ({ urgency }) => urgency === 'urgent'],
    ['handler', { handler: 'nobody' }, ({ handler }) => handler === undefined],
    ['mine', { handler: 'me' }, ({ handler }) => handler === CAST.coordinator.personId],
    ['person', { handler: CAST.coordinator }, ({ handler }) => handler === CAST.coordinator.personId],
    ['silent', { silent: true }, ({ silent }) => silent],
    ['loud', { silent: false }, ({ silent }) => !silent],
    ['country', { country: 'NL' }, ({ recipients }) => recipients.some(({ country }) => country === 'NL')],
    ['agency', { recipientAgency: FINLAND }, ({ recipients }) => recipients.some((r) => r.agencyId === FINLAND)],
    ['sent on', { sentOn: true }, ({ recipients }) => recipients.length > 0],
    ['not sent on', { sentOn: false }, ({ recipients }) => recipients.length === 0],
    // All of it was years ago: what runs is over its time.
    ['breached', { breached: true }, ({ breached, nextClock }) => breached || nextClock !== undefined],
    ['kept', { breached: false }, ({ breached, nextClock }) => !breached && nextClock === undefined],
  ];

  test.each(holds)('by %s leaves what it says', async (_name, filter, isWanted) => {
    const all = (await list(CAST.coordinator)).rows;
    const { rows, total } = await list(CAST.coordinator, filter);
    expect(idsOf(rows)).toEqual(idsOf(all.filter(isWanted)));
    expect(total).toBe(rows.length);
    expect(total).toBeGreaterThan(0);
  });

  test('by country uses the recipients that the viewer sees', async () => {
    const dutch = await list(officerAt('fi-1'), { country: 'NL' });
    expect(dutch.total).toBe(0);
    expect((await list(officerAt('fi-1'), { country: 'FI' })).total).toBeGreaterThan(0);
  });

  test('by submission time includes the first instant and excludes the last', async () => {
    const at = referrals[0]?.referral.submittedAt ?? '';
    expect((await list(CAST.coordinator, { submittedFrom: at })).total).toBe(referrals.length);
    expect((await list(CAST.coordinator, { submittedBefore: at })).total).toBe(0);
  });
});

describe('pages', () => {
  const orders = (['due', 'submitted', 'changed', 'reference', 'urgency'] as const).flatMap((sort) =>
    (['asc', 'desc'] as const).map((order) => [sort, order] as const),
  );

  test.each(orders)('by %s %s one after the other are the whole, each once and in order', async (sort, order) => {
    const whole = (await list(CAST.coordinator, { sort, order })).rows;
    const paged: ListRow[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list(CAST.coordinator, { sort, order, limit: 7, ...(cursor && { cursor }) });
      expect(page.total).toBe(whole.length);
      paged.push(...page.rows);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    expect(paged).toEqual(whole);
  });

  test('ascend by what is due first, and what has no clock is last', async () => {
    const { rows } = await list(CAST.coordinator, { sort: 'due' });
    const due = rows.map(({ nextClock }) => nextClock?.dueAt ?? '9');
    expect(due).toEqual([...due].sort());
    const reverse = await list(CAST.coordinator, { sort: 'due', order: 'desc' });
    expect(reverse.rows).toEqual([...rows].reverse());
  });

  test('by urgency begin with the most urgent', async () => {
    const { rows } = await list(CAST.coordinator, { sort: 'urgency' });
    const ranks = rows.map(({ urgency }) => ['emergency', 'urgent', 'standard', 'informational'].indexOf(urgency));
    expect(ranks).toEqual([...ranks].sort());
  });

  test.each(['nonsense', Buffer.from('["due","asc","x","y"]').toString('base64url')])(
    'do not begin at a cursor that is none: %s',
    async (cursor) => {
      await expect(list(CAST.coordinator, { sort: 'due', cursor })).rejects.toThrow('cursor');
    },
  );

  test.each([
    ['reference', 'XR-2026-0001\0'],
    ['urgency', "' OR 1=1"],
    ['submitted', '0000-01-01T00:00:00Z'],
    ['changed', '9999-12-31T23:59:59-23:59'],
    ['due', 'infinity'],
  ] as const)('by %s do not begin at %j', async (sort, value) => {
    const written = JSON.stringify([sort, 'asc', value, crypto.randomUUID()]);
    const cursor = Buffer.from(written).toString('base64url');
    await expect(list(CAST.coordinator, { sort, order: 'asc', cursor })).rejects.toMatchObject({ field: 'cursor' });
  });

  test('do not begin at the cursor of another order', async () => {
    const { next = '' } = await list(CAST.coordinator, { sort: 'due', limit: 3 });
    const other = list(CAST.coordinator, { sort: 'changed', cursor: next });
    await expect(other).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'cursor' });
  });
});

test('a referral that a person has seen is not marked for this person until it changes', async () => {
  const viewer = aPerson('partner-officer', FINLAND, 'three');
  const unread = async () => (await list(viewer, { unread: true })).rows;
  const [first] = await unread();
  if (first === undefined) throw new Error('Nothing is unread.');
  await markSeen({ db: pages }, viewer, { referralId: first.referralId, seq: first.changedSeq - 1 });
  expect(idsOf(await unread())).toContain(first.referralId);
  await markSeen({ db: pages }, viewer, { referralId: first.referralId, seq: first.changedSeq });
  await markSeen({ db: pages }, viewer, { referralId: first.referralId, seq: 1 });
  expect(idsOf(await unread())).not.toContain(first.referralId);
  const { rows } = await list(officerAt('fi-1'));
  expect(rows.find(({ referralId }) => referralId === first.referralId)).toMatchObject({ unread: true, seenSeq: 0 });
});

test('the list of tasks has every task of the agency that the roles of the person do, and its counters agree', async () => {
  for (const agencyId of new Set(AGENCIES)) {
    for (const role of ['liaison-officer', 'partner-officer', 'supervisor', 'auditor'] as const) {
      const viewer = aPerson(role, agencyId);
      const roles = tasksOfRoles([role]);
      const own = disclosed(viewer).map((referral) => ({
        id: referral.id,
        tasks: tasksOf(referral, agencyId).filter(({ task }) => roles.includes(task)),
      }));
      const query = { sort: 'due', order: 'asc', limit: 200 } as const;
      const { rows } = await asAgency(agencyId, () => listWaiting({ db: pages }, viewer, query));
      const kinds = (each: readonly { task: string }[]) => each.map(({ task }) => task).sort();
      for (const { id, tasks } of own) {
        const listed = rows.filter(({ referralId }) => referralId === id);
        expect([agencyId, role, id, kinds(listed)]).toEqual([agencyId, role, id, kinds(tasks)]);
      }
      const counts = await asAgency(agencyId, () => countWaiting({ db: pages }, viewer));
      expect(counts.all).toBe(own.filter(({ tasks }) => tasks.length > 0).length);
      for (const task of roles) {
        const { rows: ofKind } = await asAgency(agencyId, () => listWaiting({ db: pages }, viewer, { ...query, task }));
        expect([agencyId, task, new Set(idsOf(ofKind)).size]).toEqual([agencyId, task, counts[task]]);
      }
    }
  }
});

test('counts many referrals up to a limit, so that a list does not become slower with the data', async () => {
  const database = await testDatabase();
  const { referral } = await storeCase(database.db, aReferredCase());
  await database.db.$executeRaw`
    INSERT INTO party (agency_id, referral_id, sender, coordinator, recipient, reference, kind, urgency, status, sender_agency_id,
                       in_hand, questioned, urgency_order, breached, silent, submitted_at, changed_at, changed_seq)
    SELECT agency_id, gen_random_uuid(), sender, coordinator, recipient, 'XR-2025-' || n, kind, urgency, status, sender_agency_id,
           in_hand, questioned, urgency_order, breached, silent, submitted_at, changed_at, changed_seq
    FROM party CROSS JOIN generate_series(1, ${MOST_COUNTED}) AS n WHERE agency_id = ${SENDER}`;
  const query = { desk: 'all', sort: 'reference', order: 'asc', limit: 1 } as const;
  expect(await listReferrals(database, CAST.sender, query)).toMatchObject({
    total: MOST_COUNTED + 1,
    next: expect.any(String),
  });
  await database.db.party.deleteMany({ where: { agencyId: SENDER, referralId: referral.id } });
  expect((await listReferrals(database, CAST.sender, query)).total).toBe(MOST_COUNTED);
  await database.db.$executeRaw`
    INSERT INTO party SELECT (jsonb_populate_record(p, jsonb_build_object('referral_id', gen_random_uuid()))).*
    FROM party p CROSS JOIN generate_series(1, 5) WHERE p.agency_id = ${SENDER} AND p.reference = 'XR-2025-1'`;
  // Six more than the limit, and still one.
  expect((await listReferrals(database, CAST.sender, query)).total).toBe(MOST_COUNTED + 1);
});
