/** Says in plain words what a verified bundle proves and what it does not. For the command line and the page alike. */

import type { ShownFields } from '../../domain/audit/leaf-commitment.ts';
import type { BundleEvent } from '../../domain/audit/proof-event.ts';
import type { Verification, VerificationFault } from '../../domain/audit/verify-bundle.ts';
import type { Language } from '../../domain/words/languages.ts';
import { events as eventsDe } from '../i18n/de/events.ts';
import { events as eventsEn } from '../i18n/en/events.ts';
import { events as eventsFr } from '../i18n/fr/events.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { fill, utc } from './texts/fill.ts';
import { fr } from './texts/fr.ts';
import type { VerifierTexts } from './texts/verifier-texts.ts';

/** The texts of each language. */
export const VERIFIER_TEXTS: Record<Language, VerifierTexts> = { en, fr, de };

const EVENT_NAMES: Record<Language, Record<string, string>> = { en: eventsEn, fr: eventsFr, de: eventsDe };

/** The result in sentences. */
export interface VerificationText {
  isProved: boolean;
  verdict: string;
  /** Empty unless everything is proved. */
  proved: string[];
  notProved: string[];
  /** Empty if everything is proved. */
  faults: string[];
  /** The rows of the events; empty unless everything is proved. */
  events: EventRow[];
}

/** One event in words. Times are in UTC. */
export interface EventRow {
  number: number;
  /** Position in the log, from 0. */
  position: number;
  at: string;
  event: string;
  agency: string;
  person: string;
  change: string;
}

export function explain(verification: Verification, language: Language): VerificationText {
  const texts = VERIFIER_TEXTS[language];
  const { isProved, faults } = verification;
  return {
    isProved,
    verdict: isProved ? texts.proved : texts.notProved,
    proved: isProved ? provedSentences(verification, texts) : [],
    notProved: isProved ? openSentences(verification, texts) : [],
    faults: faults.map((fault) => faultSentence(fault, texts)),
    events: isProved ? (verification.bundle?.events ?? []).map((event, at) => rowOf(event, at, language)) : [],
  };
}

function provedSentences({ bundle, checkpoint }: Verification, texts: VerifierTexts): string[] {
  if (bundle === undefined || checkpoint === undefined) return [];
  const { origin, size } = checkpoint.checkpoint;
  const references = bundle.events.flatMap(({ commitment: { shown } }) => shown.reference ?? []);
  const name = references.at(-1) ?? bundle.referral;
  const { proves } = texts;
  return [
    fill(proves.referral, { origin, count: bundle.events.length, referral: name }),
    ...bundle.events.flatMap(({ commitment: { shown } }) => erasureSentence(shown, name, texts)),
    ...[proves.unchanged, proves.order],
    fill(proves.signed, { keys: checkpoint.signedBy.map((key) => key.name).join(', '), size }),
    ...checkpoint.witnesses.map(({ key, time }) =>
      fill(proves.witnessed, { witness: key.name, time: utc(new Date(time * 1000).toISOString()) }),
    ),
  ];
}

function erasureSentence({ at, change }: ShownFields, referral: string, texts: VerifierTexts): string[] {
  if (change?.erased === undefined) return [];
  const { ground, ...destroyed } = change.erased;
  return [fill(texts.erasure, { referral, time: utc(at), ground: texts.erasureGrounds[ground], ...destroyed })];
}

function openSentences({ bundle, checkpoint }: Verification, { leavesOpen }: VerifierTexts): string[] {
  const { madeFor = '', madeAt = '' } = bundle ?? {};
  return [
    ...[leavesOpen.true, leavesOpen.complete, leavesOpen.persons],
    ...(checkpoint?.witnesses.length === 0 ? [leavesOpen.unwitnessed] : []),
    fill(leavesOpen.made, { agency: madeFor, time: utc(madeAt) }),
  ];
}

function faultSentence(fault: VerificationFault, texts: VerifierTexts): string {
  if (fault.kind !== 'damaged') return fill(texts.faults[fault.kind], { ...fault });
  const { place, number = 0, byte } = fault.part;
  return fill(texts.faults.damaged, { place: fill(texts.places[place], { number }), byte });
}

function rowOf({ index, commitment, person }: BundleEvent, at: number, language: Language): EventRow {
  const { shown } = commitment;
  const { status, urgency, recipient } = shown.change ?? {};
  const moved = [status, urgency, recipient && ([recipient[1], recipient[2]] as const)];
  return {
    ...{ number: at + 1, position: index, at: utc(shown.at) },
    event: EVENT_NAMES[language][shown.event ?? ''] ?? shown.event ?? shown.operation,
    agency: shown.agency ?? VERIFIER_TEXTS[language].byRule,
    person: person?.fields.person ?? '',
    change: moved.flatMap((codes) => (codes ? [`${codes[0] ?? '–'} → ${codes[1]}`] : [])).join(', '),
  };
}
