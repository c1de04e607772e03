/** The help topic of each page, and the terms of the glossary that its help explains. */

import type { glossary } from '../../i18n/en/glossary.ts';
import type { help } from '../../i18n/en/help.ts';
import type { DeskName } from '../navigation.ts';

/** A page, or several pages with one purpose. */
export type HelpTopic = keyof typeof help.pages;

/** A term of the glossary. */
export type Term = keyof typeof glossary.terms;

/** The terms of each topic, in the order in which its help explains them. */
export const TERMS_OF: Readonly<Record<HelpTopic, readonly Term[]>> = {
  waiting: ['deadline', 'overdue', 'at-risk', 'urgency', 'acknowledge', 'reference'],
  referrals: ['referral', 'reference', 'recipient', 'deadline', 'overdue'],
  'new-referral': [
    'referral',
    'sending-agency',
    'jurisdiction-indicator',
    'handling-code',
    'origin-reference',
    'material-reference',
    'hash-value',
    'particulars',
    'oral-request',
  ],
  triage: ['triage', 'rules', 'urgency', 'jurisdiction-indicator', 'duplicate'],
  held: ['held', 'recipient', 'contact-point', 'routing'],
  clarifications: ['question', 'translation', 'consent', 'onward-referral', 'paused'],
  inbox: ['acknowledge', 'accept', 'decline', 'unresponsive', 'deadline', 'drill'],
  agency: ['contact-point', 'deputy', 'on-call-officer', 'capability', 'fallback-chain'],
  now: ['overdue', 'at-risk', 'held', 'unresponsive'],
  sla: ['deadline', 'at-risk', 'overdue', 'late', 'paused'],
  performance: ['late', 'acknowledge', 'outcome', 'ground'],
  statistics: ['referral', 'late', 'overdue'],
  network: ['capability', 'national-contact-point', 'routing', 'held'],
  approvals: ['supervisor', 'closure', 'withdrawal', 'urgency', 'retention'],
  audit: ['purpose', 'particulars', 'reference'],
  readings: ['particulars', 'purpose'],
  erasures: ['erasure', 'legal-hold', 'retention'],
  'data-subjects': ['erasure', 'particulars', 'legal-hold'],
  'log-alarms': [],
  agencies: ['proposal', 'contact-point', 'coordinating-agency'],
  people: ['supervisor', 'proposal'],
  proposals: ['proposal'],
  calendars: ['deadline', 'on-call-officer'],
  registry: ['capability', 'routing'],
  webhooks: ['referral', 'reference'],
  drills: ['drill', 'contact-point', 'acknowledge', 'late'],
  policies: ['deadline', 'at-risk', 'overdue', 'proposal'],
  reassign: ['referral'],
  absences: ['deputy', 'notification'],
  announcements: ['notification'],
  settings: ['notification'],
  referral: [
    ...(['referral', 'recipient', 'deadline', 'particulars', 'purpose', 'handling-code', 'TLP'] as const),
    ...(['outcome', 'closure'] as const),
  ],
  act: [
    ...([
      'ground',
      'particulars',
      'deadline',
      'acknowledge',
      'accept',
      'decline',
      'transfer-basis',
      'recalled',
    ] as const),
    ...(['preservation', 'production-request'] as const),
  ],
  deadline: ['deadline', 'paused', 'overdue'],
  timeline: ['deadline', 'overdue', 'late', 'paused', 'at-risk'],
  compare: ['duplicate', 'hash-value', 'origin-reference', 'TLP'],
  extract: ['purpose', 'particulars', 'handling-code'],
  search: ['reference', 'origin-reference', 'hash-value'],
  'contact-point': ['contact-point', 'deputy', 'capability', 'fallback-chain', 'proposal'],
};

/** The pages that are not in the navigation, and the desks from which a person reaches them. */
export const REACHED_FROM: Readonly<Record<keyof typeof help.names, readonly DeskName[]>> = {
  referral: ['referrals'],
  act: ['referrals'],
  deadline: ['referrals', 'sla'],
  timeline: ['sla'],
  compare: ['triage'],
  extract: ['referrals'],
  search: ['referrals', 'agencies'],
  'contact-point': ['agencies'],
};

/** Topics by the beginning of a route. All other topics are the first part of the route, after `/admin`. */
const BEGINNINGS: readonly (readonly [string, HelpTopic])[] = [
  ['/referrals/new', 'new-referral'],
  ['/referrals/:reference/acts', 'act'],
  ['/referrals/:reference/supplement-files', 'act'],
  ['/referrals/:reference/clocks', 'deadline'],
  ['/referrals/:reference/dossier', 'extract'],
  ['/referrals/:reference', 'referral'],
  ['/triage/:reference/compare', 'compare'],
  ['/sla/:reference/:', 'deadline'],
  ['/sla/:reference', 'timeline'],
  ['/admin/contact-points', 'contact-point'],
  ['/admin/agencies/:id/contact-points', 'contact-point'],
];

/** @param route the route of a page, for example `/referrals/:reference` */
export function topicOf(route: string | undefined): HelpTopic | undefined {
  if (route === undefined) return undefined;
  const known = BEGINNINGS.find(([beginning]) => route.startsWith(beginning));
  const [part] = route
    .replace(/^\/admin\//, '/')
    .slice(1)
    .split('/');
  return known?.[1] ?? (part !== undefined && isTopic(part) ? part : undefined);
}

export function isTopic(name: string): name is HelpTopic {
  return Object.hasOwn(TERMS_OF, name);
}
