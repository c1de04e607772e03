/** The shape of one language's texts: a further language is a further table of this shape, and nothing else. */

import type { LetterName } from '../../domain/letter-kinds.ts';
import type { ReferralStatus } from '../../domain/statuses.ts';
import type { Capability, ClockName, HandlingCode, Urgency } from '../../domain/vocabulary.ts';
import type { DigestTask } from '../../prisma/store/digests.ts';
import type { LetterFacts } from './facts.ts';

/** The facts put into words of the language, ready to stand in a sentence. What is not known is empty. */
export interface Said {
  sender: string;
  recipient: string;
  addressee: string;
  /** The due instant; in a subject the short form, in a body the long one. */
  due: string;
  /** The due instant with its preposition and a space before it: ` by 25 Nov 2026 14:00 CET`. */
  by: string;
  /** What the clock waits for, to follow "please" or "must": `acknowledge the referral`. */
  task: string;
  owedBy: string;
  /** Share of the time that has passed: `80%`. */
  passed: string;
  /** For choosing between wordings, never to be printed. */
  facts: LetterFacts;
}

/** A text is left out where it comes to nothing. */
export type Text = string | ((said: Said) => string);

interface Wording {
  /** Without reference and urgency, which every subject has. */
  subject: Text;
  /** What is asked and by when: the first thing a letter says. Nothing where nothing is asked. */
  asks: Text;
  /** The paragraphs after it. */
  says: readonly Text[];
}

/** Plain words for the codes of the vocabulary. */
export interface Codes {
  task: Record<ClockName, string>;
  urgency: Record<Urgency, string>;
  handling: Record<HandlingCode, string>;
  capability: Record<Capability, string>;
}

export interface Language {
  /** BCP 47: `lang` of the html, and the locale of dates. */
  locale: string;
  letters: Record<LetterName, Wording>;
  codes: Codes;
  /** Begins the subject of a letter that asks for something. */
  urgencyMark: Record<Urgency, string>;
  labels: Record<'reference' | 'sender' | 'recipient' | 'requested' | 'urgency' | 'handling' | 'link', string>;
  by: (due: string) => string;
  /** After a label. */
  colon: string;
  /** Stands where a letter asks for nothing. */
  nothingAsked: string;
  /** Stands for an agency, and for what a clock waits for, where the facts do not say. */
  somebody: string;
  anything: string;
  footer: readonly (string | ((to: Pick<Said, 'addressee'>) => string))[];
  digest: DigestWords;
}

/** Numbers of referrals; the overdue ones wait too. */
export interface DigestCounts {
  waiting: number;
  overdue: number;
  changed: number;
}

/** What the daily digest says beside the words of other letters. */
export interface DigestWords {
  subject: (counts: DigestCounts) => string;
  lead: (counts: DigestCounts, agency: string) => string;
  /** Headings of its lists. */
  yours: string;
  others: string;
  changed: string;
  /** Stands at the end of a list that goes on. */
  more: (count: number) => string;
  overdue: (due: string) => string;
  /** What clocks do not wait for; the rest is in `codes.task`. */
  task: Record<Exclude<DigestTask, ClockName>, string>;
  status: Record<ReferralStatus, string>;
  /** Labels of its two links. */
  desk: string;
  settings: string;
  footer: (zone: string) => string;
}
