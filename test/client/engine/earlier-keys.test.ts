/** Idempotency keys that earlier versions wrote before the act keep their meaning after an upgrade. */

import { v5 as uuidv5 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { actRequest } from '../../../client/contract/acts.ts';
import { update } from '../../../client/engine/update.ts';
import { receiptOfView } from '../../../client/queries/entry-numbers.ts';
import type { Act, ActType } from '../../../domain/acts.ts';
import { type Keyring, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { factsOf } from '../../../domain/submission.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../../support/engine.ts';
import { anUrgentSubmission } from '../../support/factories.ts';
import { submitted } from '../../support/submit-and-triage.ts';

/** Of ids of referrals and acts; it never changes. */
const NAMESPACE = 'b1a6b4a1-7c56-5d0e-8f0a-52d1f6f1b7f3';

let liaise: TestEngine;
let keyring: Keyring;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  keyring = parseKeyring(JSON.stringify(liaise.keys));
});

interface EarlierKey {
  actor: Person;
  act: ActType;
  referralId: string;
  key: string;
  parsed: unknown;
}

/** As version 0.1 did before it sent an act: for a submission one row of the agency, and one of the person. */
async function writeEarlierKey({ actor, act, referralId, key, parsed }: EarlierKey): Promise<void> {
  const { agencyId, personId } = actor;
  const row = {
    ...{ agencyId, key: keyring.digest(`key/${key}`), savedAt: new Date() },
    digest: keyring.digest(`asked/${JSON.stringify([act, referralId, parsed])}`),
  };
  const owners = act === 'submit' ? ['', personId] : [personId];
  await liaise.owner.writeKey.createMany({
    data: owners.map((owner) => ({ ...row, personId: owner })),
  });
}

/** As version 0.1 sent it: without a key. */
async function sendAsEarlier(actor: Person, referralId: string, actId: string, act: Act) {
  return receiptOfView(liaise.db, actor, await update(liaise.temporal, { referralId, actId, act, actor }));
}

test('an act that an earlier version recorded gets its receipt; other content under its key is refused', async () => {
  const noor = await liaise.person('noor.rowan');
  const [referralId, key] = [await submitted(liaise, anUrgentSubmission()), crypto.randomUUID()];
  const file = actRequest.parse({ type: 'file-informational' });
  await writeEarlierKey({ actor: noor, act: 'file-informational', referralId, key, parsed: file });
  const actId = uuidv5(`${referralId}/noor.rowan/${key}`, NAMESPACE);
  const first = await sendAsEarlier(noor, referralId, actId, { type: 'file-informational' });
  // By then it could not be decided again.
  expect(await liaise.engine.perform(noor, referralId, file, { key })).toEqual(first);
  const other = liaise.engine.perform(noor, referralId, actRequest.parse({ type: 'take' }), { key });
  await expect(other).rejects.toMatchObject({
    ...{ code: 'IDEMPOTENCY_MISMATCH', message: expect.stringContaining(first.reference) },
  });
});

test('an act that an earlier version did not finish is done under its key, once', async () => {
  const noor = await liaise.person('noor.rowan');
  const [referralId, key] = [await submitted(liaise, anUrgentSubmission()), crypto.randomUUID()];
  const take = actRequest.parse({ type: 'take' });
  await writeEarlierKey({ actor: noor, act: 'take', referralId, key, parsed: take });
  const actId = uuidv5(`${referralId}/noor.rowan/${key}`, NAMESPACE);
  const [one, other] = await Promise.all([
    liaise.engine.perform(noor, referralId, take, { key }),
    sendAsEarlier(noor, referralId, actId, { type: 'take' }),
  ]);
  expect(other).toEqual(one);
  expect(await liaise.engine.perform(noor, referralId, take, { key })).toEqual(one);
  expect(await liaise.db.journal.count({ where: { referralId, actId } })).toBe(1);
});

test('a submission by the API of an earlier version is the same referral, though each person had keys of their own', async () => {
  const quinn = await liaise.person('quinn.quartz');
  const submission = anUrgentSubmission();
  const key = crypto.randomUUID();
  const personalKey = `us-quartz/quinn.quartz/${key}`;
  const referralId = uuidv5(`us-quartz/${personalKey}`, NAMESPACE);
  const parsed = [submission, []];
  await writeEarlierKey({ actor: quinn, act: 'submit', referralId, key: personalKey, parsed });
  const text = crypto.randomUUID();
  const facts = factsOf(submission);
  const first = await sendAsEarlier(quinn, referralId, referralId, {
    ...{ type: 'submit', facts, origins: [], text, coordinatorAgencyId: 'xr-desk' },
  });
  const options = { key, personalKey };
  expect(await liaise.engine.submit(quinn, submission, options)).toEqual(first);
  const other = liaise.engine.submit(quinn, { ...submission, summary: 'Another case.' }, options);
  expect(await refusalCodeOf(other)).toBe('IDEMPOTENCY_MISMATCH');
});
