/** From what a person asked for to an act: words are sealed away, names of desks and referrals become ids. */

import { v5 as uuidv5 } from 'uuid';
import type { Act, ActOf } from '../../domain/acts.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { OFFICERS, type Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { materialDigests, originDigests } from '../../domain/search-digests.ts';
import { indicatorCode } from '../../domain/submission.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { saveMaterialDigests } from '../../prisma/store/origins.ts';
import { saveParticulars } from '../../prisma/store/particulars.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { lockReferral } from '../../prisma/store/referrals.ts';
import type { ActRequest, ActRequestOf } from '../contract/acts.ts';
import { officersChoice, supervisorsChoice } from './contact-point-selection.ts';
import { originalReferral, otherReferral } from './resolve-referral.ts';

export interface PrepareDeps {
  db: Database;
  keyring: Keyring;
}

interface ActContext {
  referral: Referral;
  actor: Person;
  actId: string;
}

/** @throws ReferralError when a desk, a colleague or another referral that the request names is not there. */
export async function prepare(deps: PrepareDeps, request: ActRequest, asked: ActContext): Promise<Act> {
  switch (request.type) {
    case 'supplement':
      return supplement(deps, request, asked);
    case 'assign':
      return assign(deps, request, asked);
    case 'mark-duplicate': {
      const { type, other } = request;
      return { type, otherId: (await originalReferral(deps.db, other, asked.actor)).id };
    }
    case 'link': {
      const { type, kind, other } = request;
      return { type, kind, otherId: (await otherReferral(deps.db, other, asked.actor)).id };
    }
    case 'complete-triage': {
      const { contactPoints, text, ...codes } = request;
      const wanted = await Promise.all(
        contactPoints.map((id) => officersChoice(deps.db, id, asked.referral, 'contactPoints')),
      );
      return { ...codes, wanted, ...(text && { text: await seal(deps, asked, text) }) };
    }
    case 'assign-recipient': {
      const { contactPoint: id, text, ...codes } = request;
      return { ...codes, choice: await supervisorsChoice(deps.db, id), text: await seal(deps, asked, text) };
    }
    case 'refer-onward': {
      const { contactPoint: id, text, ...codes } = request;
      const choice = await officersChoice(deps.db, id, asked.referral, 'contactPoint');
      return { ...codes, choice, text: await seal(deps, asked, text) };
    }
    default:
      if (!('text' in request) || request.text === undefined) return request;
      return { ...request, text: await seal(deps, asked, request.text) };
  }
}

/**
 * Keeps words under an id that follows from the act: the same act again keeps nothing twice. Under the referral's lock,
 * since keeping words after the key was destroyed would make a key anew.
 */
async function seal({ db, keyring }: PrepareDeps, { referral, actId }: ActContext, words: unknown): Promise<string> {
  const id = uuidv5('text', actId);
  await db.$transaction(async (tx) => {
    const current = await lockReferral(tx, referral.id);
    if (current?.status === 'erased') {
      throw new ReferralError('ALREADY_ERASED', 'The referral is erased: nothing can be added to it any more.');
    }
    await saveParticulars(tx, keyring, { id, referralId: referral.id, words });
  });
  return id;
}

async function supplement(
  deps: PrepareDeps,
  { addition }: ActRequestOf<'supplement'>,
  asked: ActContext,
): Promise<ActOf<'supplement'>> {
  const text = await seal(deps, asked, { addition });
  await saveMaterialDigests(deps.db, asked.referral.id, materialDigests(deps.keyring, addition.materials));
  return {
    type: 'supplement',
    text,
    indicators: addition.indicators.map(indicatorCode),
    origins: originDigests(deps.keyring, addition.originReferences),
    materialCount: addition.materials.length,
  };
}

async function assign({ db }: PrepareDeps, request: ActRequestOf<'assign'>, { actor }: ActContext): Promise<Act> {
  const colleague = await findPerson(db, request.personId);
  const roles = colleague && at(colleague, actor.agencyId)?.roles;
  if (!roles) throw new ReferralError('UNKNOWN_PERSON', 'Nobody of that name works at your agency.', 'personId');
  if (roles.some((role) => OFFICERS.includes(role))) return request;
  const message = `Who handles referrals has the role ${OFFICERS.join(' or ')}: name a colleague who has.`;
  throw new ReferralError('ROLE_REQUIRED', message, 'personId');
}
