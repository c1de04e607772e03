/** Decides requests for a translation and their delivery. The party that is asked translates. */

import type { ActOf } from '../acts.ts';
import { isSubjectOverdue } from '../clocks/triggers.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import { RELATION_CODES } from '../lifecycle/refusal-codes.ts';
import { type Actor, relationsOf } from '../people.ts';
import type { Question, Referral } from '../referral.ts';
import { agencyOfParty, type CaseParty, isAwaited, type TranslationRequest, translationsOf } from '../translation.ts';
import type { DecisionContext } from './decision-context.ts';

/** The number of translations that one party may ask for, beside those of its questions. */
const MAX_TRANSLATIONS = 5;

export function askTranslation(act: ActOf<'ask-translation'>, { referral, actor }: DecisionContext): ReferralEvent[] {
  const { languages, text } = act;
  const [asker, of] = [askerOf(act, actor, referral), askedOf(act)];
  if (asker === undefined || agencyOfParty(asker, referral) === agencyOfParty(of, referral)) {
    throw new ReferralError('INVALID_INPUT', 'Ask a party of this referral other than your own agency.', 'of');
  }
  const asked = translationsOf(referral).filter((each) => each.ofQuestion === undefined && isSame(each.asker, asker));
  if (asked.some(({ state }) => state === 'open')) {
    const message = 'A translation that you asked for is still open. Wait for it, or for its deadline.';
    throw new ReferralError('TRANSLATION_OPEN', message);
  }
  if (asked.length >= MAX_TRANSLATIONS) {
    const message = `${MAX_TRANSLATIONS} translations were asked for, which is the limit. Continue without another one.`;
    throw new ReferralError('TRANSLATION_CAP', message, undefined, { max: MAX_TRANSLATIONS });
  }
  return [translationAsked(referral, { asker, of, languages: [...new Set(languages)], ...(text && { text }) })];
}

/** The step of a clarification: the sender translates an answer that is not in a language that the question requires. */
export function translationOfAnswer(referral: Referral, { id, asker, language }: Question): ReferralEvent | undefined {
  if (language === undefined) return undefined;
  return translationAsked(referral, { asker, of: { kind: 'sender' }, languages: [language], ofQuestion: id });
}

export function deliverTranslation(
  { translationId, language, text }: ActOf<'deliver-translation'>,
  { referral, actor, now }: DecisionContext,
): ReferralEvent[] {
  const translation = translationsOf(referral).find(({ id }) => id === translationId);
  if (translation === undefined) {
    throw new ReferralError('UNKNOWN_TRANSLATION', 'This referral has no such translation.', 'translationId');
  }
  const { of, state, languages } = translation;
  if (actor.kind === 'engine' || actor.agencyId !== agencyOfParty(of, referral)) {
    throw new ReferralError(RELATION_CODES[of.kind], 'Only the agency that was asked can deliver this translation.');
  }
  if (!isAwaited(translation)) {
    const message =
      'The translation was delivered, or is not needed any more. Add information to the referral instead.';
    throw new ReferralError('TRANSLATION_CLOSED', message);
  }
  if (!languages.includes(language)) {
    throw new ReferralError('INVALID_INPUT', `The translation is needed in ${languages.join(' or ')}.`, 'language');
  }
  const late = state === 'expired' || isSubjectOverdue(referral.clocks, { of: 'translation', translationId }, now);
  return [{ type: 'translation-delivered', translationId, language, text, late }];
}

function askerOf({ recipientId, of }: ActOf<'ask-translation'>, actor: Actor, referral: Referral) {
  if (actor.kind === 'engine') return undefined;
  const relations = relationsOf(actor.agencyId, referral, recipientId);
  if (recipientId !== undefined && of !== 'recipient') {
    return relations.includes('recipient') ? ({ kind: 'recipient', recipientId } as const) : undefined;
  }
  // The coordinating agency asks for itself, even while it acts in place of the sender.
  const isSender = actor.agencyId === referral.senderAgencyId;
  const kinds = isSender ? (['sender', 'coordinator'] as const) : (['coordinator'] as const);
  const kind = kinds.find((each) => each !== of && relations.includes(each));
  return kind && ({ kind } as const);
}

function askedOf({ recipientId, of }: ActOf<'ask-translation'>): CaseParty {
  if (of !== 'recipient') return { kind: of };
  if (recipientId !== undefined) return { kind: of, recipientId };
  throw new ReferralError('UNKNOWN_RECIPIENT', 'Name the recipient that is asked for the translation.', 'recipientId');
}

function translationAsked(referral: Referral, request: TranslationRequest): ReferralEvent {
  return { type: 'translation-asked', translationId: `t${translationsOf(referral).length + 1}`, ...request };
}

function isSame(one: CaseParty, other: CaseParty): boolean {
  if (one.kind !== 'recipient' || other.kind !== 'recipient') return one.kind === other.kind;
  return one.recipientId === other.recipientId;
}
