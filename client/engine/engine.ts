/** The one face on the workflows: every door (page, API, command line) acts through these functions. */

import type { Client } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import type { ActOf, ActType } from '../../domain/acts.ts';
import { decide, rowsFor } from '../../domain/decide.ts';
import { disclose } from '../../domain/disclosure.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Referral } from '../../domain/referral.ts';
import { materialDigests, originDigests } from '../../domain/search-digests.ts';
import { factsOf, type Submission } from '../../domain/submission.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { saveMaterialDigests } from '../../prisma/store/origins.ts';
import { deleteParticulars, saveParticulars } from '../../prisma/store/particulars.ts';
import { findReferral, findWithActs } from '../../prisma/store/referrals.ts';
import type { ActRequest } from '../contract/acts.ts';
import type { LocateIps } from '../platform/locate-ip.ts';
import { withLinksBack } from '../queries/read.ts';
import { type IdempotentRequest, isSameAsBefore, mismatch, recordedReceipt } from './idempotency.ts';
import { type ActListener, observed } from './observe.ts';
import { prepare } from './prepare.ts';
import { update } from './update.ts';

export interface EngineDeps {
  db: Database;
  temporal: Client;
  keyring: Keyring;
  /** Whoever keeps a log or counts at this door. */
  onAct?: ActListener;
}

export interface Engine {
  /**
   * What a door checks before it asks for an act: a file that is no report, material in it. A refusal is in the audit
   * log, as it would be had the engine refused.
   *
   * @throws whatever `check` throws.
   */
  admit<T>(actor: Person, act: ActType, check: () => T): Promise<T>;
  /**
   * Submits a referral; the receipt carries its reference number. The same key from the same agency is the same
   * referral: submitting again gives the same receipt.
   *
   * @throws ReferralError, for example DUPLICATE_ORIGIN or MATERIAL_REFUSED; IDEMPOTENCY_MISMATCH where the person asked
   * for something else under the key, or a colleague submitted something else; ENGINE_UNAVAILABLE after ten seconds, or at once without a database.
   */
  submit(actor: Person, submission: Submission, options: SubmitOptions): Promise<Receipt>;
  /**
   * Carries one act out on a referral, named by reference or id. The same key again gives the same receipt. `check` is
   * shown the referral as a reader is, unless the act was recorded before, and may refuse by throwing: what it let pass is
   * carried out on that and nothing later, or refused as CHANGED_MEANWHILE.
   *
   * @throws ReferralError with the code of the refusal; it is in the audit log then.
   */
  perform(actor: Person, name: string, request: ActRequest, options: PerformOptions): Promise<Receipt>;
}

interface SubmitOptions {
  key: string;
  /** What of a report file was not understood. */
  loss?: readonly unknown[];
  /** Not part of what is asked for: a newer country database makes no other submission of the same file. */
  locateIps?: LocateIps;
}

interface PerformOptions {
  key: string;
  check?: Check;
}

type Check = (referral: Referral) => void | Promise<void>;

/** Namespace (RFC 9562, version 5) of the ids of referrals and acts: who asked, under which key. */
const NAMESPACE = 'b1a6b4a1-7c56-5d0e-8f0a-52d1f6f1b7f3';

export function createEngine(deps: EngineDeps): Engine {
  return {
    admit: (actor, act, check) => admit(deps, { actor, act }, check),
    submit: (actor, submission, { key, loss = [], locateIps = (same) => same }) => {
      const referralId = uuidv5(`${actor.agencyId}/${key}`, NAMESPACE);
      const call: Call = { actor, act: 'submit', referralId, actId: referralId, key, content: [submission, loss] };
      return mapDatabaseOutage(
        withIdempotency(deps, call, () => submit(deps, actor, locateIps(submission), referralId, loss)),
      );
    },
    perform: (actor, name, request, options) => mapDatabaseOutage(perform(deps, actor, name, request, options)),
  };
}

async function admit<T>({ db }: EngineDeps, attempt: Attempt, check: () => T): Promise<T> {
  try {
    return check();
  } catch (error) {
    throw error instanceof ReferralError ? await refused(db, attempt, error) : error;
  }
}

async function submit(
  deps: EngineDeps,
  actor: Person,
  submission: Submission,
  referralId: string,
  loss: readonly unknown[],
): Promise<Receipt> {
  const { db, keyring, temporal } = deps;
  guardMaterial(submission);
  const coordinatorAgencyId = await coordinatingAgency(db);
  const text = uuidv5('text', referralId);
  const act: ActOf<'submit'> = {
    type: 'submit',
    facts: factsOf(submission),
    origins: originDigests(keyring, submission.originReferences),
    text,
    coordinatorAgencyId,
  };
  // Before anything is kept: who may not submit leaves nothing to be forgotten.
  decide(undefined, act, actor, new Date().toISOString());
  await saveParticulars(db, keyring, { id: text, referralId, words: { submission, loss } });
  await saveMaterialDigests(db, referralId, materialDigests(keyring, submission.materials));
  try {
    return await update(temporal, { referralId, actId: referralId, act, actor });
  } catch (error) {
    if (isRefusal(error)) await deleteParticulars(db, referralId);
    throw error;
  }
}

async function perform(
  deps: EngineDeps,
  actor: Person,
  name: string,
  request: ActRequest,
  { key, check }: PerformOptions,
): Promise<Receipt> {
  const found = await findWithActs(deps.db, name);
  const attempt = { actor, act: request.type, ...(found && { referralId: found.referral.id }) };
  // Before anything else: what is not there and what is not theirs answer alike, in the same time.
  const { referral, actIds, shown } = await admit(deps, attempt, () => {
    if (found === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
    return { ...found, shown: disclose(found.referral, actor).referral };
  });
  const { id: referralId } = referral;
  const actId = uuidv5(`${referralId}/${actor.personId}/${key}`, NAMESPACE);
  const isNew = !actIds.includes(actId);
  return withIdempotency(deps, { ...attempt, referralId, actId, isNew, key, content: request }, async () => {
    if (check) await check(await withLinksBack(deps.db, actor, referral));
    guardMaterial(request);
    // Of what they see: a recipient that is not disclosed to them is not there.
    rowsFor(shown, request, actor);
    const act = await prepare(deps, request, { referral, actor, actId });
    const call = { referralId, actId, act, actor, seen: referral.seq };
    return check ? updateAsSeen(deps, call, check) : update(deps.temporal, call);
  });
}

type SeenCall = Parameters<typeof update>[1] & { actor: Person; seen: number };

/** What nobody sees may change meanwhile, a letter that has gone out for example: then it is checked and asked again. */
async function updateAsSeen(deps: EngineDeps, call: SeenCall, check: Check): Promise<Receipt> {
  const { referralId, actor, seen } = call;
  try {
    return await update(deps.temporal, { ...call, onlyAt: seen });
  } catch (error) {
    const isChanged = error instanceof ReferralError && error.code === 'CHANGED_MEANWHILE';
    const now = isChanged ? await findReferral(deps.db, referralId) : undefined;
    if (now === undefined || now.seq === seen) throw error;
    await check(await withLinksBack(deps.db, actor, now));
    return updateAsSeen(deps, { ...call, seen: now.seq }, check);
  }
}

/** Who tries what, on which referral where there is one. */
interface Attempt {
  actor: Person;
  act: ActType;
  referralId?: string;
}

interface Call extends IdempotentRequest {
  /** Nothing was recorded under this id a moment ago. */
  isNew?: boolean;
}

/** The answer of an act that was recorded under this id before; else what `carryOut` answers; a refusal is audited. */
function withIdempotency(deps: EngineDeps, call: Call, carryOut: () => Promise<Receipt>): Promise<Receipt> {
  const { db, onAct: told } = deps;
  return observed(call, told, async () => {
    const isSame = await isSameAsBefore(deps, call);
    const before = call.isNew && isSame ? undefined : await recordedReceipt(db, call);
    if (!isSame) throw await refused(db, call, mismatch(before));
    if (before) return before;
    try {
      return await carryOut();
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      // Sent twice at once, or answered too late: it may have been recorded meanwhile.
      const meanwhile = await recordedReceipt(db, call);
      if (meanwhile) return meanwhile;
      throw isRefusal(error) ? await refused(db, call, error) : error;
    }
  });
}

/** A database that is away is not the principal's affair: whatever was done, the same key tells. */
async function mapDatabaseOutage(receipt: Promise<Receipt>): Promise<Receipt> {
  try {
    return await receipt;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ReferralError('ENGINE_UNAVAILABLE', 'The database does not answer; try again, nothing is done twice.');
  }
}

/** Never silent: who was refused what, and why. */
async function refused(
  db: Database,
  { actor, act, referralId }: Attempt,
  error: ReferralError,
): Promise<ReferralError> {
  const { code, field } = error;
  const about = { refused: act, code, ...(field && { field: A_FIELD.test(field) ? field : '*' }) };
  await addLeaf(db, { operation: 'refused-attempt', by: actor, about, ...(referralId && { referralId }) });
  return error;
}

/** Names of fields are ours, or harmless: any other may be words of a case. */
const A_FIELD = /^[A-Za-z][\w.\-[\]]{0,80}$/;

/** Decided against: not merely unanswered, when the same key may yet succeed. */
function isRefusal(error: unknown): error is ReferralError {
  return error instanceof ReferralError && error.code !== 'ENGINE_UNAVAILABLE';
}
