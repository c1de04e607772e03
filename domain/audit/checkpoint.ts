/** Checkpoints (C2SP tlog-checkpoint): the signed size and root of the log. */

import { fromBase64, toBase64 } from './bytes.ts';
import { HASH_LENGTH, type Hash } from './merkle-tree.ts';
import { checkSignatures, NoteFault, parseNote, type SignedNote, type VerifierKey } from './note.ts';

/** The state of the log that a checkpoint states. */
export interface Checkpoint {
  /** The name of the log. */
  origin: string;
  /** The number of leaves. */
  size: number;
  root: Hash;
}

/** The text of a checkpoint: three lines. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint. Extension lines are permitted and ignored. @throws NoteFault if it is malformed. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', decimal = '', encoded = '', ...more] = text.split('\n');
  const [size, root] = [Number(decimal), fromBase64(encoded)];
  const isWhole = more.at(-1) === '' && more.slice(0, -1).every((line) => line !== '');
  if (origin === '' || !isWhole)
    throw new NoteFault('A checkpoint has an origin, a size and a root, one on each line.');
  if (!/^(0|[1-9]\d*)$/.test(decimal) || !Number.isSafeInteger(size)) {
    throw new NoteFault('The size of the checkpoint is no number.');
  }
  if (root?.length !== HASH_LENGTH) throw new NoteFault('The root of the checkpoint is no SHA-256 digest in base64.');
  return { origin, size, root };
}

/** A checkpoint with what its signatures show. */
export interface OpenedCheckpoint {
  note: SignedNote;
  checkpoint: Checkpoint;
  /** The keys of the log whose signatures are valid. */
  signedBy: VerifierKey[];
  /** The witnesses whose cosignatures are valid, with the time in seconds since 1970. */
  witnesses: { key: VerifierKey; time: number }[];
  /** Known keys whose signatures are not valid. */
  invalid: VerifierKey[];
}

/** Reads a signed checkpoint and checks the signatures of the known keys. @throws NoteFault if it is malformed. */
export async function openCheckpoint(text: string, keys: readonly VerifierKey[]): Promise<OpenedCheckpoint> {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  const checked = await checkSignatures(note, keys);
  const valid = checked.filter(({ isValid }) => isValid);
  return {
    ...{ note, checkpoint },
    signedBy: valid.flatMap(({ key }) => (key.type === 'note' && key.name === checkpoint.origin ? [key] : [])),
    witnesses: valid.flatMap(({ key, time }) => (time === undefined ? [] : [{ key, time }])),
    invalid: checked.flatMap(({ key, isValid }) => (isValid ? [] : [key])),
  };
}
