/** Translations: one party of a referral asks another for one, as a step of its own or of a clarification. */

import { actingSenderOf, type Parties } from './people.ts';
import type { Instant, TextId } from './vocabulary.ts';

/** A party of a referral. */
export type CaseParty = { kind: 'sender' } | { kind: 'coordinator' } | { kind: 'recipient'; recipientId: string };

/** The request. Languages are ISO 639-1 codes, of which one is enough. */
export interface TranslationRequest {
  asker: CaseParty;
  /** The party that was asked. */
  of: CaseParty;
  languages: string[];
  /** The question whose answer is translated. Absent if the case, or another text, is translated. */
  ofQuestion?: string;
  /** What is to be translated. */
  text?: TextId;
}

/** The events of translations. */
export type TranslationEvent =
  | ({ type: 'translation-asked'; translationId: string } & TranslationRequest)
  | { type: 'translation-delivered'; translationId: string; language: string; text: TextId; late: boolean }
  | { type: 'translation-expired'; translationId: string };

/** A translation, with its state. */
export interface Translation extends TranslationRequest {
  /** Within the referral: `t1`. */
  id: string;
  askedAt: Instant;
  /** The particulars of the translation, if it was delivered. */
  answer?: TextId;
  /** `lapsed`: the party that asked needs no translation any more. */
  state: 'open' | 'expired' | 'delivered' | 'lapsed';
}

/** All translations; empty in journals without any. */
export function translationsOf({
  translations = [],
}: {
  translations?: readonly Translation[];
}): readonly Translation[] {
  return translations;
}

/** The agency of a party; undefined if the referral has no such recipient. */
export function agencyOfParty(party: CaseParty, referral: Parties): string | undefined {
  if (party.kind === 'sender') return actingSenderOf(referral);
  if (party.kind === 'coordinator') return referral.coordinatorAgencyId;
  return referral.recipients.find(({ id }) => id === party.recipientId)?.agencyId;
}

/** Whether it can still be delivered: an expired translation late, until it lapses. */
export function isAwaited({ state }: Translation): boolean {
  return state === 'open' || state === 'expired';
}

/** Whether everyone who has the case reads the translation: it is one of the case, by the sender or the coordinator. */
export function isShared({ of, ofQuestion, state }: Translation): boolean {
  return state === 'delivered' && of.kind !== 'recipient' && ofQuestion === undefined;
}
