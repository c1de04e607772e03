/** The sealer: seals on a schedule and on request, has checkpoints countersigned, and raises faults of the log. */

import { z } from 'zod';
import { fromBase64, toBase64 } from '../../domain/audit/bytes.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { consistencyProof, consistencyRanges } from '../../domain/audit/merkle-proofs.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import type { NoteSigner } from '../../domain/audit/note-signer.ts';
import { TileHashes, tilesFor } from '../../domain/audit/tiles.ts';
import type { SealingStore } from '../../prisma/store/log-sealing.ts';
import { LogFault, type SealedCheckpoint, seal } from './seal.ts';
import { readState, writeState } from './state-file.ts';
import { requestCosignature } from './witness-client.ts';

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
      if (this.#signed === '') await this.#cosignStored();
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
    const state = await readState(stateFile, sealerState);
    const root = state && fromBase64(state.root);
    const lastSigned = state?.origin === origin && root ? { size: state.size, root } : undefined;
    const checkpoint = await seal({ store, origin, signers, logKeys, lastSigned });
    if (checkpoint === undefined || checkpoint.id === this.#signed) return checkpoint;
    // After the commit: a sealer that is killed before this line remembers an older checkpoint, which is still valid.
    await writeState(stateFile, { origin, size: checkpoint.size, root: toBase64(checkpoint.root) });
    this.#signed = checkpoint.id;
    log(`Checkpoint ${checkpoint.id}: ${checkpoint.size} leaves`);
    return checkpoint;
  }

  async #cosignStored(): Promise<void> {
    const { store, policy } = this.#deps;
    const stored = await store.inTransaction((tx) => tx.newestCheckpoint());
    if (stored?.note.startsWith(`${policy.origin}\n`)) await this.#cosign(stored);
  }

  async #cosign(checkpoint: { id: string; size: number; note: string }): Promise<void> {
    const { store, policy, log } = this.#deps;
    for (const witness of policy.witnesses) {
      const { name } = witness.key;
      if (this.#seen.get(name) === Number(checkpoint.id)) continue;
      const proofFrom = (oldSize: number) => proofBetween(store, oldSize, checkpoint.size);
      const line = await requestCosignature(witness, checkpoint, this.#sizes.get(name) ?? 0, proofFrom).catch(
        (error: unknown) => {
          if (error instanceof LogFault) throw error;
          log(`Witness ${name} cannot be reached.`);
          return undefined;
        },
      );
      if (line === undefined) continue;
      await store.addCosignature(checkpoint.id, name, line);
      this.#seen.set(name, Number(checkpoint.id));
      this.#sizes.set(name, checkpoint.size);
    }
    await this.#watchQuorum(checkpoint);
  }

  readonly #sizes = new Map<string, number>();

  async #watchQuorum({ id, size }: { id: string; size: number }): Promise<void> {
    const { store, policy } = this.#deps;
    const countersigned = policy.witnesses.filter(({ key }) => this.#seen.get(key.name) === Number(id)).length;
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

  async #raise(fault: LogFault): Promise<void> {
    this.#fault = fault;
    this.#deps.log(`The log is not continued (${fault.kind}): ${fault.message}`);
    await this.#deps.store.addAlarm(fault.kind, fault.message);
  }
}

function proofBetween(store: SealingStore, first: number, size: number): Promise<Hash[]> {
  return store.inTransaction(async (tx) => {
    const hashes = new TileHashes();
    const now = await tx.size();
    for (const tile of tilesFor(consistencyRanges(first, size))) hashes.add(tile, await tx.tile(tile, now));
    return consistencyProof(first, size, (range) => hashes.rangeHash(range));
  });
}
