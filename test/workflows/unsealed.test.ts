/** A client without a key reaches Temporal: its unencrypted act is refused, and other acts continue. */

import { Client, Connection } from '@temporalio/client';
import { beforeAll, expect, test } from 'vitest';
import { readJournal } from '../../prisma/store/journal.ts';
import { type ActMessage, updateOf, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { engineAt, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';

let liaise: TestEngine;
let withoutKey: Client;
let referralId: string;

beforeAll(async () => {
  const { address } = await realServer();
  liaise = await engineAt({ address, namespace: 'default' });
  const connection = await Connection.connect({ address });
  atEnd(() => connection.close());
  withoutKey = new Client({ connection });
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
});

const ACKNOWLEDGE = { type: 'acknowledge', recipientId: 'r1' } as const;

test('an unencrypted act in the name of another user is refused, and the same act through the engine is performed', async () => {
  const journal = await readJournal(liaise.db, referralId);
  const request: ActMessage = { act: ACKNOWLEDGE, actor: await liaise.person('aino.alder') };
  const handle = withoutKey.workflow.getHandle(workflowIdOf(referralId));
  const asked = handle.executeUpdate(updateOf('acknowledge'), { args: [request] });
  // The refusal is encrypted too.
  await expect(asked).rejects.toThrow('binary/encrypted');
  expect(await readJournal(liaise.db, referralId)).toEqual(journal);
  expect(await liaise.act('aino.alder', referralId, ACKNOWLEDGE)).toMatchObject({ referralId });
});

test('the state of the workflow cannot be read', async () => {
  await expect(withoutKey.workflow.getHandle(workflowIdOf(referralId)).query('state')).rejects.toThrow('encrypted');
});
