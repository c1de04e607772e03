/** A drill that nobody acknowledges in time ends by itself, counts as failed, and the next referral goes elsewhere. */

import { beforeAll, expect, test } from 'vitest';
import { drillsOf, failedDrills } from '../../prisma/store/drills.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { ended, expectAgreement } from './what-followed.ts';

const POINT = { id: 'fi-alder-ncp', agencyId: 'fi-alder' };

let liaise: TestEngine & { skip(duration: string): Promise<void> };

/** With a second contact point of the same type in Finland. */
beforeAll(async () => {
  liaise = await timeSkippingEngine();
  const { deputyId: _, ...first } = await liaise.owner.contactPoint.findUniqueOrThrow({ where: { id: POINT.id } });
  const second = { ...first, id: 'fi-second-ncp', agencyId: 'fi-birch' };
  await liaise.owner.contactPoint.create({ data: JSON.parse(JSON.stringify(second)) });
});

const takenBy = async (referralId: string) =>
  (await liaise.read(referralId)).recipients.map(({ contactPointId }) => contactPointId);

test('after the acknowledge clock, a drill is closed without a replacement, and the other contact point comes first', async () => {
  expect(await takenBy(await triagedTo(liaise, anUrgentSubmission(), ['FI']))).toEqual([POINT.id]);
  const { referralId } = await liaise.engine.startDrill(await liaise.person('otto.rowan'), POINT.id);
  const { clocks } = await liaise.lettersSent(referralId);
  const acknowledge = clocks.find(({ name }) => name === 'acknowledge');
  expect(await failedDrills(liaise.db, [POINT])).toEqual([]);
  const { dueAt = '', startedAt = '' } = acknowledge ?? {};
  await liaise.skip(`${Date.parse(dueAt) - Date.parse(startedAt) + 1} ms`);
  await ended(liaise, referralId);
  const { status, ending, recipients } = await liaise.read(referralId);
  expect([status, ending]).toMatchObject(['closed', { closure: { kind: 'no-recipient' } }]);
  expect(recipients).toMatchObject([{ contactPointId: POINT.id, status: 'unresponsive' }]);
  expect(await drillsOf(liaise.db, [POINT], 1)).toMatchObject([{ referralId, result: 'unanswered' }]);
  expect(await failedDrills(liaise.db, [POINT])).toEqual([POINT.id]);
  await expectAgreement(liaise, referralId);
  expect(await takenBy(await triagedTo(liaise, anUrgentSubmission(), ['FI']))).toEqual(['fi-second-ncp']);
});
