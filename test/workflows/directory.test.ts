/** Changes of the directory through Temporal: carried out once, refused if forged, with letters to those concerned. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { listLetters } from '../../activities/directory/directory-letters.ts';
import { administer } from '../../client/directory/administer.ts';
import { sendToDirectory } from '../../client/engine/change-directory.ts';
import type { DirectoryEdit, DirectoryTask } from '../../domain/administration/directory-edit.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { readContactPoint } from '../../prisma/store/directory-edit.ts';
import { findPerson } from '../../prisma/store/people.ts';
import { runWithOrigin } from '../../prisma/store/request-origin.ts';
import { directoryUpdate, directoryWorkflowIdOf } from '../../workflows/messages.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

async function proposed(by: Person, edit: DirectoryEdit): Promise<string> {
  const { pages: db, keys, temporal } = liaise;
  const deps = { db, keyring: parseKeyring(JSON.stringify(keys)), changeDirectory };
  const editor = { person: by, everywhere: by.agencyId === 'xr-desk' };
  const answer = await asAgency(by.agencyId, () =>
    runWithOrigin({ channel: 'page' }, () => administer(deps, editor, edit)),
  );
  if (answer.outcome !== 'proposed') throw new Error(`It was not proposed, but ${answer.outcome}: ${temporal}`);
  return answer.proposalId;
}

const changeDirectory = (request: Parameters<typeof sendToDirectory>[1]) => sendToDirectory(liaise.temporal, request);
const ask = (by: Person, task: DirectoryTask, requestId: string = randomUUID()) =>
  changeDirectory({ requestId, by, task });
const POLL = { timeout: 20_000 };
const lettersTo = (address: string) => liaise.mail.letters().filter(({ to }) => to.includes(address));

test('a confirmed change is made once, and the supervisors of the agency get a letter without names or addresses', async () => {
  const [karl, dora] = [await liaise.person('karl.rowan'), await liaise.person('dora.rowan')];
  const edit = { type: 'set-roles', personId: 'lotta.birch', agencyId: 'fi-birch', roles: ['auditor'] } as const;
  const proposalId = await proposed(karl, edit);
  expect(await refusalCodeOf(ask(karl, { type: 'confirm', proposalId }))).toBe('SAME_PERSON');
  const requestId = randomUUID();
  const confirm = () => ask(dora, { type: 'confirm', proposalId }, requestId);
  expect(await Promise.all([confirm(), confirm()])).toEqual(['applied', 'applied']);
  await liaise.temporal.workflow.getHandle(directoryWorkflowIdOf(requestId)).result();
  expect(await confirm()).toBe('applied');
  expect((await findPerson(liaise.db, 'lotta.birch'))?.memberships).toEqual([
    { agencyId: 'fi-birch', roles: ['auditor'] },
  ]);
  const mikko = () => lettersTo('mikko.birch@fi-birch.example');
  await expect.poll(() => mikko().length, POLL).toBeGreaterThan(0);
  const [letter] = mikko();
  expect(letter?.text).toContain('Roles changed');
  expect(letter?.text).toMatch(/Proposed by: +Karl Rowan[\s\S]*Confirmed by: +Dora Rowan/);
  const headers = mikko().map((each) => each.headers.find(([name]) => name === 'message-id')?.[1]);
  expect(new Set(headers).size).toBe(1);
});

test('a new address is confirmed by a link to the old and to the new one', async () => {
  const mikko = await liaise.person('mikko.birch');
  const before = await readContactPoint(liaise.db, 'fi-birch-spoc');
  const edit = { type: 'change-address', id: 'fi-birch-spoc', line: 'desk', address: 'new@fi-birch.example' } as const;
  const proposalId = await proposed(mikko, edit);
  expect(await ask(mikko, { type: 'announce', proposalId })).toBe('announced');
  const token = async (address: string) => {
    await expect.poll(() => lettersTo(address).length, POLL).toBe(1);
    return /token=([\w-]+)/.exec(lettersTo(address)[0]?.text ?? '')?.[1] ?? '';
  };
  const tokens = [await token(before?.email ?? ''), await token('new@fi-birch.example')];
  expect(new Set(tokens).size).toBe(2);
  const [old = '', fresh = ''] = tokens;
  expect(await ask(mikko, { type: 'confirm-address', proposalId, token: fresh })).toBe('confirmed-once');
  expect(await ask(mikko, { type: 'confirm-address', proposalId, token: old })).toBe('applied');
  expect((await readContactPoint(liaise.db, 'fi-birch-spoc'))?.email).toBe('new@fi-birch.example');
});

test('a new address that a reader of a letter refuses is not used, and those who asked for it are notified', async () => {
  const mikko = await liaise.person('mikko.birch');
  const edit = { type: 'change-address', id: 'fi-birch-spoc', line: 'desk', address: 'evil@fi-birch.example' } as const;
  const proposalId = await proposed(mikko, edit);
  await ask(mikko, { type: 'announce', proposalId });
  await expect.poll(() => lettersTo('evil@fi-birch.example').length, POLL).toBe(1);
  const token = /token=([\w-]+)/.exec(lettersTo('evil@fi-birch.example')[0]?.text ?? '')?.[1] ?? '';
  expect(await refusalCodeOf(ask(mikko, { type: 'refuse-address', proposalId, token: 'guessed' }))).toBe(
    'UNKNOWN_PROPOSAL',
  );
  const before = lettersTo('mikko.birch@fi-birch.example').length;
  expect(await ask(mikko, { type: 'refuse-address', proposalId, token })).toBe('rejected');
  expect(await refusalCodeOf(ask(mikko, { type: 'confirm-address', proposalId, token }))).toBe('PROPOSAL_DECIDED');
  await expect.poll(() => lettersTo('mikko.birch@fi-birch.example').length, POLL).toBe(before + 1);
  const report = lettersTo('mikko.birch@fi-birch.example').at(-1);
  expect(report?.subject).toContain('was not changed');
  expect(report?.text).not.toContain('evil@');
  expect((await readContactPoint(liaise.db, 'fi-birch-spoc'))?.email).not.toBe('evil@fi-birch.example');
});

test('a new address that is not confirmed in time is reported to the officer who asked for it', async () => {
  const mikko = await liaise.person('mikko.birch');
  const edit = { type: 'change-address', id: 'fi-birch-spoc', line: 'desk', address: 'late@fi-birch.example' } as const;
  const proposalId = await proposed(mikko, edit);
  const deps = { db: liaise.db, keyring: parseKeyring(JSON.stringify(liaise.keys)) };
  const lettersAfter = (days: number) =>
    listLetters(deps, { proposalId, outcome: 'lapsed' }, new Date(Date.now() + days * 86_400_000));
  expect(await lettersAfter(13)).toEqual([]);
  expect(await lettersAfter(15)).toEqual([{ proposalId, to: 'person', personId: 'mikko.birch', result: 'lapsed' }]);
});

test('a request for another workflow, and one that was not encrypted for it, are refused', async () => {
  const dora = await liaise.person('dora.rowan');
  const request = {
    requestId: randomUUID(),
    by: dora,
    task: { type: 'edit', edit: { type: 'verify-contact-point', id: 'fi-birch-spoc' } },
  };
  const workflowId = directoryWorkflowIdOf(randomUUID());
  const handle = await liaise.temporal.workflow.start('directory', { workflowId, taskQueue: 'referrals', args: [] });
  const forged = handle.executeUpdate(directoryUpdate, { args: [request as never] });
  await expect(forged).rejects.toMatchObject({ cause: { type: 'FORGED_ACT' } });
  expect(await liaise.db.proposalDecision.count({ where: { id: request.requestId } })).toBe(0);
});
