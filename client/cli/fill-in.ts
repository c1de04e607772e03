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
  return onlyOpen(given, 'questionId', referral.questions, {
    none: new ReferralError('UNKNOWN_QUESTION', 'The referral has no questions.', 'questionId'),
    several: 'Several questions are open. Add --question',
  });
}

/** Fills in the only open translation that the person's agency was asked for, or the last one. */
export function openTranslation(given: TypedFields, { referral, actor }: CommandContext): TypedFields {
  const requested = translationsOf(referral).filter(({ of }) => agencyOfParty(of, referral) === actor.agencyId);
  const none = 'No translation of this referral was requested from your agency.';
  return onlyOpen(given, 'translationId', requested, {
    none: new ReferralError('UNKNOWN_TRANSLATION', none, 'translationId'),
    several: 'Several translations are open. Add --translation',
  });
}

/** Fills in the id of the only open entry, or of the last one. Throws `none` if there is no entry. */
function onlyOpen(
  given: TypedFields,
  field: string,
  entries: readonly { id: string; state: string }[],
  faults: { none: ReferralError; several: string },
): TypedFields {
  if (given[field] !== undefined) return given;
  const open = entries.filter(({ state }) => state === 'open');
  const [one, ...others] = open.length > 0 ? open : entries.slice(-1);
  if (one === undefined) throw faults.none;
  if (others.length === 0) return { ...given, [field]: one.id };
  const ids = open.map(({ id }) => id).join(', ');
  throw new ReferralError('INVALID_INPUT', `${faults.several} with one of ${ids}.`, field);
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
