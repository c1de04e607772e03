/** Webhooks: which events an agency's system can be notified of, and the content of a message. It contains codes only. */

import { agencyViewOf } from './agency-view.ts';
import { apply } from './apply.ts';
import { disclose, isShownTo } from './disclosure.ts';
import type { EventType, JournalEntry } from './events.ts';
import type { Referral } from './referral.ts';
import type { Instant } from './vocabulary.ts';

/** The kinds of events that a webhook can select. */
export const WEBHOOK_KINDS = [
  'arrivals',
  'supplements',
  'questions',
  'answers',
  'outcomes',
  'transfers',
  'deadlines',
  'closures',
] as const;
/** A kind of event. */
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Null: no webhook is notified. Complete by type: a new event does not compile until it is added here. */
const KIND_OF_EVENT: { readonly [T in EventType]: WebhookKind | null } = {
  submitted: 'arrivals',
  'reference-allotted': null,
  'possible-duplicate-found': null,
  supplemented: 'supplements',
  'handler-assigned': null,
  'own-reference-set': null,
  'note-added': null,
  'assignment-taken-back': null,
  'triage-taken-back': null,
  'closure-proposal-taken-back': null,
  'duplicate-taken-back': 'closures',
  'question-asked': 'questions',
  'question-answered': 'questions',
  'question-expired': 'questions',
  'translation-asked': 'questions',
  'translation-delivered': 'questions',
  'translation-expired': 'questions',
  'oral-request-recorded': 'questions',
  'oral-request-confirmed': 'questions',
  'information-awaited': null,
  'intake-resumed': null,
  'triage-proposed': null,
  triaged: null,
  'triage-reopened': null,
  routed: null,
  'country-added': null,
  'recipient-assigned': null,
  'recipient-opened': 'arrivals',
  referred: null,
  held: 'transfers',
  delivered: null,
  'delivery-failed': null,
  acknowledged: 'answers',
  accepted: 'answers',
  declined: 'answers',
  'went-unresponsive': 'answers',
  'replacement-due': null,
  'replacement-awaits-supervisor': null,
  'extension-granted': 'deadlines',
  'interim-outcome-reported': 'outcomes',
  'outcome-reported': 'outcomes',
  'outcome-corrected': 'outcomes',
  recalled: 'transfers',
  'preservation-reported': 'outcomes',
  'production-confirmed': 'outcomes',
  'preservation-ended': 'outcomes',
  'lead-set': 'transfers',
  'recall-confirmed': 'transfers',
  'onward-consent-asked': 'transfers',
  'onward-consented': 'transfers',
  'onward-refused': 'transfers',
  'onward-lapsed': 'transfers',
  'referred-onward': 'transfers',
  'withdrawal-requested': 'closures',
  'closure-proposed': null,
  'closure-returned': null,
  closed: 'closures',
  reopened: 'closures',
  linked: null,
  'hash-limit-raised': null,
  'sender-disabled': null,
  'sender-enabled': null,
  'erasure-ordered': 'closures',
  'retention-review-asked': null,
  retained: null,
  'legal-hold-placed': null,
  'legal-hold-lifted': null,
  erased: 'closures',
  'erasure-confirmed': 'closures',
  'clock-started': null,
  'clock-warned': 'deadlines',
  'clock-paused': null,
  'clock-resumed': null,
  'clock-extended': null,
  'clock-stopped': null,
  'clock-restored': null,
  'clock-expired': 'deadlines',
  'letters-decided': null,
  'letters-settled': null,
};

/** The kind of an event; null if no webhook is notified of it. */
export function webhookKindOf(event: EventType): WebhookKind | null {
  return KIND_OF_EVENT[event];
}

/** A webhook that is sent messages. `id` is a UUID. */
export interface ActiveWebhook {
  id: string;
  agencyId: string;
  kinds: readonly string[];
  createdAt: Instant;
}

/** A message about one entry of the journal, for one webhook. */
export interface WebhookMessage {
  webhookId: string;
  agencyId: string;
  referralId: string;
  seq: number;
  reference: string;
  event: EventType;
  /** The body, as JSON (Standard Webhooks, "Payload structure"). */
  payload: string;
}

/**
 * The messages about entries of one referral, for each agency that sees the entry after its act.
 *
 * @param journal of the referral, from its first entry
 * @param seqs the entries that messages are about
 * @param publicUrl base address of links, without a trailing slash
 */
export function webhookMessages(
  referralId: string,
  journal: readonly JournalEntry[],
  seqs: ReadonlySet<number>,
  webhooks: readonly ActiveWebhook[],
  publicUrl: string,
): WebhookMessage[] {
  const messages: WebhookMessage[] = [];
  let referral: Referral | undefined;
  let ofAct: JournalEntry[] = [];
  journal.forEach((entry, index) => {
    referral = apply(referral, entry, referralId);
    ofAct.push(entry);
    if (journal[index + 1]?.actId === entry.actId) return;
    for (const each of ofAct) {
      if (seqs.has(each.seq)) messages.push(...messagesAbout(each, referral, webhooks, publicUrl));
    }
    ofAct = [];
  });
  return messages;
}

function messagesAbout(
  entry: JournalEntry,
  referral: Referral,
  webhooks: readonly ActiveWebhook[],
  publicUrl: string,
): WebhookMessage[] {
  const kind = webhookKindOf(entry.event.type);
  if (kind === null) return [];
  return webhooks
    .filter(({ kinds, createdAt }) => kinds.includes(kind) && createdAt <= entry.at)
    .filter(({ agencyId }) => isSeenBy(agencyId, entry, referral))
    .map(({ id: webhookId, agencyId }) => {
      const { id: referralId, reference } = referral;
      const event = entry.event.type;
      const data = {
        ...{ referralId, reference, kind, event },
        dueAt: agencyViewOf(referral, agencyId).owes?.by ?? null,
        link: `${publicUrl}/referrals/${reference}`,
      };
      const payload = JSON.stringify({ type: `referral.${event}`, timestamp: entry.at, data });
      return { webhookId, agencyId, referralId, seq: entry.seq, reference, event, payload };
    });
}

function isSeenBy(agencyId: string, entry: JournalEntry, referral: Referral): boolean {
  const officer = { kind: 'person', personId: '', agencyId, roles: ['supervisor'] } as const;
  return isShownTo(referral, officer) && disclose(referral, officer).maySee(entry);
}

/** The states of a delivery. */
export const DELIVERY_STATUSES = ['waiting', 'sent', 'failed'] as const;
/** The state of a delivery. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why a target gave no answer. With an answer, the result of a delivery is its HTTP status. */
export const DELIVERY_FAILURES = [
  'ADDRESS-REFUSED',
  'NAME-UNKNOWN',
  'TIMEOUT',
  'CERTIFICATE',
  'NO-CONNECTION',
] as const;
/** Why a target gave no answer. */
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** The longest address of a webhook, in characters. */
export const WEBHOOK_URL_LENGTH = 300;

/** Names that are never public: RFC 6761, RFC 6762, RFC 8375 and the name that ICANN reserved for private use. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|invalid|onion)$/;

/**
 * Whether messages may be sent to the address: https, a name with a dot, and no user, password or fragment. The sender also
 * checks every IP address of the name.
 */
export function isWebhookUrl(text: string): boolean {
  if (text.length > WEBHOOK_URL_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname, hash } = new URL(text);
  const name = hostname.replace(/\.$/, '');
  const isAddress = name.startsWith('[') || /^[\d.]+$/.test(name);
  const isPublicName = !isAddress && name.includes('.') && !PRIVATE_NAMES.test(name);
  return protocol === 'https:' && username + password + hash === '' && isPublicName;
}

/** How long the previous secret of a webhook signs beside a new one, in milliseconds. */
export const SECRET_OVERLAP_MS = 24 * 3_600_000;

/** The most webhooks of one agency. */
export const MAX_WEBHOOKS = 10;

/** A webhook that fails for this time is disabled, in milliseconds. */
export const WEBHOOK_FAILS_MS = 5 * 24 * 3_600_000;

/** A delivery that failed is not tried again after this time, in milliseconds. */
export const DELIVERY_RETRY_MS = 24 * 3_600_000;

const RETRY_SECONDS = [5, 60, 300, 1_800, 3_600, 7_200, 14_400] as const;

/** Seconds until the next attempt after so many failed ones. Up to a fifth is added, by `random` (0 to 1). */
export function retryAfter(tries: number, random: number): number {
  const seconds = RETRY_SECONDS[Math.min(tries, RETRY_SECONDS.length) - 1] ?? RETRY_SECONDS[0];
  return Math.round(seconds * (1 + random / 5));
}
