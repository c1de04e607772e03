/** Makes the proof bundle of a referral: its events as disclosed to the viewer, and what proves them. */

import { createHash } from 'node:crypto';
import { commitmentOf, partsOf, saltOf } from '../../domain/audit/leaf-commitment.ts';
import { multiProof, multiProofRanges } from '../../domain/audit/multi-proof.ts';
import { formatBundle } from '../../domain/audit/proof-bundle.ts';
import type { BundleEvent } from '../../domain/audit/proof-event.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  checkpointCovering,
  readTileHashes,
  requestCheckpoint,
  type StoredLeaf,
  storedLeavesOf,
} from '../../prisma/store/log.ts';
import type { View } from '../queries/read.ts';
import { timelineOf } from '../queries/timeline.ts';

/** What making a proof needs. */
export interface ProofDeps {
  db: Database;
  /** How many witnesses should have countersigned the checkpoint. */
  quorum: number;
  /** How long to wait for the sealer, in milliseconds. */
  waitMs?: number;
}

const WAIT_MS = 8_000;
const PAUSE_MS = 100;

/**
 * The bytes of the bundle, which is recorded in the audit log. Waits for events that are not in the log yet: it requests a
 * checkpoint from the sealer.
 *
 * @throws ReferralError ENGINE_UNAVAILABLE if the sealer does not answer in time.
 */
export function makeProof(deps: ProofDeps, viewer: Person, view: View): Promise<Uint8Array> {
  const shown = timelineOf(view.journal, []).map(({ seq }) => view.numbers.seqOf(seq));
  return recordedBundle(deps, viewer, { referralId: view.referral.id, shown: new Set(shown) });
}

/**
 * The certificate of an erasure: a bundle with the entry of the erasure alone. It states when, why and how much was
 * destroyed.
 *
 * @throws ReferralError WRONG_STATUS if the referral is not erased; ENGINE_UNAVAILABLE as `makeProof`.
 */
export function makeErasureCertificate(deps: ProofDeps, viewer: Person, view: View): Promise<Uint8Array> {
  const tombstone = view.journal.find(({ event }) => event.type === 'erased');
  if (tombstone === undefined) {
    throw new ReferralError('WRONG_STATUS', 'The referral is not erased, so there is no certificate of erasure.');
  }
  const shown = new Set([view.numbers.seqOf(tombstone.seq)]);
  return recordedBundle(deps, viewer, { referralId: view.referral.id, shown });
}

function recordedBundle(deps: ProofDeps, viewer: Person, wanted: Wanted): Promise<Uint8Array> {
  return asAgency(viewer.agencyId, async () => {
    const { bundle, events } = await makeBundle(deps, viewer, wanted);
    const about = { proof: createHash('sha256').update(bundle).digest('hex'), events };
    const { referralId } = wanted;
    await addLeaf(deps.db, { operation: 'consultation', by: viewer, referralId, about });
    return bundle;
  });
}

/** The events to prove. */
interface Wanted {
  referralId: string;
  /** Numbers of journal entries that the viewer sees. */
  shown: ReadonlySet<number>;
}

/** The bundle, without a record of it. @throws ReferralError ENGINE_UNAVAILABLE if the sealer does not answer in time. */
export async function makeBundle(
  deps: ProofDeps,
  viewer: Person,
  wanted: Wanted,
): Promise<{ bundle: Uint8Array; events: number }> {
  const { db } = deps;
  const { leaves, checkpoint } = await sealedLeaves(deps, wanted);
  const indexes = leaves.map(({ position }) => position);
  const { size } = checkpoint;
  const hashes = await readTileHashes(db, multiProofRanges(indexes, size), size);
  const bundle = formatBundle({
    referral: wanted.referralId,
    madeFor: viewer.agencyId,
    madeAt: new Date().toISOString(),
    events: leaves.map((leaf) => eventOf(leaf, viewer)),
    hashes: multiProof(indexes, size, (range) => hashes.rangeHash(range)),
    checkpoint: checkpoint.note,
  });
  return { bundle, events: leaves.length };
}

type SealedLeaf = StoredLeaf & { position: number };

async function sealedLeaves({ db, quorum, waitMs = WAIT_MS }: ProofDeps, { referralId, shown }: Wanted) {
  const deadline = performance.now() + waitMs;
  for (let asked = false; ; asked = true) {
    const stored = await storedLeavesOf(db, referralId);
    const leaves = leavesOfEvents(stored, shown);
    const sealed = leaves.filter((leaf): leaf is SealedLeaf => leaf.position !== undefined);
    const last = Math.max(...sealed.map(({ position }) => position));
    const checkpoint = sealed.length === leaves.length ? await checkpointCovering(db, last, quorum) : undefined;
    const isWitnessed = checkpoint && checkpoint.witnesses >= quorum;
    if (checkpoint && (isWitnessed || performance.now() > deadline)) {
      return { checkpoint, leaves: sealed.toSorted((one, other) => one.position - other.position) };
    }
    if (performance.now() > deadline) {
      throw new ReferralError(
        'ENGINE_UNAVAILABLE',
        'The audit log is not sealed at the moment. Try again in a minute.',
      );
    }
    if (!asked) await requestCheckpoint(db);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** One leaf for each event. If an entry was restored, it may have a second one. */
function leavesOfEvents(stored: readonly StoredLeaf[], shown: ReadonlySet<number>): StoredLeaf[] {
  const bySeq = new Map<number, StoredLeaf>();
  for (const each of stored) {
    const { about } = each.leaf;
    if ('event' in about && shown.has(about.seq) && !bySeq.has(about.seq)) bySeq.set(about.seq, each);
  }
  return [...bySeq.values()];
}

/** The event as the viewer may see it: colleagues by name, other people by their agency. */
function eventOf({ leaf, salt, position }: SealedLeaf, viewer: Person): BundleEvent {
  const { person } = partsOf(leaf);
  const isColleague = leaf.by.kind === 'person' && leaf.by.agencyId === viewer.agencyId;
  return {
    ...{ index: position, commitment: commitmentOf(leaf, salt) },
    ...(isColleague && person && { person: { salt: saltOf(salt, 'person'), fields: person } }),
  };
}
