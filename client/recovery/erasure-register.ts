/** The erasure register and the database: a restored database gets every later erasure again before anything is served. */

import { setTimeout } from 'node:timers/promises';
import type { NoteSigner } from '../../domain/audit/note-signer.ts';
import {
  type ErasureRegister,
  endAfter,
  endOf,
  isLineWith,
  isRegisterOf,
  type RegisterEnd,
  type RegisteredErasure,
  referralOfLine,
  registerHeader,
  registerLine,
} from '../../domain/erasure-register.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import {
  erasuresInJournal,
  hasReferrals,
  lockRegister,
  notErased,
  type RegisterPosition,
  readRegisterPosition,
  saveRegisterPosition,
} from '../../prisma/store/erasure-register.ts';
import { type EraseAgainDeps, eraseAgain } from './erase-again.ts';
import {
  appendToRegister,
  createRegisterFile,
  lastLineOfRegister,
  PUT_BACK,
  readRegister,
  registerFault,
} from './register-file.ts';

/** What reading and writing the register needs. */
export interface RegisterDeps {
  db: Database;
  /** The file. */
  path: string;
  /** Signs each line. */
  signer: NoteSigner;
}

/** What was done so that the register and the database agree. */
export interface RegisterReconciliation {
  /** The number of erasures in the register. */
  entries: number;
  /** Ids of referrals that a restored backup still had, and that were erased again. */
  erasedAgain: string[];
  /** Ids of those of them whose journal contradicts Temporal or lacks entries: their data is destroyed, without an entry. */
  unrecorded: string[];
  /** The number of erasures of the database that the register lacked. */
  added: number;
}

/**
 * Erases again what the database lost, and adds to the register what it lacks. A new installation gets a new register.
 *
 * @throws ConfigFault if the register is missing, damaged, shorter than recorded in the database, or of another installation
 */
export function agreeWithRegister(deps: RegisterDeps & EraseAgainDeps): Promise<RegisterReconciliation> {
  const { db, path, signer } = deps;
  return lockRegister(db, async (tx) => {
    const position = await readRegisterPosition(tx);
    const register = (await readRegister(path)) ?? (await firstRegister(deps, position));
    if (!isRegisterOf(register, signer)) {
      throw registerFault(`${path} was signed with another key than that of LIAISE_ERASURE_KEY_FILE.`);
    }
    refuseShorter(register, position);
    const done: RegisterReconciliation = { entries: 0, erasedAgain: [], unrecorded: [], added: 0 };
    const byId = new Map(register.erasures.map((erasure) => [erasure.referralId, erasure]));
    for (const referralId of await notErased(db, [...byId.keys()])) {
      const erasure = byId.get(referralId);
      if (erasure === undefined) continue;
      if (!(await eraseAgain(deps, erasure))) done.unrecorded.push(referralId);
      done.erasedAgain.push(referralId);
    }
    const lacking = (await erasuresInJournal(db)).filter(({ referralId }) => !byId.has(referralId));
    const end = await append(deps, endOf(register), lacking);
    await savePosition(tx, end, register, position);
    return { ...done, entries: end.entries, added: lacking.length };
  });
}

/** Adds an erasure that was just recorded. Doing it again has no effect. @throws ConfigFault as `agreeWithRegister` */
export function registerErasure(deps: RegisterDeps, erasure: RegisteredErasure): Promise<void> {
  const { db, path } = deps;
  return lockRegister(db, async (tx) => {
    const position = await readRegisterPosition(tx);
    const last = await lastLineOfRegister(path);
    if (last === undefined || !position) throw registerFault(`There is no register at ${path}. ${PUT_BACK}`);
    const from = isLineWith(position.digest, last) ? position : await unsavedEnd(deps, tx, position);
    const end = await append(deps, from, referralOfLine(last) === erasure.referralId ? [] : [erasure]);
    await saveRegisterPosition(tx, { ...end, replaced: position.replaced });
  });
}

/** The end of the register after a process was killed between writing a line and saving its number. */
async function unsavedEnd({ path }: RegisterDeps, tx: Queries, position: RegisterPosition): Promise<RegisterEnd> {
  const register = await readRegister(path);
  if (register === undefined) throw registerFault(`There is no register at ${path}. ${PUT_BACK}`);
  refuseShorter(register, position);
  const unsaved = register.erasures.slice(position.entries).map(({ referralId }) => referralId);
  if ((await notErased(tx, unsaved)).length === 0) return endOf(register);
  throw registerFault('has erasures that the database lacks: a backup was restored. Restart the workers.');
}

/**
 * Creates a register from the erasures that the database has, in place of one that is lost.
 *
 * @param more erasures that the database lacks, which certificates prove
 * @returns the number of erasures
 * @throws ConfigFault if the file exists
 */
export function createRegister(deps: RegisterDeps, more: readonly RegisteredErasure[] = []): Promise<number> {
  return lockRegister(deps.db, async (tx) => {
    const position = await readRegisterPosition(tx);
    const register = await newRegister(deps, position);
    const inJournal = await erasuresInJournal(deps.db);
    const known = new Set(inJournal.map(({ referralId }) => referralId));
    const proved = more.filter(({ referralId }) => !known.has(referralId));
    const own = await append(deps, endOf(register), inJournal);
    // The database lacks the erasures of certificates, which are applied next.
    await savePosition(tx, own, register, position);
    return (await append(deps, own, proved)).entries;
  });
}

/** @throws ConfigFault if the database has not all erasures of the register within `waitMs` */
export async function refuseBehindRegister(db: Queries, path: string, { waitMs = 0 } = {}): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const last = await lastLineOfRegister(path);
    const position = await readRegisterPosition(db);
    if (last !== undefined && position && isLineWith(position.digest, last)) return;
    if (performance.now() >= deadline) {
      const state =
        last !== undefined
          ? 'The database and the register do not agree: a backup was restored. Start a worker, or run "liaise erasure-register apply".'
          : `There is no register at ${path}. A worker creates it in a new installation. ${PUT_BACK}`;
      throw registerFault(state);
    }
    await setTimeout(PAUSE_MS);
  }
}

const PAUSE_MS = 250;

/** A database without referrals has nothing to erase again. @throws ConfigFault for any other database */
async function firstRegister(deps: RegisterDeps, position: RegisterPosition | undefined): Promise<ErasureRegister> {
  if (position || (await hasReferrals(deps.db))) {
    throw registerFault(`There is no register at ${deps.path}. ${PUT_BACK}`);
  }
  return newRegister(deps, position);
}

async function newRegister({ path, signer }: RegisterDeps, position?: RegisterPosition): Promise<ErasureRegister> {
  const replaces = position ? [position.id, ...position.replaced] : [];
  await createRegisterFile(path, await registerHeader(signer, { id: crypto.randomUUID(), replaces, now: new Date() }));
  const register = await readRegister(path);
  if (!register) throw registerFault(`${path} cannot be read.`);
  return register;
}

/** @throws ConfigFault if the database has erasures that the register lacks, or belongs to another register */
export function refuseShorter(register: ErasureRegister, position: RegisterPosition | undefined): void {
  const { id, replaces, erasures, digests } = register;
  if (position === undefined || replaces.includes(position.id)) return;
  if (id !== position.id) throw registerFault(`is the register of another installation. ${PUT_BACK}`);
  const { entries, digest } = position;
  if (digests[entries] === digest) return;
  const numbers = `The database knows ${entries} erasures, and the register has ${erasures.length}.`;
  throw registerFault(`was truncated or changed. ${numbers} ${PUT_BACK}`);
}

async function append(
  { path, signer }: RegisterDeps,
  from: RegisterEnd,
  erasures: readonly RegisteredErasure[],
): Promise<RegisterEnd> {
  let end = from;
  for (const erasure of erasures) {
    const line = await registerLine(signer, end, erasure);
    await appendToRegister(path, line);
    end = endAfter(end, line);
  }
  return end;
}

function savePosition(tx: Queries, end: RegisterEnd, { replaces }: ErasureRegister, before?: RegisterPosition) {
  return saveRegisterPosition(tx, { ...end, replaced: [...new Set([...replaces, ...(before?.replaced ?? [])])] });
}
