/** `liaise keys rotate`: binds stored data to its place and restarts workflows, however often it is interrupted. */

import { Client } from '@temporalio/client';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { propose } from '../../client/directory/administer.ts';
import { dataConverter } from '../../client/platform/connect.ts';
import { openReader } from '../../client/queries/read.ts';
import { reseal } from '../../client/recovery/reseal.ts';
import { listRuns } from '../../client/recovery/temporal-history.ts';
import { readDraft, saveDraft } from '../../client/workspace/drafts.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { type KeyFile, type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { findProposal } from '../../prisma/store/proposals.ts';
import { isPlacedOnly } from '../../prisma/store/sealing-state.ts';
import { maintainSchedules } from '../../worker/maintenance.ts';
import { REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';
import { runCommand } from '../client/cli/run-command.ts';
import { confirmByBoth } from '../support/confirm-proposal.ts';
import { connectAs } from '../support/database.ts';
import { acceptUnplaced, sealAsBefore, unplacedCodec } from '../support/earlier-sealing.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';

const old = newKeyFile('2026-10');
const fresh = newKeyFile('2026-11');
const rotated: KeyFile = { current: '2026-11', keys: { ...old.keys, ...fresh.keys }, digest: old.digest };
/** Before the rotation, the processes have both keys, and the old one is current. */
const before: KeyFile = { ...rotated, current: '2026-10' };
const [ringBefore, ring] = [before, rotated].map((keys) => parseKeyring(JSON.stringify(keys)));

let liaise: TestEngine;
let referralId: string;
let draftId: string;
let proposalId: string;
let confirmed: string;

beforeAll(async () => {
  if (!ringBefore) return;
  const { address } = await realServer();
  const place = { address, namespace: 'default' };
  liaise = await connectedEngine(place, before);
  await acceptUnplaced(liaise);
  await workerFor({ ...liaise, keys: rotated }, place);
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  const deps = { db: liaise.pages, keyring: ringBefore };
  draftId = (await saveDraft(deps, await liaise.person('noor.rowan'), { step: 'what', content: { a: 1 } })).id;
  proposalId = await proposedName(deps);
  await sealProposalAsBefore(ringBefore);
  await sealAsBefore(liaise.db, ringBefore, referralId);
  await sealAsBefore(liaise.db, ringBefore, draftId, 'noor.rowan');
  await restartAsBefore();
  const stopping = new AbortController();
  const schedules = maintainSchedules(liaise.temporal, stopping.signal);
  await vi.waitFor(async () => expect(await countSchedules()).toBeGreaterThan(3), { timeout: 20_000 });
  stopping.abort();
  await schedules;
});

async function proposedName(deps: Parameters<typeof propose>[0]): Promise<string> {
  const person = { kind: 'person', personId: 'dora.rowan', agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const type = 'law-enforcement';
  const agency = { id: 'fi-alder', name: 'Model Unit Alder and Ash', type, excludes: [] as string[] } as const;
  const edit = { type: 'change-agency', agency } as const;
  const answer = await asAgency('xr-desk', () => propose(deps, { person, everywhere: true }, edit));
  return answer.outcome === 'proposed' ? answer.proposalId : '';
}

/** Earlier versions sealed proposals with the key for the keys of referrals. */
async function sealProposalAsBefore(keyring: Keyring): Promise<void> {
  const row = await liaise.db.proposal.findFirstOrThrow({ where: { id: proposalId } });
  const place = ['proposal', row.id, row.personId, row.agencyId, row.channel] as const;
  const { sealed } = keyring.seal('data-key', keyring.open('proposal', row.keyId, row.sealed, place), place);
  await liaise.db.proposal.updateMany({ where: { id: row.id }, data: { sealed: Buffer.from(sealed) } });
}

/** The open workflow has a history of the previous version. */
async function restartAsBefore(): Promise<void> {
  if (!ringBefore) return;
  const { connection } = liaise.temporal;
  const converter = { ...dataConverter({ keyring: ringBefore }), payloadCodecs: [unplacedCodec(ringBefore)] };
  const client = new Client({ connection, namespace: 'default', dataConverter: converter });
  const workflowId = workflowIdOf(referralId);
  await client.workflow.getHandle(workflowId).terminate('test');
  const args = [{ from: 'journal', referralId }];
  await client.workflow.start(REFERRAL_WORKFLOW, { workflowId, taskQueue: 'referrals', args });
  await liaise.waitUntil(referralId, ({ seq }) => seq > 0);
}

async function countSchedules(): Promise<number> {
  let count = 0;
  for await (const _ of liaise.temporal.schedule.list()) count += 1;
  return count;
}

/** The proposal that two administrators confirmed. */
async function confirmedProposal(): Promise<string> {
  const { out, err } = await rotate(' --as karl.rowan --json');
  if (!ring || !out) throw new Error(err);
  const { proposalId } = JSON.parse(out);
  await confirmByBoth({ db: liaise.db, keyring: ring }, proposalId);
  return ` --proposal ${proposalId}`;
}

function rotate(flags = '', keyring = ring) {
  if (!keyring) throw new Error('There is no key ring.');
  const { db, pages, engine, temporal } = liaise;
  const reader = openReader({ db: pages, keyring });
  const databases = { db: pages, engineDb: connectAs(liaise.databaseUrl, 'liaise_engine'), readerDb: db };
  const services = { engine, reader, ...databases, temporal, keyring, policies: defaultPolicies, localIdentity: true };
  return runCommand(`keys rotate${flags}`, { services });
}

const staleRows = () => liaise.db.particulars.count({ where: { sealVersion: 1 } });

describe('keys rotate', () => {
  test('does nothing before two administrators have confirmed it', async () => {
    const stale = await staleRows();
    expect((await rotate()).err).toContain('Propose it first (--as PERSON)');
    const { out } = await rotate(' --as karl.rowan --json');
    const early = await rotate(` --proposal ${JSON.parse(out).proposalId}`);
    expect([early.status, early.err]).toEqual([2, expect.stringContaining('This proposal is pending.')]);
    const other = await rotate(` --proposal ${proposalId}`);
    expect(other.err).toContain('This proposal is about something else, or about another key.');
    expect([await staleRows(), await isPlacedOnly(liaise.db)]).toEqual([stale, false]);
    confirmed = await confirmedProposal();
  });

  test('stops at a missing key, names it, and changes nothing', async () => {
    const stale = await staleRows();
    const { status, err } = await rotate(confirmed, parseKeyring(JSON.stringify({ ...fresh, digest: old.digest })));
    expect(status).not.toBe(0);
    expect(err).toContain('has no key "2026-10"; add it again');
    expect([await staleRows(), await isPlacedOnly(liaise.db)]).toEqual([stale, false]);
  });

  test('continues after an interruption', async () => {
    if (!ring) return;
    const interrupted = reseal({
      ...liaise,
      keyring: ring,
      progress: () => {
        throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await isPlacedOnly(liaise.db)).toBe(false);
    expect(await staleRows()).toBeGreaterThan(0);
  });

  test('re-seals what is left, restarts workflows of the previous version, and then refuses that version', async () => {
    const runBefore = (await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).describe()).runId;
    const schedules = await countSchedules();
    await expect.poll(async () => (await listRuns(liaise.temporal)).length, { timeout: 20_000 }).toBeGreaterThan(1);
    const { status, out } = await rotate(`${confirmed} --json`);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ keyId: '2026-11', workflows: 1, damaged: [] });
    expect(await staleRows()).toBe(0);
    expect(await liaise.db.dataKey.count({ where: { keyId: { not: '2026-11' } } })).toBe(0);
    expect(await isPlacedOnly(liaise.db)).toBe(true);
    await liaise.waitUntil(referralId, ({ seq }) => seq > 0);
    const runAfter = (await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).describe()).runId;
    expect(runAfter).not.toBe(runBefore);
    await expect.poll(countSchedules, { timeout: 20_000 }).toBe(schedules);
  });

  test('re-seals proposals: the former key is not needed to decide about them', async () => {
    const withoutOld = parseKeyring(JSON.stringify({ ...fresh, digest: old.digest }));
    const found = await findProposal(liaise.db, withoutOld, proposalId);
    expect(found?.proposal.edit).toMatchObject({ agency: { name: 'Model Unit Alder and Ash' } });
  });

  test('leaves texts, drafts and acts as they were', async () => {
    if (!ring) return;
    const reader = openReader({ db: liaise.pages, keyring: ring });
    const { said } = await reader.particulars(await liaise.person('noor.rowan'), referralId, 'To see it whole.');
    expect(JSON.stringify(said)).toContain(SECRET);
    const deps = { db: liaise.pages, keyring: ring };
    expect(await readDraft(deps, await liaise.person('noor.rowan'), draftId)).toMatchObject({ content: { a: 1 } });
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
  });

  test('finds nothing to do the second time', async () => {
    const { out } = await rotate(confirmed);
    expect(out).toContain('Re-sealed: 0 keys, 0 texts, 0 proposals, 0 secrets of webhooks. Restarted: 0 workflows.');
  });

  test('names what does not open', async () => {
    const [text] = await liaise.db.particulars.findMany({ where: { referralId }, take: 1 });
    const id = text?.id ?? '';
    await liaise.db.particulars.update({ where: { id }, data: { sealVersion: 1, sealed: Buffer.alloc(60) } });
    const { status, out } = await rotate(confirmed);
    expect(status).toBe(5);
    expect(out).toContain(`${id} does not open.`);
  });
});
