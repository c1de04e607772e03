/** Completes fields that were not typed: the only possible recipient or question, or the proposal of the rules. */

import type { ActType } from '../../domain/acts.ts';
import { permittedRows } from '../../domain/decide.ts';
import { decisionByRule } from '../../domain/decisions/triage.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Recipient, Referral } from '../../domain/referral.ts';
import { agencyOfParty, translationsOf } from '../../domain/translation.ts';
import { FileAddition } from './addition-files.ts';

/** Fields of a request by name, before validation. */
export type TypedFields = Readonly<Record<string, unknown>>;

/** The act, the person who performs it, and the referral as that person may see it. */
export interface CommandContext {
  act: ActType;
  referral: Referral;
  actor: Person;
}

/** Fills in the only recipient for which the lifecycle table allows the act; leaves it out if there is none. */
export function possibleRecipient(given: TypedFields, context: CommandContext): TypedFields {
  if (given['recipientId'] !== undefined) return given;
  const possible = context.referral.recipients.filter((recipient) => isPossible(recipient, context));
  const [one, ...others] = possible.map(({ id }) => id);
  if (others.length === 0) return one === undefined ? given : { ...given, recipientId: one };
  const message = `Several recipients are possible. Add --recipient with one of ${one}, ${others.join(', ')}.`;
  throw new ReferralError('INVALID_INPUT', message, 'recipientId');
}

/** For acts that need a recipient. If none is possible, fills in the latest one, so that the engine can give the reason. */
export function requiredRecipient(given: TypedFields, context: CommandContext): TypedFields {
  const filled = possibleRecipient(given, context);
  if (filled['recipientId'] !== undefined) return filled;
  const { recipients } = context.referral;
  const latest = recipients.findLast(({ agencyId }) => agencyId === context.actor.agencyId) ?? recipients.at(-1);
  if (latest === undefined) throw new ReferralError('UNKNOWN_RECIPIENT', 'The referral has no recipients yet.');
  return { ...given, recipientId: latest.id };
}

/** Fills in the only open question, or the last one, because a late answer is accepted. */
export function openQuestion(given: TypedFields, { referral }: CommandContext): TypedFields {
  if (given['questionId'] !== undefined) return given;
  const open = referral.questions.filter(({ state }) => state === 'open');
  const [one, ...others] = open.length > 0 ? open : referral.questions.slice(-1);
  if (one === undefined) throw new ReferralError('UNKNOWN_QUESTION', 'The referral has no questions.', 'questionId');
  if (others.length === 0) return { ...given, questionId: one.id };
  const ids = open.map(({ id }) => id).join(', ');
  throw new ReferralError(
    'INVALID_INPUT',
    `Several questions are open. Add --question with one of ${ids}.`,
    'questionId',
  );
}

/** Fills in the only open translation that the person's agency was asked for, or the last one. */
export function openTranslation(given: TypedFields, { referral, actor }: CommandContext): TypedFields {
  if (given['translationId'] !== undefined) return given;
  const asked = translationsOf(referral).filter(({ of }) => agencyOfParty(of, referral) === actor.agencyId);
  const open = asked.filter(({ state }) => state === 'open');
  const [one, ...others] = open.length > 0 ? open : asked.slice(-1);
  if (one === undefined) {
    const message = 'Your agency was asked for no translation of this referral.';
    throw new ReferralError('UNKNOWN_TRANSLATION', message, 'translationId');
  }
  if (others.length === 0) return { ...given, translationId: one.id };
  const message = `Several translations are open. Add --translation with one of ${open.map(({ id }) => id).join(', ')}.`;
  throw new ReferralError('INVALID_INPUT', message, 'translationId');
}

/** With `--accept-proposal`, fills in what the rules would decide. A person must still resolve a tie. */
export function proposedTriage({ acceptProposal, ...given }: TypedFields, { referral }: CommandContext): TypedFields {
  if (acceptProposal !== true) return given;
  const { triage } = referral;
  if (triage.state !== 'proposed') {
    throw new ReferralError(
      'WRONG_STATUS',
      'There is no proposal to accept. Give --urgency, --country and --capability.',
    );
  }
  const { urgency, urgencyGrounds, countries, capability } = decisionByRule(referral);
  return { urgency, urgencyGrounds, countries, capability, ...given };
}

/** The addition of a supplement, from files, a list of hash values, a text, or all of them. */
export function supplementAddition({ text, file, hashes, skipInvalid: _, ...given }: TypedFields): TypedFields {
  const files = [hashes, file].flatMap((each) => (each instanceof FileAddition ? [each.fields] : []));
  const materials = files.flatMap((fields) => ('materials' in fields ? [fields.materials].flat() : []));
  const addition = {
    ...Object.assign({}, ...files),
    ...(materials.length > 0 && { materials }),
    ...(text !== undefined && { summary: text }),
  };
  return { ...given, addition };
}

function isPossible({ id }: Recipient, { act, referral, actor }: CommandContext): boolean {
  try {
    permittedRows(referral, { type: act, recipientId: id }, actor);
    return true;
  } catch {
    return false;
  }
}
