/** Addressees of letters: the handler if still a member of the agency, otherwise the desk, and the duty line at night. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ordersFor } from '../../activities/addressees.ts';
import { giveUpLetters } from '../../activities/send-letters.ts';
import type { Audience, ContactLine } from '../../domain/letter-notice.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import { choiceOf } from '../../domain/routing/route.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { aReferredCase } from '../support/cases-by-status.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Noon and midnight in Helsinki, on a Tuesday. */
const BY_DAY = '2026-11-24T10:00:00.000Z';
const AT_NIGHT = '2026-11-24T22:00:00.000Z';

let db: TestDatabase['db'];
let directory: Directory;

beforeAll(async () => {
  db = (await testDatabase()).db;
  const seed = loadSeed(BY_DAY);
  directory = seed.directory;
  await replaceDirectory(db, directory, seed.people);
});

/** An urgent referral from Quartz, whose recipient is the given Finnish contact point. */
function aReferral(more: Partial<Referral> = {}, contactPointId = 'fi-alder-ncp'): Referral {
  const { referral } = aReferredCase({ urgency: 'urgent' });
  const point = directory.contactPoints.find(({ id }) => id === contactPointId);
  if (point === undefined) throw new Error(`The seed has no ${contactPointId}.`);
  return {
    ...referral,
    ...{ senderAgencyId: 'us-quartz', senderPersonId: 'quinn.quartz', coordinatorAgencyId: 'xr-desk' },
    recipients: referral.recipients.map((recipient) => ({ ...recipient, ...choiceOf(point) })),
    ...more,
  };
}

function ordersOf(to: Audience, referral = aReferral(), at = BY_DAY) {
  return ordersFor({ db, directory, referral, at }, [{ notice: { letter: 'reminder', to }, seq: 1 }]);
}

async function addresseesOf(to: Audience, referral = aReferral(), at = BY_DAY): Promise<string[]> {
  const orders = await ordersOf(to, referral, at);
  return orders.map(({ addressee }) =>
    addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId}/${addressee.line}`,
  );
}

const r1 = (line: ContactLine): Audience => ({ who: 'recipient', recipientId: 'r1', line });

const removeFromAgency = (personId: string) => db.membership.deleteMany({ where: { personId } });

test('the sender is its handler, otherwise the submitter, otherwise the desk; never a user who has left', async () => {
  const referral = aReferral({ handlers: { 'us-quartz': 'system.quartz' } });
  expect(await addresseesOf({ who: 'sender' }, referral)).toEqual(['system.quartz']);
  await removeFromAgency('system.quartz');
  expect(await addresseesOf({ who: 'sender' }, referral)).toEqual(['quinn.quartz']);
  const auditor = { personId: 'quinn.quartz', agencyId: 'us-quartz', role: 'auditor' };
  await removeFromAgency('quinn.quartz');
  await db.membership.create({ data: auditor });
  expect(await addresseesOf({ who: 'sender' }, referral)).toEqual(['us-quartz-hotline/desk']);
});

test('a reminder goes to the handler; without a handler, or if the handler has left, to the desk', async () => {
  expect(await addresseesOf(r1('officer'))).toEqual(['fi-alder-ncp/desk']);
  const referral = aReferral({ handlers: { 'fi-alder': 'aino.alder', 'xr-desk': 'emil.rowan' } });
  expect(await addresseesOf(r1('officer'), referral)).toEqual(['aino.alder']);
  expect(await addresseesOf({ who: 'coordinator', line: 'officer' }, referral)).toEqual(['emil.rowan']);
  await removeFromAgency('aino.alder');
  expect(await addresseesOf(r1('officer'), referral)).toEqual(['fi-alder-ncp/desk']);
});

test('after the acknowledgement, another contact point of the agency gets the letters of a disabled one', async () => {
  const enabled = directory;
  const contactPoints = directory.contactPoints.flatMap((each) =>
    each.id === 'fi-alder-ncp'
      ? [
          { ...each, disabled: true },
          { ...each, id: 'fi-alder-second' },
        ]
      : [each],
  );
  directory = { ...directory, contactPoints };
  const referral = aReferral();
  const acknowledged = referral.recipients.map((recipient) => ({ ...recipient, status: 'acknowledged' as const }));
  expect(await addresseesOf(r1('desk'), { ...referral, recipients: acknowledged })).toEqual(['fi-alder-second/desk']);
  expect(await addresseesOf(r1('desk'), referral)).toEqual(['fi-alder-ncp/desk']);
  directory = enabled;
});

test('a warning goes to the supervisors of the agency whose clock runs', async () => {
  expect(await addresseesOf({ who: 'supervisors', of: { recipientId: 'r1' } })).toEqual(['eero.alder']);
});

describe('those who are on call', () => {
  const deputy = 'fi-alder-night/deputy';

  test('are the duty line and the deputy or, without a duty line, the desk and the deputy', async () => {
    expect(await addresseesOf(r1('on-call'))).toEqual(['fi-alder-ncp/duty', deputy]);
    expect(await addresseesOf(r1('duty-alone'))).toEqual(['fi-alder-ncp/duty']);
    const enabled = directory;
    const contactPoints = directory.contactPoints.map(({ dutyEmail: _, ...each }) => each);
    directory = { ...directory, contactPoints };
    expect(await addresseesOf(r1('on-call'))).toEqual(['fi-alder-ncp/desk', deputy]);
    expect(await addresseesOf(r1('duty-alone'))).toEqual(['fi-alder-ncp/desk', deputy]);
    directory = enabled;
  });

  test('are those of its contact point at the sending agency', async () => {
    expect(await addresseesOf({ who: 'sender', line: 'on-call' })).toEqual(['us-quartz-hotline/duty']);
  });
});

describe('the duty line receives the letter too', () => {
  const both = ['fi-alder-ncp/desk', 'fi-alder-ncp/duty'];

  test('if the referral is urgent and the desk is closed', async () => {
    expect(await addresseesOf(r1('desk-at-any-hour'))).toEqual(['fi-alder-ncp/desk']);
    expect(await addresseesOf(r1('desk-at-any-hour'), aReferral(), AT_NIGHT)).toEqual(both);
    expect(await addresseesOf(r1('officer'), aReferral({ urgency: 'emergency' }), AT_NIGHT)).toEqual(both);
    directory = { ...directory, closedDays: [{ agencyId: 'fi-alder', day: '2026-11-24', name: 'Removal' }] };
    expect(await addresseesOf(r1('desk-at-any-hour'))).toEqual(both);
  });

  test('or instead of a closed desk, if the letter is for somebody who can still act', async () => {
    directory = { ...directory, closedDays: [] };
    expect(await addresseesOf(r1('officer-or-duty'))).toEqual(['fi-alder-ncp/desk']);
    expect(await addresseesOf(r1('officer-or-duty'), aReferral(), AT_NIGHT)).toEqual(['fi-alder-ncp/duty']);
    expect(await addresseesOf(r1('open-desk'))).toEqual(['fi-alder-ncp/desk']);
    expect(await addresseesOf(r1('open-desk'), aReferral(), AT_NIGHT)).toEqual([]);
  });

  test.each([
    ['if the referral is not urgent', 'fi-alder-ncp', { urgency: 'standard' }],
    ['if the desk never closes', 'fi-birch-spoc', {}],
  ] as const)('but not %s', async (_why, point, more) => {
    const referral = aReferral(more, point);
    expect(await addresseesOf(r1('desk-at-any-hour'), referral, AT_NIGHT)).toEqual([`${point}/desk`]);
  });

  test('but not if the letter can wait until the desk opens', async () => {
    expect(await addresseesOf(r1('desk'), aReferral(), AT_NIGHT)).toEqual(['fi-alder-ncp/desk']);
  });

  test('but only the letter to the desk decides whether the referral is delivered', async () => {
    const [referralId, ...letterIds] = [randomUUID(), randomUUID(), randomUUID()];
    const lines = ['desk', 'duty'].map((line) => ({ kind: 'point', contactPointId: 'fi-alder-ncp', line }));
    const letter = {
      referralId,
      seq: 1,
      letter: 'new-referral',
      recipientId: 'r1',
      status: 'waiting',
      decidedAt: BY_DAY,
    };
    const data = lines.map((addressee, n) => ({ ...letter, id: letterIds[n] ?? '', addressee }));
    await db.letter.createMany({ data });
    const results = await giveUpLetters(db, { referralId, letterIds });
    expect(results.filter(({ delivers }) => delivers === 'r1')).toMatchObject([{ letterId: letterIds[0] }]);
  });
});

test('a receipt is not sent to a person or system without receipts; other letters are', async () => {
  const sent = async (letter: 'receipt' | 'accepted') => {
    const notices = [{ notice: { letter, to: { who: 'sender' } }, seq: 1 }] as const;
    return (
      await ordersFor({ db, directory, referral: aReferral({ senderPersonId: 'system.quartz' }), at: BY_DAY }, notices)
    ).length;
  };
  const data = { personId: 'system.quartz', agencyId: 'us-quartz', role: 'liaison-officer' };
  await db.membership.upsert({ where: { personId_agencyId_role: data }, create: data, update: {} });
  expect(await sent('receipt')).toBe(1);
  await db.person.update({ where: { id: 'system.quartz' }, data: { receipts: false } });
  expect([await sent('receipt'), await sent('accepted')]).toEqual([0, 1]);
  await db.person.update({ where: { id: 'system.quartz' }, data: { receipts: true } });
});

describe('an absent person', () => {
  const absent = (personId: string, absentFrom: string, absentUntil: string, deputyId: string | null) =>
    db.person.update({ where: { id: personId }, data: { absentFrom, absentUntil, deputyId } });
  const handled = () => aReferral({ handlers: { 'fi-birch': 'mikko.birch' } }, 'fi-birch-spoc');
  const officer = r1('officer');

  test('gets letters together with the deputy, from the first to the last day in the own time zone', async () => {
    await absent('mikko.birch', '2026-11-24', '2026-11-25', 'lotta.birch');
    const both = ['mikko.birch', 'lotta.birch'];
    expect(await addresseesOf(officer, handled(), '2026-11-23T21:59:00.000Z')).toEqual(['mikko.birch']);
    expect(await addresseesOf(officer, handled(), '2026-11-23T22:00:00.000Z')).toEqual(both);
    expect(await addresseesOf(officer, handled(), '2026-11-25T21:59:00.000Z')).toEqual(both);
    expect(await addresseesOf(officer, handled(), '2026-11-25T22:00:00.000Z')).toEqual(['mikko.birch']);
    const { letter, addressee } = (await ordersOf(officer, handled()))[1] ?? {};
    expect({ letter, addressee }).toEqual({
      letter: 'reminder',
      addressee: { kind: 'person', personId: 'lotta.birch', agencyId: 'fi-birch', deputyFor: 'mikko.birch' },
    });
  });

  test('has a deputy who gets no letter twice, and none that the deputy can do nothing about', async () => {
    const supervisors: Audience = { who: 'supervisors', of: { recipientId: 'r1' } };
    const before = await addresseesOf(supervisors, handled());
    expect(before).toContain('mikko.birch');
    expect(before).not.toContain('lotta.birch');
    await db.membership.create({ data: { personId: 'lotta.birch', agencyId: 'fi-birch', role: 'supervisor' } });
    const after = await addresseesOf(supervisors, handled());
    expect(after).toEqual([...before, 'lotta.birch'].sort());
    await db.membership.deleteMany({ where: { personId: 'lotta.birch', role: { not: 'supervisor' } } });
    expect(await addresseesOf(officer, handled())).toEqual(['mikko.birch']);
  });

  test('gets letters alone without a deputy, and if the deputy has left', async () => {
    await absent('mikko.birch', '2026-11-24', '2026-11-25', null);
    expect(await addresseesOf(officer, handled())).toEqual(['mikko.birch']);
    await absent('mikko.birch', '2026-11-24', '2026-11-25', 'aino.alder');
    expect(await addresseesOf(officer, handled())).toEqual(['mikko.birch']);
  });
});
