/** The translations of a referral after they were asked for, delivered, or not needed any more. */

import type { EventOf, JournalEntry } from '../events.ts';
import { hasTheCase, type Referral } from '../referral.ts';
import { type CaseParty, isAwaited, isShared, type Translation, translationsOf } from '../translation.ts';
import { type ItemChange, withItemChanged } from './list-items.ts';

/** The referral after a party asked for a translation. */
export function translationAsked(
  referral: Referral,
  { at }: JournalEntry,
  { type: _, translationId: id, ...request }: EventOf<'translation-asked'>,
): Referral {
  const asked: Translation = { id, ...request, askedAt: at, state: 'open' };
  return { ...referral, translations: [...translationsOf(referral), asked] };
}

/** The referral after a translation was delivered, or was not in time. One of the case is added to its particulars. */
export function translationEnded(
  referral: Referral,
  event: EventOf<'translation-delivered' | 'translation-expired'>,
): Referral {
  if (event.type === 'translation-expired') return withTranslation(referral, event.translationId, { state: 'expired' });
  const { text } = event;
  const next = withTranslation(referral, event.translationId, { answer: text, state: 'delivered' });
  const delivered = translationsOf(next).find(({ id }) => id === event.translationId);
  return delivered && isShared(delivered) ? { ...next, particulars: [...next.particulars, text] } : next;
}

/** Translations that were not delivered lapse if they satisfy `isMoot`. */
export function withTranslationsLapsed(referral: Referral, isMoot: (translation: Translation) => boolean): Referral {
  const { translations } = referral;
  if (translations === undefined) return referral;
  const lapsed = translations.map((each): Translation => {
    return isAwaited(each) && isMoot(each) ? { ...each, state: 'lapsed' } : each;
  });
  return { ...referral, translations: lapsed };
}

/** Whether the party that asked or was asked is a recipient that does not have the case any more. */
export function isWithoutParty({ asker, of }: Translation, { recipients }: Referral): boolean {
  const hasLostTheCase = (party: CaseParty) =>
    party.kind === 'recipient' && recipients.some((each) => each.id === party.recipientId && !hasTheCase(each));
  return hasLostTheCase(asker) || hasLostTheCase(of);
}

function withTranslation(referral: Referral, id: string, change: ItemChange<Translation>): Referral {
  return { ...referral, translations: withItemChanged(translationsOf(referral), id, change) };
}
