/** A witness (C2SP tlog-witness): countersigns a checkpoint only if it continues the last one that it countersigned. */

import { z } from 'zod';
import { fromBase64, toBase64, toHex } from '../../domain/audit/bytes.ts';
import { type Checkpoint, openCheckpoint } from '../../domain/audit/checkpoint.ts';
import { isConsistent } from '../../domain/audit/merkle-proofs.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { formatSignature, NoteFault, type VerifierKey } from '../../domain/audit/note.ts';
import { cosign, type NoteSigner } from '../../domain/audit/note-signer.ts';

/** What `add-checkpoint` answers. */
export interface WitnessAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  body: string;
}

/** The last checkpoint of each log, by its origin. */
export const witnessState = z.record(z.string(), z.object({ size: z.number(), root: z.base64(), note: z.string() }));
export type WitnessState = z.infer<typeof witnessState>;

/** What a witness needs. */
export interface WitnessDeps {
  signer: NoteSigner;
  /** Keys of the logs that it accepts. */
  logKeys: readonly VerifierKey[];
  state: WitnessState;
  /** Must be on disk when it returns. */
  save: (state: WitnessState) => Promise<void>;
  /** Gets one line for each refusal that shows misbehaviour of a log. */
  onRefusal?: (line: string) => void;
}

/** A witness that answers one request after the other. */
export interface Witness {
  addCheckpoint(body: string): Promise<WitnessAnswer>;
  /** The last countersigned checkpoint of the log; undefined if there is none. */
  lastCheckpoint(origin: string): string | undefined;
}

export function createWitness(deps: WitnessDeps): Witness {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    // Reading the state and replacing it must not be interleaved with another request.
    addCheckpoint: (body) => {
      const answered = queue.then(() => addCheckpoint(deps, body));
      queue = answered.catch(() => {});
      return answered;
    },
    lastCheckpoint: (origin) => deps.state[origin]?.note,
  };
}

async function addCheckpoint(deps: WitnessDeps, body: string): Promise<WitnessAnswer> {
  const { signer, logKeys, state, save, onRefusal = () => {} } = deps;
  const request = parseAddCheckpoint(body);
  if (request === undefined) return plain(400, 'The request is not an old size, a proof and a checkpoint.');
  const opened = await openCheckpoint(request.note, logKeys).catch((error: unknown) => {
    if (error instanceof NoteFault) return undefined;
    throw error;
  });
  if (opened === undefined) return plain(400, 'The checkpoint is malformed.');
  const { checkpoint, signedBy, note } = opened;
  if (!logKeys.some(({ name }) => name === checkpoint.origin)) return plain(404, 'This witness does not know the log.');
  if (signedBy.length === 0) return plain(403, 'No known key of the log has signed the checkpoint.');
  if (request.oldSize > checkpoint.size) return plain(400, 'The old size is larger than the checkpoint.');
  const last = state[checkpoint.origin];
  const lastSize = last?.size ?? 0;
  if (request.oldSize !== lastSize) {
    if (checkpoint.size < lastSize) onRefusal(`${checkpoint.origin} went back from ${lastSize} to ${checkpoint.size}`);
    return { status: 409, type: 'text/x.tlog.size', body: `${lastSize}\n` };
  }
  const refusal = refusalOf(checkpoint, last, request.proof);
  if (refusal) {
    onRefusal(`${checkpoint.origin} at ${checkpoint.size} does not continue ${lastSize}`);
    return refusal;
  }
  const root = toBase64(checkpoint.root);
  const signature = formatSignature(await cosign(note.text, signer, Math.floor(Date.now() / 1000)));
  const next = { size: checkpoint.size, root, note: `${request.note}${signature}` };
  // On disk first: a checkpoint that is lost with the process must not have been shown to anybody.
  await save({ ...state, [checkpoint.origin]: next });
  state[checkpoint.origin] = next;
  return plain(200, signature);
}

function refusalOf(
  { size, root }: Checkpoint,
  last: WitnessState[string] | undefined,
  proof: readonly Hash[],
): WitnessAnswer | undefined {
  // Every tree continues the empty one. The proof must then be empty.
  if (last === undefined || last.size === 0) {
    return proof.length > 0 ? plain(422, 'The proof from the empty tree must be empty.') : undefined;
  }
  const firstRoot = fromBase64(last.root) ?? new Uint8Array();
  if (last.size === size && toHex(firstRoot) !== toHex(root)) {
    return { status: 409, type: 'text/x.tlog.size', body: `${size}\n` };
  }
  if (isConsistent({ first: last.size, size, firstRoot, root }, proof)) return undefined;
  return plain(422, 'The proof does not show that the checkpoint continues the last one.');
}

function plain(status: WitnessAnswer['status'], body: string): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: body.endsWith('\n') ? body : `${body}\n` };
}

const MAX_PROOF = 63;

interface AddCheckpoint {
  oldSize: number;
  proof: Hash[];
  note: string;
}

/** Undefined if the body has not the form that C2SP tlog-witness defines. */
function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(0, end)).split('\n');
  const [, decimal] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === 32);
  if (decimal === undefined || proof.length !== lines.length || lines.length > MAX_PROOF) return undefined;
  return {
    oldSize: Number(decimal),
    proof: proof.filter((hash) => hash !== undefined),
    note: body.slice(end + 2),
  };
}

/** The body of `add-checkpoint`. */
export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map(toBase64), '', note].join('\n');
}
