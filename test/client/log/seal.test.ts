/** Sealing: every leaf once, in a fixed order, with concurrent sealers and interruptions at any point. */

import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type SealDeps, seal } from '../../../client/log/seal.ts';
import { SealerRounds } from '../../../client/log/sealer.ts';
import { urlAs } from '../../../dev/postgres.ts';
import { toHex } from '../../../domain/audit/bytes.ts';
import { openCheckpoint } from '../../../domain/audit/checkpoint.ts';
import { hashOfLeaf } from '../../../domain/audit/leaf-commitment.ts';
import { rootOf } from '../../../domain/audit/merkle-tree.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { saltBytes } from '../../../prisma/store/log.ts';
import type { SealingStore, SealingTransaction } from '../../../prisma/store/log-sealing.ts';
import { separateTemplate, testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from './log-fixture.ts';

const signer = newSigner();
/** Another name of the log. */
const ORIGIN_2 = 'hub.example/liaise-2';
let db: Database;
let url: string;
let store: SealingStore;

let template: string;

beforeAll(async () => {
  template = await separateTemplate();
});

beforeEach(async () => {
  ({ db, url } = await testDatabase(template));
  store = await sealingStore(url);
});

const deps = (changed: Partial<SealDeps> = {}): SealDeps => ({
  ...{ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] },
  ...changed,
});

/** The root over all leaves of the log, hashed again from the leaves themselves. */
async function rootFromLeaves(): Promise<{ size: number; root: string }> {
  const rows = await db.$queryRaw<{ leaf: never; salt: string }[]>`
    SELECT leaf, salt::text AS salt FROM log_entry e JOIN audit_leaf l ON l.id = e.leaf_id ORDER BY position`;
  const hashes = rows.map(({ leaf, salt }) => hashOfLeaf(leaf, saltBytes(salt)));
  return { size: hashes.length, root: toHex(rootOf(hashes)) };
}

const headOf = (sealed: Awaited<ReturnType<typeof seal>>) => sealed && { size: sealed.size, root: toHex(sealed.root) };

test('seals every leaf in order, over several batches and tiles, and signs the root', async () => {
  expect(await seal(deps())).toBeUndefined();
  await addSomeLeaves(db, 600);
  const first = await seal(deps(), 250);
  expect(headOf(first)).toEqual(await rootFromLeaves());
  expect(first?.size).toBe(600);
  const opened = await openCheckpoint(first?.note ?? '', [signer.key]);
  expect(opened.signedBy).toEqual([signer.key]);
  expect(await db.logTile.count()).toBe(2);
  await addSomeLeaves(db, 300);
  expect(headOf(await seal(deps()))).toEqual(await rootFromLeaves());
  expect(await db.logTile.count()).toBe(3);
  expect((await seal(deps()))?.id).toBe('2');
});

/** A transaction that has written a leaf and has not ended. */
async function openTransaction(): Promise<{ commit(): Promise<void> }> {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: written, resolve: wrote } = Promise.withResolvers<void>();
  const slow = db.$transaction(async (tx) => {
    await addSomeLeaves(tx, 1);
    wrote();
    await gate;
  });
  await written;
  return {
    commit: () => {
      open();
      return slow;
    },
  };
}

test('waits for leaves of running transactions, and loses none of them', async () => {
  await addSomeLeaves(db, 3);
  const { commit } = await openTransaction();
  await addSomeLeaves(db, 5);
  expect((await seal(deps()))?.size).toBe(3);
  await commit();
  expect((await seal(deps()))?.size).toBe(9);
  expect(headOf(await seal(deps()))).toEqual(await rootFromLeaves());
});

test('leaves written between two statements of the sealer do not come before those of running transactions', async () => {
  const { commit } = await openTransaction();
  const query = Client.prototype.query;
  const statements = vi.spyOn(Client.prototype, 'query').mockImplementation(async function (this: Client, ...given) {
    const result = await Reflect.apply(query, this, given);
    if (String(given[0]).includes('xmin')) await addSomeLeaves(db, 1);
    return result;
  });
  await seal(deps());
  statements.mockRestore();
  await commit();
  expect((await seal(deps()))?.size).toBe(await db.auditLeaf.count());
});

test('reads the leaves after the end of the log, and not the whole log', async () => {
  const plans: string[] = [];
  const query = Client.prototype.query;
  const statements = vi.spyOn(Client.prototype, 'query').mockImplementation(async function (this: Client, ...given) {
    if (String(given[0]).includes('xmin')) {
      const { rows } = await Reflect.apply(query, this, [`EXPLAIN ${given[0]}`, given[1]]);
      plans.push(rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n'));
    }
    return Reflect.apply(query, this, given);
  });
  await addSomeLeaves(db, 600);
  await seal(deps());
  statements.mockRestore();
  expect(plans).not.toEqual([]);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|Sort|Hash/);
  expect(plans[0]).toContain('audit_leaf_tx_id_idx');
});

test('two sealers at once, while leaves are written: each leaf is sealed once', async () => {
  const other = await sealingStore(url);
  let isWriting = true;
  const writers = Array.from({ length: 4 }, async () => {
    for (let count = 0; count < 50; count += 1) await addSomeLeaves(db, 3);
  });
  const sealers = [store, other].map(async (each) => {
    while (isWriting) await seal(deps({ store: each }), 40);
  });
  await Promise.all(writers);
  isWriting = false;
  await Promise.all(sealers);
  const [one, two] = [await seal(deps(), 40), await seal(deps({ store: other }), 40)];
  expect(one?.size).toBe(600);
  expect(headOf(two)).toEqual(headOf(one));
  expect(headOf(one)).toEqual(await rootFromLeaves());
});

/** A store whose process is killed at the n-th call: the transaction is then rolled back. */
function killedAt(step: number): SealingStore {
  let calls = 0;
  const killed =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A) => {
      calls += 1;
      if (calls === step) throw new Error('killed');
      return call(...given);
    };
  return {
    ...store,
    inTransaction: (work) =>
      store.inTransaction(async (tx) => {
        const wrapped: SealingTransaction = {
          size: killed(tx.size),
          tile: killed(tx.tile),
          newestCheckpoint: killed(tx.newestCheckpoint),
          unsealed: killed(tx.unsealed),
          append: killed(tx.append),
          addCheckpoint: killed(tx.addCheckpoint),
        };
        const result = await work(wrapped);
        await killed(async () => {})();
        return result;
      }),
  };
}

test('killed at any point, the next sealer continues, and all checkpoints are of one tree', async () => {
  await addSomeLeaves(db, 300);
  await seal(deps());
  for (let step = 1; step <= 25; step += 1) {
    await addSomeLeaves(db, 10);
    await seal(deps({ store: killedAt(step) }), 4).catch(() => {});
  }
  const last = await seal(deps());
  expect(last?.size).toBe(550);
  expect(headOf(last)).toEqual(await rootFromLeaves());
});

test('a dump that was restored on another server is sealed completely', async () => {
  await addSomeLeaves(db, 10);
  await seal(deps());
  // On the other server, the leaves of the dump have transaction ids that it has not assigned yet.
  await asSuperuser(db, 'audit_leaf', `UPDATE audit_leaf SET tx = '900000000000000'::xid8`);
  await addSomeLeaves(db, 7);
  expect((await seal(deps()))?.size).toBe(17);
  await addSomeLeaves(db, 2);
  expect((await seal(deps()))?.size).toBe(19);
});

test('during a rotation both keys sign, and afterwards only the new one', async () => {
  const next = newSigner();
  const logKeys = [signer.key, next.key];
  await addSomeLeaves(db, 1);
  await seal(deps());
  const both = await seal(deps({ signers: [signer, next], logKeys }));
  expect((await openCheckpoint(both?.note ?? '', logKeys)).signedBy).toHaveLength(2);
  expect((await seal(deps({ signers: [signer, next], logKeys })))?.id).toBe(both?.id);
  await addSomeLeaves(db, 1);
  const after = await seal(deps({ signers: [next], logKeys }));
  expect((await openCheckpoint(after?.note ?? '', logKeys)).signedBy).toEqual([next.key]);
});

test('signs no checkpoint of a log that a superuser changed, or of a restored backup', async () => {
  await addSomeLeaves(db, 20);
  const signed = await seal(deps());
  await expect(seal(deps({ lastSigned: { size: 21, root: signed?.root ?? new Uint8Array() } }))).rejects.toMatchObject({
    kind: 'rolled-back',
  });
  await asSuperuser(db, 'log_entry', `UPDATE log_entry SET hash = sha256('x') WHERE position = 7`);
  await addSomeLeaves(db, 1);
  await expect(seal(deps())).rejects.toMatchObject({ kind: 'forked' });
  await asSuperuser(db, 'log_checkpoint', `UPDATE log_checkpoint SET note = replace(note, '20', '19')`);
  await expect(seal(deps())).rejects.toMatchObject({ kind: 'checkpoint-changed' });
  expect(await db.logCheckpoint.count()).toBe(1);
});

test('after the log was renamed, it continues under the new name only if the former keys signed it', async () => {
  const renamed = newSigner(ORIGIN_2);
  const after = { origin: ORIGIN_2, signers: [renamed] };
  await addSomeLeaves(db, 3);
  await seal(deps());
  await expect(seal(deps({ ...after, logKeys: [renamed.key] }))).rejects.toMatchObject({ kind: 'checkpoint-changed' });
  const logKeys = [renamed.key, signer.key];
  const policy = { origin: ORIGIN_2, logKeys: [renamed.key], formerKeys: [signer.key], witnesses: [], quorum: 0 };
  const stateFile = join(await testFolder(), 'state.json');
  const rounds = new SealerRounds({ store, signers: [renamed], policy, stateFile, everyMs: 1_000, log: () => {} });
  const next = await rounds.run();
  expect((await openCheckpoint(next?.note ?? '', logKeys)).signedBy).toEqual([renamed.key]);
  await asSuperuser(db, 'log_entry', `UPDATE log_entry SET hash = sha256('x') WHERE position = 1`);
  await addSomeLeaves(db, 1);
  await expect(seal(deps({ ...after, logKeys }))).rejects.toMatchObject({ kind: 'forked' });
});

test('a checkpoint that a superuser gave another name does not hide a changed log', async () => {
  await addSomeLeaves(db, 3);
  await seal(deps());
  await asSuperuser(db, 'log_entry', `UPDATE log_entry SET hash = sha256('x') WHERE position = 1`);
  await asSuperuser(db, 'log_checkpoint', `UPDATE log_checkpoint SET note = replace(note, '${ORIGIN}', 'x.example/x')`);
  await addSomeLeaves(db, 1);
  await expect(seal(deps())).rejects.toMatchObject({ kind: 'checkpoint-changed' });
});

test('only the sealer may write the log', async () => {
  for (const role of ['liaise_engine', 'liaise_pages', 'liaise_reader']) {
    const client = new Client({ connectionString: urlAs(url, role) });
    await client.connect();
    const writing = client.query(`INSERT INTO log_entry VALUES (0, 0, '')`);
    await expect(writing.finally(() => client.end())).rejects.toMatchObject({ code: '42501' });
  }
});
