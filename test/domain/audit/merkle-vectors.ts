/** Vectors of Merkle proofs: the published ones if LIAISE_VECTORS names their folder, otherwise written here. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const hash = z.string().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')));
const proof = z
  .array(hash)
  .nullable()
  .transform((hashes) => hashes ?? []);

const inclusion = z.object({
  leafIdx: z.number(),
  treeSize: z.number(),
  root: hash,
  leafHash: hash,
  proof,
  desc: z.string(),
  wantErr: z.boolean(),
});

const consistency = z.object({
  size1: z.number(),
  size2: z.number(),
  root1: hash,
  root2: hash,
  proof,
  desc: z.string(),
  wantErr: z.boolean(),
});

export type InclusionVector = z.infer<typeof inclusion>;
export type ConsistencyVector = z.infer<typeof consistency>;

/** The JSON files of transparency-dev/merkle, `testdata`. They lie outside the project. */
const FOLDER = process.env['LIAISE_VECTORS'] ?? '/work/shared/inputs/merkle';

export const isPublished = existsSync(FOLDER);

export const inclusionVectors: [string, InclusionVector][] = isPublished
  ? filesIn('inclusion').map(([name, text]) => [name, inclusion.parse(JSON.parse(text))])
  : writtenInclusions();

export const consistencyVectors: [string, ConsistencyVector][] = isPublished
  ? filesIn('consistency').map(([name, text]) => [name, consistency.parse(JSON.parse(text))])
  : writtenConsistencies();

function filesIn(folder: string): [string, string][] {
  const names = readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [`${folder}/${name}`, readFileSync(join(FOLDER, folder, name), 'utf8')]);
}

const SIZE = 11;
const LEAVES = Array.from({ length: SIZE }, (_, index) => digest(Buffer.from([0, index])));

/** Written after the definitions of RFC 9162, section 2.1, word by word, and not with the code under test. */
function writtenInclusions(): [string, InclusionVector][] {
  const good = LEAVES.map(
    (leafHash, leafIdx): InclusionVector => ({
      ...{ leafIdx, treeSize: SIZE, root: mth(LEAVES), leafHash, proof: path(leafIdx, LEAVES) },
      ...{ desc: `leaf ${leafIdx}`, wantErr: false },
    }),
  );
  const bad = good.flatMap((vector) => [
    { ...vector, proof: vector.proof.slice(1), desc: 'truncated', wantErr: true },
    { ...vector, proof: [...vector.proof, vector.root], desc: 'trailing root', wantErr: true },
    { ...vector, leafIdx: SIZE - 1 - vector.leafIdx === vector.leafIdx ? 0 : SIZE - 1 - vector.leafIdx, wantErr: true },
    { ...vector, treeSize: 0, desc: 'empty tree', wantErr: true },
  ]);
  return [...good, ...bad].map((vector, index) => [`written ${index}`, vector]);
}

function writtenConsistencies(): [string, ConsistencyVector][] {
  const good = LEAVES.map((_, index): ConsistencyVector => {
    const size1 = index + 1;
    const [root1, root2] = [mth(LEAVES.slice(0, size1)), mth(LEAVES)];
    return {
      ...{ size1, size2: SIZE, root1, root2, proof: subproof(size1, LEAVES, true), desc: `${size1}`, wantErr: false },
    };
  });
  const bad = good.flatMap((vector) => [
    { ...vector, proof: [...vector.proof, vector.root1], desc: 'trailing root', wantErr: true },
    { ...vector, root1: digest(vector.root1), desc: 'other root', wantErr: true },
    { ...vector, size2: vector.size1 - 1, desc: 'smaller', wantErr: true },
  ]);
  return [...good, ...bad].map((vector, index) => [`written ${index}`, vector]);
}

function digest(...parts: Uint8Array[]): Uint8Array {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return new Uint8Array(all.digest());
}

function split(length: number): number {
  return 2 ** Math.floor(Math.log2(length - 1));
}

export function mth(hashes: Uint8Array[]): Uint8Array {
  const [only, ...more] = hashes;
  if (only === undefined) return digest();
  if (more.length === 0) return only;
  const k = split(hashes.length);
  return digest(Buffer.from([1]), mth(hashes.slice(0, k)), mth(hashes.slice(k)));
}

export function path(m: number, hashes: Uint8Array[]): Uint8Array[] {
  if (hashes.length === 1) return [];
  const k = split(hashes.length);
  if (m < k) return [...path(m, hashes.slice(0, k)), mth(hashes.slice(k))];
  return [...path(m - k, hashes.slice(k)), mth(hashes.slice(0, k))];
}

export function subproof(m: number, hashes: Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === hashes.length) return whole ? [] : [mth(hashes)];
  const k = split(hashes.length);
  if (m <= k) return [...subproof(m, hashes.slice(0, k), whole), mth(hashes.slice(k))];
  return [...subproof(m - k, hashes.slice(k), false), mth(hashes.slice(0, k))];
}
