/** Compares the erasure register with the database. Changes nothing. */

import type { Queries } from '../../prisma/store/connect.ts';
import {
  erasuresInJournal,
  hasReferrals,
  notErased,
  readRegisterPosition,
} from '../../prisma/store/erasure-register.ts';
import { ConfigFault } from '../platform/config-fault.ts';
import { refuseShorter } from './erasure-register.ts';
import { PUT_BACK, readRegister } from './register-file.ts';

/** A difference between the erasure register and the database. */
export interface RegisterDifference {
  /** Empty for the register as a whole. */
  referralId: string;
  fault: /** The register is missing, damaged, truncated, or of another installation. */
    | 'register-faulty'
    /** The database still has data of a referral that the register has as erased: a backup was restored. */
    | 'erasure-undone'
    /** The register lacks an erasure of the journal. */
    | 'erasure-unregistered';
  detail: string;
}

/** A worker registers an erasure immediately after the act. */
const LATE_MS = 60_000;

export async function compareWithRegister(db: Queries, path: string): Promise<RegisterDifference[]> {
  const position = await readRegisterPosition(db);
  try {
    const register = await readRegister(path);
    if (register === undefined) {
      const isNew = position === undefined && !(await hasReferrals(db));
      return isNew ? [] : [faulty(`There is no register at ${path}. ${PUT_BACK}`)];
    }
    refuseShorter(register, position);
    const registered = new Set(register.erasures.map(({ referralId }) => referralId));
    const undone = await notErased(db, [...registered]);
    const late = new Date(Date.now() - LATE_MS).toISOString();
    const unregistered = (await erasuresInJournal(db)).filter(
      ({ referralId, erasedAt }) => !registered.has(referralId) && erasedAt < late,
    );
    return [
      ...undone.map((referralId) => ({
        referralId,
        fault: 'erasure-undone' as const,
        detail: 'the database has data',
      })),
      ...unregistered.map(({ referralId, erasedAt }) => ({
        ...{ referralId, fault: 'erasure-unregistered' as const, detail: `erased ${erasedAt}` },
      })),
    ];
  } catch (error) {
    if (error instanceof ConfigFault) return [faulty(error.message)];
    throw error;
  }
}

function faulty(detail: string): RegisterDifference {
  return { referralId: '', fault: 'register-faulty', detail };
}
