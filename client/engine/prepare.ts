/** Converts a person's request to an act: stores free text encrypted, and resolves contact points and referrals to ids.
 * */

import { v5 as uuidv5 } from 'uuid';
import type { Act, ActOf } from '../../domain/acts.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { HashesLeftOut } from '../../domain/events.ts';
import { NO_COSTS } from '../../domain/guard/budget.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { OFFICERS, type Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { fileDigests, originDigests, ownReferenceDigests } from '../../domain/search-digests.ts';
import { indicatorCode } from '../../domain/submission.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import {
  type NewParticulars,
  saveFirstParticulars,
  saveParticulars,
  type TextBudget,
} from '../../prisma/store/particulars.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { lockReferral } from '../../prisma/store/referrals.ts';
import type { ActRequest, ActRequestOf } from '../contract/acts.ts';
import { officersChoices, supervisorsChoice } from './contact-point-selection.ts';
import { originalReferral, otherReferral } from './resolve-referral.ts';

/** What the preparation of an act needs. */
export interface PrepareDeps {
  db: Database;
  keyring: Keyring;
}

interface ActContext extends HashesLeftOut {
  referral: Referral;
  actor: Person;
  /** Id under which the free text of the request is stored. */
  textId: string;
  budget: TextBudget;
}

/** @throws ReferralError if a contact point, colleague or referral that the request names does not exist. */
export async function prepare(deps: PrepareDeps, request: ActRequest, context: ActContext): Promise<Act> {
  switch (request.type) {
    case 'supplement':
      return supplement(deps, request, context);
    case 'assign':
      return assign(deps, request, context);
    case 'answer-information':
      refuseWithoutLanguage(request, context.referral);
      return withSealedText(deps, request, context);
    case 'mark-duplicate': {
      const { type, other } = request;
      return { type, otherId: (await originalReferral(deps.db, other, context.actor)).id };
    }
    case 'link': {
      const { type, kind, other } = request;
      return { type, kind, otherId: (await otherReferral(deps.db, other, context.actor)).id };
    }
    case 'complete-triage': {
      const { contactPoints, text, ...codes } = request;
      const wanted = await officersChoices(deps.db, contactPoints, context.referral, 'contactPoints');
      return { ...codes, wanted, ...(text && { text: await seal(deps, context, text) }) };
    }
    case 'assign-recipient': {
      const { contactPoint: id, text, ...codes } = request;
      return { ...codes, choice: await supervisorsChoice(deps.db, id), text: await seal(deps, context, text) };
    }
    case 'refer-onward': {
      const { contactPoint: id, text, ...codes } = request;
      const [choice] = await officersChoices(deps.db, [id], context.referral, 'contactPoint');
      if (choice === undefined) throw new Error('A contact point is found or refused.');
      return { ...codes, choice, text: await seal(deps, context, text) };
    }
    case 'set-own-reference': {
      const { type, ownReference } = request;
      return { type, text: await sealOwnReference(deps, context, ownReference) };
    }
    case 'accept':
    case 'report-outcome': {
      const { ownReference, ...act } = request;
      const sealed = await withSealedText(deps, act, context);
      if (ownReference === undefined) return sealed;
      return { ...sealed, ownReference: await sealOwnReference(deps, besideText(context, sealed), ownReference) };
    }
    case 'record-oral-request': {
      const { type, requestedAt, ...oralRequest } = request;
      return { type, requestedAt, text: await seal(deps, context, { oralRequest }) };
    }
    default:
      return withSealedText(deps, request, context);
  }
}

/** Whether a translation must follow depends on it. Workflows do not refuse it, so that those of earlier versions replay. */
function refuseWithoutLanguage({ questionId, language }: ActRequestOf<'answer-information'>, referral: Referral): void {
  const needed = referral.questions.find(({ id }) => id === questionId)?.language;
  if (needed === undefined || language !== undefined) return;
  const message = `State the language of the answer, because the answer is needed in ${needed}.`;
  throw new ReferralError('INVALID_INPUT', message, 'language');
}

async function withSealedText<R extends object>(deps: PrepareDeps, request: R, context: ActContext): Promise<R> {
  if (!('text' in request) || typeof request.text !== 'string') return request;
  return { ...request, text: await seal(deps, context, request.text) };
}

async function sealOwnReference(deps: PrepareDeps, context: ActContext, number: string): Promise<string> {
  const digests = ownReferenceDigests(deps.keyring, context.actor.agencyId, number);
  return seal(deps, context, number, digests);
}

/** For the second text of a request. The costs of both were counted with the first, if there is one. */
function besideText(context: ActContext, act: object): ActContext {
  if (!('text' in act)) return context;
  const costs = { ...NO_COSTS, fields: context.budget.costs.fields };
  return { ...context, textId: uuidv5('own-reference', context.textId), budget: { ...context.budget, costs } };
}

/**
 * Locks the referral until the transaction ends: storing text after the key was destroyed would create a new key.
 *
 * @throws ReferralError ALREADY_ERASED
 */
async function refuseErased(tx: Queries, referralId: string): Promise<void> {
  const current = await lockReferral(tx, referralId);
  if (current?.status !== 'erased') return;
  throw new ReferralError('ALREADY_ERASED', 'The referral is erased: nothing can be added to it.');
}

/** Stores the text of a submission encrypted. @throws ReferralError ALREADY_ERASED; MATERIAL_REFUSED */
export async function saveSubmitted(
  db: Database,
  keyring: Keyring,
  particulars: NewParticulars & { budget: TextBudget },
): Promise<void> {
  if (!(await saveFirstParticulars(db, keyring, particulars))) await saveUnlessErased(db, keyring, particulars);
}

async function saveUnlessErased(db: Database, keyring: Keyring, particulars: NewParticulars): Promise<void> {
  await db.$transaction(async (tx) => {
    await refuseErased(tx, particulars.referralId);
    await saveParticulars(tx, keyring, particulars);
  });
}

/** Stores free text encrypted. */
async function seal(
  { db, keyring }: PrepareDeps,
  { referral, textId, budget }: ActContext,
  content: unknown,
  materialDigests: readonly string[] = [],
): Promise<string> {
  await saveUnlessErased(db, keyring, { id: textId, referralId: referral.id, content, materialDigests, budget });
  return textId;
}

async function supplement(
  deps: PrepareDeps,
  { addition }: ActRequestOf<'supplement'>,
  context: ActContext,
): Promise<ActOf<'supplement'>> {
  const { keyring } = deps;
  const { agencyId } = context.actor;
  const ownNumbers = addition.originReferences.flatMap(({ id }) => ownReferenceDigests(keyring, agencyId, id));
  const text = await seal(deps, context, { addition }, [...fileDigests(keyring, addition), ...ownNumbers]);
  return {
    type: 'supplement',
    text,
    indicators: addition.indicators.map(indicatorCode),
    origins: originDigests(keyring, addition.originReferences),
    materialCount: addition.materials.length,
    ...(context.hashesLeftOut && { hashesLeftOut: context.hashesLeftOut }),
  };
}

async function assign({ db }: PrepareDeps, request: ActRequestOf<'assign'>, { actor }: ActContext): Promise<Act> {
  const colleague = await findPerson(db, request.personId);
  const roles = colleague && at(colleague, actor.agencyId)?.roles;
  if (!roles) throw new ReferralError('UNKNOWN_PERSON', 'No user with that id works at your agency.', 'personId');
  if (roles.some((role) => OFFICERS.includes(role))) return request;
  const message = `Only a person with the role ${OFFICERS.join(' or ')} handles referrals. Name such a colleague.`;
  throw new ReferralError('ROLE_REQUIRED', message, 'personId');
}
