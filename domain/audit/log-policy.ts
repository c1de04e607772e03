/** The keys that a verifier trusts: keys of the log, keys of witnesses, and how many witnesses must countersign. */

import { NoteFault, parseVerifierKey, type VerifierKey } from './note.ts';

/** Read from a policy file; the pages, the sealer, `liaise check` and `liaise verify` use the same one. */
export interface LogPolicy {
  /** The name of the log. */
  origin: string;
  /** All keys that the log has signed with, also retired ones. */
  logKeys: VerifierKey[];
  /** Keys of logs that the database held before under other names. Checkpoints of any other name are not accepted. */
  formerKeys?: VerifierKey[];
  witnesses: WitnessPolicy[];
  /** How many witnesses must countersign a checkpoint. */
  quorum: number;
}

/** A witness: its key, and where it takes checkpoints. */
export interface WitnessPolicy {
  key: VerifierKey;
  /** Submission prefix; absent for a verifier, who needs no connection. */
  url?: string;
}

/**
 * Reads a policy. Each line is `log KEY`, `former KEY`, `witness KEY [URL]` or `quorum NUMBER`; `#` begins a comment. One key
 * alone, or one on each line, is also a policy.
 *
 * @throws NoteFault that names the line.
 */
export function parseLogPolicy(text: string): LogPolicy {
  const policy: ReadPolicy = { origin: '', logKeys: [], formerKeys: [], witnesses: [], quorum: 0 };
  for (const [index, line] of text.split('\n').entries()) {
    const words = line
      .replace(/(^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    if (words[0] !== '') readLine(policy, words, `Line ${index + 1}`);
  }
  const [first] = policy.logKeys;
  if (first === undefined) throw new NoteFault('The policy names no key of the log: add a line "log KEY".');
  if (policy.logKeys.some(({ name }) => name !== first.name)) {
    throw new NoteFault('The keys of the log have different names. A policy is about one log.');
  }
  if (policy.formerKeys.some(({ name }) => name === first.name)) {
    throw new NoteFault(`A former key has the name of the log, ${first.name}: write "log" instead of "former".`);
  }
  if (policy.quorum > policy.witnesses.length) {
    throw new NoteFault(`The policy asks for ${policy.quorum} witnesses and names ${policy.witnesses.length}.`);
  }
  return { ...policy, origin: first.name };
}

type ReadPolicy = LogPolicy & { formerKeys: VerifierKey[] };

function readLine(policy: ReadPolicy, [word = '', value = '', url]: string[], place: string): void {
  if (word === 'quorum') {
    if (!/^\d{1,2}$/.test(value)) throw new NoteFault(`${place}: a quorum is a number of witnesses.`);
    policy.quorum = Number(value);
    return;
  }
  const key = keyIn(['log', 'former', 'witness'].includes(word) ? value : word, place);
  if ((word === 'log' || word === 'former') && key.type !== 'note')
    throw new NoteFault(`${place}: this is the key of a witness.`);
  if (word === 'witness' && key.type !== 'cosignature') throw new NoteFault(`${place}: this is the key of a log.`);
  if (word === 'former') policy.formerKeys.push(key);
  else if (key.type === 'note') policy.logKeys.push(key);
  else policy.witnesses.push({ key, ...(url && { url: url.replace(/\/$/, '') }) });
}

function keyIn(text: string, place: string): VerifierKey {
  try {
    return parseVerifierKey(text);
  } catch (error) {
    throw error instanceof NoteFault ? new NoteFault(`${place}: ${error.message}`) : error;
  }
}

/** The keys of the log and of its witnesses, without those of former logs. */
export function keysOf({ logKeys, witnesses }: LogPolicy): VerifierKey[] {
  return [...logKeys, ...witnesses.map(({ key }) => key)];
}
