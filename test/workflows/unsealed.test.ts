/** Whoever reaches Temporal and has no key can ask for nothing: an act that is not sealed is refused, and others go on. */

import { Client, Connection } from '@temporalio/client';
import { beforeAll, expect, test } from 'vitest';
import { readJournal } from '../../prisma/store/journal.ts';
import { type ActRequest, updateOf, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { engineAt, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission, triagedTo } from '../support/story.ts';
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

test('an act in the name of somebody else is refused, and the same act by its own way is done', async () => {
  const journal = await readJournal(liaise.db, referralId);
  const request: ActRequest = { act: ACKNOWLEDGE, actor: await liaise.person('aino.alder') };
  const handle = withoutKey.workflow.getHandle(workflowIdOf(referralId));
  const asked = handle.executeUpdate(updateOf('acknowledge'), { args: [request] });
  // The refusal too is sealed.
  await expect(asked).rejects.toThrow('binary/encrypted');
  expect(await readJournal(liaise.db, referralId)).toEqual(journal);
  expect(await liaise.act('aino.alder', referralId, ACKNOWLEDGE)).toMatchObject({ referralId });
});

test('nothing of what the workflow knows can be read', async () => {
  await expect(withoutKey.workflow.getHandle(workflowIdOf(referralId)).query('state')).rejects.toThrow('encrypted');
});
