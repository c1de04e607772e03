/** The only access to the workflows: every entry point (page, API, command line) acts through these functions. */

import type { Client } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import type { ActOf, ActType } from '../../domain/acts.ts';
import { decide, permittedRows } from '../../domain/decide.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { fileDigests, originDigests, ownReferenceDigests } from '../../domain/search-digests.ts';
import { factsOf, type Submission } from '../../domain/submission.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { mapDatabaseOutage } from '../../prisma/store/database-unavailable.ts';
import { coordinatingAgency } from '../../prisma/store/directory.ts';
import { findKeys, findReferralWithKeys } from '../../prisma/store/idempotency-keys.ts';
import { deleteUnrecorded } from '../../prisma/store/particulars.ts';
import { findReferralId } from '../../prisma/store/referrals.ts';
import type { ActRequest } from '../contract/acts.ts';
import type { AddCountries } from '../platform/add-countries.ts';
import { directGuard, type Guard } from '../platform/guard/guard.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import { receiptOfView } from '../queries/entry-numbers.ts';
import { agencyToSearch, refuseUnknown } from '../queries/find-shown.ts';
import { withLinksBack } from '../queries/read.ts';
import { isRefusal, withAuditedRefusal } from './audit-refusal.ts';
import { policyFor, requestWithinHashLimit, withinHashLimit } from './hash-limit.ts';
import {
  actIdOf,
  agencyKeys,
  CALLER_NAMESPACE,
  contentDigests,
  earlierDigests,
  type IdempotentRequest,
  newTextId,
  personalKeys,
  withIdempotency,
  withKeys,
} from './idempotency.ts';
import type { ActListener } from './observe.ts';
import { prepare, saveSubmitted } from './prepare.ts';
import { unlessSame } from './same-submission.ts';
import { startDrill } from './start-drill.ts';
import { UPDATE_TIMEOUT_MS, update } from './update.ts';
import { type StateCheck, updateAsSeen } from './update-as-seen.ts';

/** What the engine needs. */
export interface EngineDeps {
  db: Database;
  temporal: Client;
  keyring: Keyring;
  /** Default: in this thread, for a process that carries out one command. */
  guard?: Guard;
  /** For logs and metrics. */
  onAct?: ActListener;
}

/** Performs submissions and acts. Every entry point uses it, and nothing else calls the workflows. */
export interface Engine {
  /**
   * Runs an entry point's check before it sends an act, for example that a file is a report. A refusal is recorded in
   * the audit log, as if the engine had refused.
   *
   * @throws whatever `check` throws.
   */
  admit<T>(actor: Person, act: ActType, check: () => T | Promise<T>): Promise<T>;
  /**
   * Submits a referral; the receipt carries its reference number. The same key from the same agency is the same
   * referral: submitting again gives the same receipt. Equal content under a used origin reference is marked `same`.
   *
   * @throws ReferralError, for example DUPLICATE_ORIGIN or MATERIAL_REFUSED; IDEMPOTENCY_MISMATCH if the agency
   * submitted other content under the key, or the person used the key for something else; ENGINE_UNAVAILABLE after ten
   * seconds, or at once without a database.
   */
  submit(actor: Person, submission: Submission, options: SubmitOptions): Promise<Receipt>;
  /**
   * Carries out one act on a referral, which is named by its reference or id. The same key again gives the same
   * receipt. `check` gets the referral as a reader sees it, unless the act was recorded before, and may throw to refuse.
   * The act is then carried out on that state, or refused as CHANGED_MEANWHILE.
   *
   * @throws ReferralError with the code of the refusal, which is then in the audit log.
   */
  perform(actor: Person, name: string, request: ActRequest, options: PerformOptions): Promise<Receipt>;
  startDrill(actor: Person, contactPointId: string): Promise<Receipt>;
}

interface SubmitOptions {
  /** The agency's key: colleagues who send the same content under one key submit one referral. */
  key: string;
  /** The same key as a personal key, if the entry point formats keys of acts differently. */
  personalKey?: string;
  /** What the caller sent, to recognise a repetition: the bytes of a file, or JSON. Default: the submission. */
  sent?: unknown;
  /** The parts of a report file that were not parsed. */
  loss?: readonly unknown[];
  /** The schema that a report file was validated against; stored with the loss report. */
  schema?: string | undefined;
  /** Not compared: a newer country database does not make the same file another submission. */
  addCountries?: AddCountries;
}

interface PerformOptions {
  key: string;
  /** What the caller sent, to recognise a repetition: JSON. Default: the request. */
  sent?: unknown;
  check?: StateCheck;
}

/** Creates the engine. */
export function createEngine(deps: EngineDeps): Engine {
  return {
    admit: (actor, act, check) => asAgency(actor.agencyId, () => withAuditedRefusal(deps.db, { actor, act }, check)),
    submit: (actor, submission, options) =>
      asAgency(actor.agencyId, () =>
        answerInTime(numbered(deps, actor, submitReferral(deps, actor, submission, options))),
      ),
    perform: (actor, name, request, options) =>
      asAgency(actor.agencyId, () =>
        answerInTime(numbered(deps, actor, performAct(deps, actor, name, request, options))),
      ),
    startDrill: (actor, id) => asAgency(actor.agencyId, () => answerInTime(startDrill(deps, id, actor))),
  };
}

/** Time limit of an act. */
const ANSWER_TIMEOUT_MS = 10_000;

/** A suspended database keeps connections open without answering, so its queries do not end by themselves. */
function answerInTime(receipt: Promise<Receipt>): Promise<Receipt> {
  return mapDatabaseOutage(withTimeout(receipt, ANSWER_TIMEOUT_MS));
}

async function numbered({ db }: EngineDeps, actor: Person, receipt: Promise<Receipt>): Promise<Receipt> {
  return receiptOfView(db, actor, await receipt);
}

async function submitReferral(
  deps: EngineDeps,
  actor: Person,
  submission: Submission,
  options: SubmitOptions,
): Promise<Receipt> {
  const { db, keyring } = deps;
  await keyring.ready();
  const deadline = Date.now() + UPDATE_TIMEOUT_MS;
  const { key, personalKey: personal = key, sent = submission } = options;
  const { loss = [], schema, addCountries = (same) => same } = options;
  // In earlier versions, keys of submissions were personal if the entry point distinguished people.
  const earlierKeys = agencyKeys(keyring, actor, personal);
  const [ofAgency, ofPerson] = [agencyKeys(keyring, actor, key), personalKeys(keyring, actor, personal)];
  const stored = await findKeys(db, [...ofAgency, ...ofPerson, ...earlierKeys]);
  const isEarlier = stored.earlier.some(
    (row) => row.personId === '' && earlierKeys.some((each) => each.key === row.key),
  );
  const referralId = uuidv5(`${actor.agencyId}/${isEarlier ? personal : key}`, CALLER_NAMESPACE);
  const call: IdempotentRequest = {
    ...{ actor, act: 'submit', referralId, actId: referralId },
    ...withKeys([ofAgency, ofPerson], contentDigests(keyring, 'submit', referralId, sent)),
    earlierDigests: earlierDigests(keyring, 'submit', referralId, [submission, loss]),
  };
  return withIdempotency(deps, call, stored, () =>
    sendSubmission(deps, call, { submission: addCountries(submission), loss, ...(schema && { schema }) }, deadline),
  );
}

async function sendSubmission(
  { db, keyring, temporal, guard = directGuard }: EngineDeps,
  { actor, referralId, idempotency }: IdempotentRequest,
  given: { submission: Submission; loss: readonly unknown[]; schema?: string },
  deadline: number,
): Promise<Receipt> {
  const { kept: submission, ...leftOut } = withinHashLimit(given.submission, guard.policy.hashes);
  const costs = await guard.material(submission);
  const coordinatorAgencyId = await coordinatingAgency(db);
  const text = newTextId(referralId, idempotency);
  const act: ActOf<'submit'> = {
    type: 'submit',
    facts: factsOf(submission),
    origins: originDigests(keyring, submission.originReferences),
    text,
    coordinatorAgencyId,
    ...leftOut,
  };
  // Before anything is stored: a refused submission leaves no data.
  decide(undefined, act, actor, new Date().toISOString());
  const { agencyId } = actor;
  // Search finds the agency's own numbers without their system.
  const ownNumbers = submission.originReferences.flatMap(({ id }) => ownReferenceDigests(keyring, agencyId, id));
  const digests = [...fileDigests(keyring, submission), ...ownNumbers];
  const budget = { policy: guard.policy, agencyId, senderAgencyId: agencyId, costs };
  const particulars = { id: text, referralId, content: { ...given, submission }, materialDigests: digests, budget };
  return unlessSame({ db, keyring }, { actor, referralId, origins: act.origins, submission }, async () => {
    await saveSubmitted(db, keyring, particulars);
    try {
      return await update(temporal, { referralId, actId: referralId, act, actor, idempotency }, deadline);
    } catch (error) {
      if (isRefusal(error)) await deleteUnrecorded(db, particulars);
      throw error;
    }
  });
}

async function performAct(
  deps: EngineDeps,
  actor: Person,
  name: string,
  request: ActRequest,
  { key, sent = request, check }: PerformOptions,
): Promise<Receipt> {
  const deadline = Date.now() + UPDATE_TIMEOUT_MS;
  const { db, keyring, guard = directGuard } = deps;
  await keyring.ready();
  const keys = personalKeys(keyring, actor, key);
  const found = await findReferralWithKeys(db, { agencyId: agencyToSearch(actor), name, keys });
  const hidden = found ? undefined : await findReferralId(db, name);
  const known = found?.referral.id ?? hidden;
  const attempt = { actor, act: request.type, ...(known && { referralId: known }) };
  // First: a missing and an undisclosed referral give the same answer, with the same work.
  const { referral, stored, shown } = await withAuditedRefusal(db, attempt, async () => {
    if (found === undefined) return refuseUnknown();
    return { ...found, shown: disclose(found.referral, actor).referral };
  });
  const { id: referralId } = referral;
  const call: IdempotentRequest = {
    ...{ ...attempt, referralId, actId: actIdOf(referralId, actor, key) },
    ...withKeys([keys], contentDigests(keyring, request.type, referralId, sent)),
    earlierDigests: earlierDigests(keyring, request.type, referralId, request),
  };
  return withIdempotency(deps, call, stored, async () => {
    if (check) await check(await withLinksBack(db, actor, referral));
    const { actId, idempotency } = call;
    const textId = newTextId(actId, idempotency);
    const policy = policyFor(referral, guard.policy);
    const { kept, ...leftOut } = await requestWithinHashLimit(db, request, { policy, referralId, textId });
    const costs = await guard.material(kept);
    // On the disclosed referral: a recipient that the person may not see does not exist for them.
    permittedRows(shown, request, actor);
    // Counted in the transaction that stores the text.
    const budget = { policy, costs, agencyId: actor.agencyId, senderAgencyId: referral.senderAgencyId };
    const act = await prepare(deps, kept, { referral, actor, textId, budget, ...leftOut });
    const prepared = { referralId, actId, act, actor, seen: referral.seq, idempotency };
    return check ? updateAsSeen(deps, prepared, check, deadline) : update(deps.temporal, prepared, deadline);
  });
}
