/** What each kind of incident and each annotation means for crime area and urgency. This is data. */

import type { CrimeArea, Urgency, UrgencyGround } from '../../../vocabulary.ts';
import type { INCIDENT_TYPES } from '../schema/incidents.ts';

/** The crime area and urgency of a kind of incident or an annotation. */
export interface Meaning {
  area?: CrimeArea;
  /** True if the area means the same, so that the loss report need not list the term. */
  isExact?: true;
  urgency?: Urgency;
  ground?: UrgencyGround;
}

type IncidentType = (typeof INCIDENT_TYPES)[number];

export const INCIDENT_MEANINGS: Readonly<Record<string, Meaning>> = {
  'Child Pornography (possession, manufacture, and distribution)': { area: 'csam-distribution', isExact: true },
  'Child Sex Trafficking': { area: 'child-trafficking', isExact: true },
  'Child Sex Tourism': { area: 'other' },
  'Child Sexual Molestation': { area: 'other', urgency: 'urgent', ground: 'ongoing-child-abuse' },
  'Misleading Domain Name': { area: 'other' },
  'Misleading Words or Digital Images on the Internet': { area: 'other' },
  'Online Enticement of Children for Sexual Acts': { area: 'grooming-solicitation', isExact: true },
  'Unsolicited Obscene Material Sent to a Child': { area: 'grooming-solicitation' },
} satisfies Record<IncidentType, Meaning>;

/** Of a report. Those without a meaning are kept as particulars. */
export const REPORT_ANNOTATIONS: Readonly<Record<string, Meaning>> = {
  sextortion: { area: 'sexual-extortion', isExact: true },
  csamSolicitation: { area: 'grooming-solicitation', isExact: true },
  minorToMinorInteraction: {},
  spam: {},
  // Children are coerced to harm themselves or others.
  sadisticOnlineExploitation: {
    area: 'sexual-extortion',
    urgency: 'urgent',
    ground: 'threat-to-life-or-integrity',
  },
  informational: { urgency: 'informational' },
  potentialAggravatingFactors: { urgency: 'urgent' },
  instrumentalUse: {},
};

/** Of a file: each describes abuse material. */
export const FILE_ANNOTATIONS: Readonly<Record<string, Meaning>> = {
  animeDrawingVirtualHentai: { area: 'csam-distribution' },
  potentialMeme: { area: 'csam-distribution' },
  viral: { area: 'csam-distribution' },
  possibleSelfProduction: { area: 'csam-production' },
  physicalHarm: { area: 'csam-distribution', urgency: 'urgent', ground: 'threat-to-life-or-integrity' },
  violenceGore: { area: 'csam-distribution' },
  bestiality: { area: 'csam-distribution' },
  liveStreaming: { area: 'live-streamed-abuse', isExact: true },
  infant: { area: 'csam-distribution', urgency: 'urgent' },
  generativeAi: { area: 'csam-production' },
};
