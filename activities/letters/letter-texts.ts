/** The texts that one language needs for letters. A further language is a further table of this shape. */

import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { LetterKind } from '../../domain/letter-kinds.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import type { DigestTask } from '../../prisma/store/digests.ts';
import type { LetterFacts } from './facts.ts';

/** The facts of a letter as phrases of the language, ready for use in a sentence. What is unknown is empty. */
export interface Phrases {
  sender: string;
  recipient: string;
  addressee: string;
  /** The due instant; in a subject the short form, in a body the long one. */
  due: string;
  /** The due instant with its preposition and a space before it: ` by 25 Nov 2026 14:00 CET`. */
  by: string;
  /** What the debtor of the clock must do, to follow "please" or "must": `acknowledge the referral`. */
  task: string;
  owedBy: string;
  /** Share of the time that has passed: `80%`. */
  passed: string;
  /** Only for choosing between wordings; never printed. */
  facts: LetterFacts;
}

/** A text that comes out empty is left out. */
export type Template = string | ((phrases: Phrases) => string);

interface LetterTemplate {
  /** Begins with the requested action. Reference and urgency are put before it. */
  subject: Template;
  /** The requested action, and by when: the first sentence of a letter. Empty if no action is requested. */
  request: Template;
  /** The paragraphs after the request. */
  paragraphs: readonly Template[];
}

/** All texts of letters that a language must provide. */
export interface LetterTexts {
  letters: Record<LetterKind, LetterTemplate>;
  /** Of letters about a drill: what begins subject and first sentence, and a paragraph. */
  drill: Record<'mark' | 'notice', string>;
  /** Begins the subject of a letter that asks for something. */
  urgencyMark: Record<Urgency, string>;
  labels: Record<
    'reference' | 'ownReference' | 'deputyFor' | 'sender' | 'recipient' | 'requested' | 'urgency' | 'handling' | 'link',
    string
  >;
  by: (due: string) => string;
  /** After a label. */
  colon: string;
  /** The first sentence of a letter that asks for nothing. */
  nothingAsked: string;
  /** For an agency that the facts do not name. */
  unnamedAgency: string;
  /** For what a clock waits for, if the facts do not name the clock. */
  unnamedTask: string;
  bundle: BundleTexts;
  footer: readonly (string | ((to: Pick<Phrases, 'addressee'>) => string))[];
  digest: DigestTexts;
  logAlarm: NoticeTexts;
  emergencyReading: NoticeTexts;
  readingBeyondAllowance: NoticeTexts;
  webhookDisabled: NoticeTexts;
  directory: DirectoryLetterTexts;
}

/** The texts of a letter to supervisors that belongs to no act. */
export type NoticeTexts = Record<'subject' | 'lead' | 'advice' | 'at' | 'link', string>;

/** The texts of a message with several letters. */
export interface BundleTexts {
  /** After what the first letter asks: `and 4 more`. */
  andMore: (count: number) => string;
  /** The first sentence: how many letters the message contains. */
  lead: (count: number) => string;
  /** States that the limits of an hour held letters back. */
  heldBack: string;
}

/** The texts of letters about the directory. */
export interface DirectoryLetterTexts {
  /** About a change that was made. */
  changed: { subject: (agency: string) => string; lead: string; check: string };
  /** About an address that is to be confirmed, to the old and to the new address. */
  address: {
    subject: (point: string) => string;
    lead: Record<'old' | 'new', string>;
    both: string;
    ignore: string;
  };
  /** About an address that was not changed: it was refused, or not confirmed in time. */
  unchanged: {
    subject: (point: string) => string;
    lead: Record<'refused' | 'lapsed', string>;
    next: Record<'refused' | 'lapsed', string>;
  };
  /** About details of a contact point that were last confirmed more than a year ago. */
  confirmation: Record<'lead' | 'otherwise' | 'outdated' | 'last' | 'leftOut', string> & {
    subject: (point: string) => string;
  };
  labels: Record<'agency' | 'change' | 'entry' | 'proposer' | 'confirmer' | 'audit' | 'confirm' | 'agencyPage', string>;
  edits: Record<DirectoryEdit['type'], string>;
}

/** Numbers of referrals; `waiting` includes `overdue`. */
export interface DigestCounts {
  waiting: number;
  overdue: number;
  changed: number;
}

/** The texts of the daily digest that no other letter has. */
export interface DigestTexts {
  subject: (counts: DigestCounts) => string;
  lead: (counts: DigestCounts, agency: string) => string;
  /** Headings of its lists. */
  yours: string;
  others: string;
  changed: string;
  /** The last item of a list that was cut off. */
  more: (count: number) => string;
  overdue: (due: string) => string;
  /** Tasks without a clock; those with one are in `domain/words`. */
  task: Record<Exclude<DigestTask, ClockName>, string>;
  /** Labels of its two links. */
  desk: string;
  settings: string;
  footer: (zone: string) => string;
}

/** Whether the reader must meet the deadline, and can. */
export function isDebtor({ facts }: Phrases): boolean {
  return facts.part === 'debtor';
}

/** Whether the reader can do nothing about the deadline. */
export function isInformed({ facts }: Phrases): boolean {
  return facts.part === 'informed';
}

/**
 * The rules did what was not done in time, so nothing is overdue any more. They cannot acknowledge for a recipient. With tacit
 * clearance, they consented.
 */
export function isDoneByRule({ facts: { clock } }: Phrases): boolean {
  if (clock?.onExpiry === 'tacit-clearance') return true;
  return clock?.onExpiry === 'proceed-by-rule' && clock.name !== 'acknowledge';
}

/** Whether the policy asks the reader, as a supervisor, to decide what follows from the missed deadline. */
export function isEscalated({ facts }: Phrases): boolean {
  return facts.part !== 'follows-up' && facts.clock?.onExpiry === 'escalate';
}

/** Whether the outcome in the letter is an interim one. */
export function isInterim({ facts }: Phrases): boolean {
  return facts.outcome?.final === false;
}

/** Whether the closure in the letter is a withdrawal. */
export function isWithdrawal({ facts }: Phrases): boolean {
  return facts.closure?.kind === 'withdrawn';
}
