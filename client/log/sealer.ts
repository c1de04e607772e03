/** The sealer: seals on a schedule and on request, has checkpoints countersigned, and raises faults of the log. */

import { z } from 'zod';
import { fromBase64, toBase64 } from '../../domain/audit/bytes.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { consistencyProof, consistencyRanges } from '../../domain/audit/merkle-proofs.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import type { NoteSigner } from '../../domain/audit/note-signer.ts';
import { TileHashes, tilesFor } from '../../domain/audit/tiles.ts';
import type { SealingStore } from '../../prisma/store/log-sealing.ts';
import { lastSeenBy, type WitnessedCheckpoint } from './compare-witnesses.ts';
import { assertHead, LogFault, type SealedCheckpoint, seal, type TreeHead } from './seal.ts';
import { readState, writeState } from './state-file.ts';
import { type ReachableWitness, requestCosignature } from './witness-client.ts';

/** What the sealer needs. */
export interface SealerDeps {
  store: SealingStore;
  signers: readonly NoteSigner[];
  policy: LogPolicy;
  /** Holds the last checkpoint that this sealer signed. It must not be on the disk of the database. */
  stateFile: string;
  /** Milliseconds between two rounds. */
  everyMs: number;
  /** Gets a line for each event that an operator should see. */
  log: (line: string) => void;
}

/** A running sealer. */
export interface Sealer {
  /** Resolves when the round that runs has ended. */
  stop(): Promise<void>;
}

const sealerState = z.object({ origin: z.string(), size: z.number(), root: z.base64() });

/** A checkpoint without enough witnesses raises an alarm after this time. */
const WITNESSED_WITHIN_MS = 10 * 60_000;

/** Starts the sealer. After a fault it signs nothing until it is started again: a person must look at it first. */
export async function startSealer(deps: SealerDeps): Promise<Sealer> {
  const { store, everyMs, log } = deps;
  const round = new SealerRounds(deps);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    clearTimeout(timer);
    running = running.then(async () => {
      if (isStopped) return;
      await round.run().catch((error: unknown) => log(`The round failed: ${nameOf(error)}`));
    });
    void running.then(() => {
      // A timer measures elapsed time, so that a clock that is set back changes nothing.
      if (!isStopped) timer = setTimeout(run, everyMs);
    });
  };
  await store.listen(run);
  run();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}

/** Rounds of one sealer, with the state that it keeps between them. */
export class SealerRounds {
  readonly #deps: SealerDeps;
  readonly #seen = new Map<string, number>();
  #fault: LogFault | undefined;
  #signed = '';
  #unwitnessedSince: number | undefined;

  constructor(deps: SealerDeps) {
    this.#deps = deps;
  }

  /** Seals, and has the checkpoint countersigned. Raises a fault once and then refuses. @throws other errors */
  async run(): Promise<SealedCheckpoint | undefined> {
    if (this.#fault) return undefined;
    try {
      // Before anything new is signed: a witness may know that the database was restored.
      if (this.#signed === '' && !(await this.#isConfirmed())) return undefined;
      const checkpoint = await this.#seal();
      if (checkpoint) await this.#cosign(checkpoint);
      return checkpoint;
    } catch (error) {
      if (error instanceof LogFault) await this.#raise(error);
      else throw error;
      return undefined;
    }
  }

  async #seal(): Promise<SealedCheckpoint | undefined> {
    const { store, signers, policy, stateFile, log } = this.#deps;
    const { origin, formerKeys = [] } = policy;
    const logKeys = [...policy.logKeys, ...formerKeys];
    const lastSigned = await this.#lastSigned();
    const checkpoint = await seal({ store, origin, signers, logKeys, lastSigned });
    if (checkpoint === undefined || checkpoint.id === this.#signed) return checkpoint;
    // After the commit: a sealer that is killed before this line remembers an older checkpoint, which is still valid.
    await writeState(stateFile, { origin, size: checkpoint.size, root: toBase64(checkpoint.root) });
    this.#signed = checkpoint.id;
    log(`Checkpoint ${checkpoint.id}: ${checkpoint.size} leaves`);
    return checkpoint;
  }

  async #lastSigned(): Promise<TreeHead | undefined> {
    const { policy, stateFile } = this.#deps;
    const state = await readState(stateFile, sealerState);
    const root = state && fromBase64(state.root);
    return state?.origin === policy.origin && root ? { size: state.size, root } : undefined;
  }

  /**
   * Has the stored checkpoint countersigned. A sealer that has lost its state cannot tell whether the database was restored.
   * It then signs nothing until enough witnesses have confirmed the log.
   */
  async #isConfirmed(): Promise<boolean> {
    const { store, policy, log } = this.#deps;
    const witnesses = reachable(policy);
    const stored = await store.inTransaction((tx) => tx.newestCheckpoint());
    const isOwn = stored?.note.startsWith(`${policy.origin}\n`) === true;
    if (isOwn) await this.#cosign(stored);
    if (witnesses.length === 0 || (await this.#lastSigned())) return true;
    const confirmed = isOwn ? this.#countersigned(stored.id) : await this.#withoutCheckpoint();
    const needed = Math.min(Math.max(1, policy.quorum), witnesses.length);
    if (confirmed >= needed) return true;
    if (!isOwn) await this.#watchQuorum({ id: '0', size: 0 });
    log(
      `Nothing is signed: the state file is missing, and ${confirmed} of ${needed} witnesses have confirmed the log.`,
    );
    return false;
  }

  /** The number of witnesses that have seen no checkpoint of a log that has none. */
  async #withoutCheckpoint(): Promise<number> {
    const { store, policy } = this.#deps;
    let count = 0;
    for (const witness of reachable(policy)) {
      const seen = await lastSeenBy(witness, policy);
      if (seen === undefined) count += 1;
      if (typeof seen === 'object') await assertBeginsWith(store, seen);
    }
    return count;
  }

  async #cosign(checkpoint: { id: string; size: number; note: string }): Promise<void> {
    const { store, policy, log } = this.#deps;
    const stored = {
      proofFrom: (oldSize: number) => proofBetween(store, oldSize, checkpoint.size),
      assertBeginsWith: (seen: WitnessedCheckpoint) => assertBeginsWith(store, seen),
    };
    for (const witness of reachable(policy)) {
      const { name } = witness.key;
      if (this.#seen.get(name) === Number(checkpoint.id)) continue;
      const oldSize = this.#sizes.get(name) ?? 0;
      const reply = await requestCosignature(witness, policy, checkpoint, oldSize, stored).catch((error: unknown) => {
        if (error instanceof LogFault) throw error;
        log(`Witness ${name} cannot be reached.`);
        return undefined;
      });
      if (reply?.type === 'refused') await this.#raiseRefusal(name, reply.detail);
      if (reply?.type !== 'countersigned') continue;
      await store.addCosignature(checkpoint.id, name, reply.line);
      this.#refusing.delete(name);
      this.#seen.set(name, Number(checkpoint.id));
      this.#sizes.set(name, checkpoint.size);
    }
    await this.#watchQuorum(checkpoint);
  }

  /** Once, until the witness countersigns again. The log is continued. */
  async #raiseRefusal(name: string, detail: string): Promise<void> {
    if (this.#refusing.has(name)) return;
    this.#refusing.add(name);
    this.#deps.log(detail);
    await this.#deps.store.addAlarm('witness-refused', detail);
  }

  readonly #refusing = new Set<string>();
  readonly #sizes = new Map<string, number>();

  async #watchQuorum({ id, size }: { id: string; size: number }): Promise<void> {
    const { store, policy } = this.#deps;
    const countersigned = this.#countersigned(id);
    if (countersigned >= policy.quorum) {
      this.#unwitnessedSince = undefined;
      return;
    }
    const since = this.#unwitnessedSince ?? performance.now();
    this.#unwitnessedSince = since;
    if (performance.now() - since < WITNESSED_WITHIN_MS) return;
    const detail = `${countersigned} of ${policy.quorum} witnesses have countersigned the checkpoint of ${size} leaves.`;
    await store.addAlarm('not-witnessed', detail);
    this.#unwitnessedSince = performance.now();
  }

  #countersigned(id: string): number {
    return this.#deps.policy.witnesses.filter(({ key }) => this.#seen.get(key.name) === Number(id)).length;
  }

  async #raise(fault: LogFault): Promise<void> {
    this.#fault = fault;
    this.#deps.log(`The log is not continued (${fault.kind}): ${fault.message}`);
    await this.#deps.store.addAlarm(fault.kind, fault.message);
  }
}

/** Witnesses without an address are for verifiers only. */
function reachable({ witnesses }: LogPolicy): ReachableWitness[] {
  return witnesses.flatMap(({ key, url }) => (url === undefined ? [] : [{ key, url }]));
}

/** @throws LogFault unless the log in the database begins with the leaves that a witness has seen. */
function assertBeginsWith(store: SealingStore, seen: WitnessedCheckpoint): Promise<void> {
  const name = `the checkpoint that witness ${seen.witness} has countersigned`;
  return store.inTransaction(async (tx) => assertHead(tx, await tx.size(), seen, name));
}

function proofBetween(store: SealingStore, first: number, size: number): Promise<Hash[]> {
  return store.inTransaction(async (tx) => {
    const hashes = new TileHashes();
    const now = await tx.size();
    for (const tile of tilesFor(consistencyRanges(first, size))) hashes.add(tile, await tx.tile(tile, now));
    return consistencyProof(first, size, (range) => hashes.rangeHash(range));
  });
}
