/** Who is written to: whoever handles it and is still there, the desk otherwise, and the duty line at night. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ordersFor } from '../../activities/addressees.ts';
import { giveUpLetters } from '../../activities/send-letters.ts';
import type { Audience, ContactLine } from '../../domain/consequences.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import { choiceOf } from '../../domain/routing/route.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { aReferredCase } from '../support/standing.ts';

/** A Tuesday, noon in Helsinki; and midnight. */
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

/** From Quartz, urgent, with a desk of Finland. */
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

async function writtenTo(to: Audience, referral = aReferral(), at = BY_DAY): Promise<string[]> {
  const orders = await ordersFor({ db, directory, referral, at }, [{ notice: { letter: 'reminder', to }, seq: 1 }]);
  return orders.map(({ addressee }) =>
    addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId}/${addressee.line}`,
  );
}

const r1 = (line: ContactLine): Audience => ({ who: 'recipient', recipientId: 'r1', line });

const leaves = (personId: string) => db.membership.deleteMany({ where: { personId } });

test('at the sending agency it is who handles it, else who submitted it, else the desk; never who has left', async () => {
  const referral = aReferral({ handlers: { 'us-quartz': 'system.quartz' } });
  expect(await writtenTo({ who: 'sender' }, referral)).toEqual(['system.quartz']);
  await leaves('system.quartz');
  expect(await writtenTo({ who: 'sender' }, referral)).toEqual(['quinn.quartz']);
  const auditor = { personId: 'quinn.quartz', agencyId: 'us-quartz', role: 'auditor' };
  await leaves('quinn.quartz');
  await db.membership.create({ data: auditor });
  expect(await writtenTo({ who: 'sender' }, referral)).toEqual(['us-quartz-hotline/desk']);
});

test('reminded is who handles it there; where nobody does, or has left, the desk', async () => {
  expect(await writtenTo(r1('officer'))).toEqual(['fi-alder-ncp/desk']);
  const referral = aReferral({ handlers: { 'fi-alder': 'aino.alder', 'xr-desk': 'emil.rowan' } });
  expect(await writtenTo(r1('officer'), referral)).toEqual(['aino.alder']);
  expect(await writtenTo({ who: 'coordinator', line: 'officer' }, referral)).toEqual(['emil.rowan']);
  await leaves('aino.alder');
  expect(await writtenTo(r1('officer'), referral)).toEqual(['fi-alder-ncp/desk']);
});

test('supervisors of the side whose time runs out are those of that agency', async () => {
  expect(await writtenTo({ who: 'supervisors', of: { recipientId: 'r1' } })).toEqual(['eero.alder']);
});

describe('the duty line is written to as well', () => {
  const both = ['fi-alder-ncp/desk', 'fi-alder-ncp/duty'];

  test('of what is urgent, while the desk is closed', async () => {
    expect(await writtenTo(r1('desk-at-any-hour'))).toEqual(['fi-alder-ncp/desk']);
    expect(await writtenTo(r1('desk-at-any-hour'), aReferral(), AT_NIGHT)).toEqual(both);
    expect(await writtenTo(r1('officer'), aReferral({ urgency: 'emergency' }), AT_NIGHT)).toEqual(both);
    await db.closedDay.create({ data: { agencyId: 'fi-alder', day: '2026-11-24', name: 'Removal' } });
    expect(await writtenTo(r1('desk-at-any-hour'))).toEqual(both);
  });

  test.each([
    ['of what is not urgent', 'fi-alder-ncp', { urgency: 'standard' }],
    ['where the desk never closes', 'fi-birch-spoc', {}],
  ] as const)('but not %s', async (_why, point, more) => {
    const referral = aReferral(more, point);
    expect(await writtenTo(r1('desk-at-any-hour'), referral, AT_NIGHT)).toEqual([`${point}/desk`]);
  });

  test('nor of what can wait for the morning', async () => {
    expect(await writtenTo(r1('desk'), aReferral(), AT_NIGHT)).toEqual(['fi-alder-ncp/desk']);
  });

  test('which brings the referral to nobody: what became of the letter to the desk says that', async () => {
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
    const told = await giveUpLetters(db, { referralId, letterIds });
    expect(told.filter(({ delivers }) => delivers === 'r1')).toMatchObject([{ letterId: letterIds[0] }]);
  });
});
