/** Whether data of the previous version, which is bound to no place, can still be opened. `liaise keys rotate` ends it. */

import { ReferralError } from '../../domain/errors.ts';
import type { Queries } from './connect.ts';

/** The version that a row has if its data is bound to its place. Rows of the previous version have 1. */
export const PLACED = 2;

/** True if every row was re-sealed: data of the previous version is then refused for good. */
export async function isPlacedOnly(db: Queries): Promise<boolean> {
  return (await db.sealingState.count()) > 0;
}

/** From now on, no data of the previous version can be opened. */
export async function refuseUnplaced(db: Queries): Promise<void> {
  await db.sealingState.createMany({ data: [{ placedOnlySince: new Date() }], skipDuplicates: true });
}

/** Where the data was looked for: ids only. For a draft, the id of the draft takes the place of the referral id. */
export interface SoughtPlace {
  referralId?: string;
  textId?: string;
}

/**
 * Stored data cannot be decrypted in its place. The error names the data for the alarm. The answer to the client does not.
 */
export class NotAuthenticError extends ReferralError {
  readonly sought: SoughtPlace;

  constructor(sought: SoughtPlace) {
    super(
      'NOT_AUTHENTIC',
      'The stored data was changed, or it belongs to another place. It was not opened. Tell the operator.',
    );
    this.sought = sought;
  }
}

/**
 * Opens sealed data: as data of its place, or, until all data is re-sealed, as data of the previous version.
 *
 * @throws ReferralError ENGINE_UNAVAILABLE if a key service does not answer; NOT_AUTHENTIC if it is changed or was copied from another place.
 */
export async function openSealed<T>(
  db: Queries,
  sought: SoughtPlace,
  placed: () => T | Promise<T>,
  unplaced: () => T | Promise<T>,
): Promise<T> {
  try {
    return await placed();
  } catch (error) {
    refuseUnavailable(error);
    if (await isPlacedOnly(db)) throw new NotAuthenticError(sought);
  }
  try {
    return await unplaced();
  } catch (error) {
    refuseUnavailable(error);
    throw new NotAuthenticError(sought);
  }
}

/** If a key service does not answer, the data may still be valid. */
function refuseUnavailable(error: unknown): void {
  if (error instanceof ReferralError) throw error;
}
