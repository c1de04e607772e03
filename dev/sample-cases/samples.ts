/** Forty invented referrals, one or more in each state. */

import type { Submission } from '../../domain/submission.ts';
import type { Country, CrimeArea, HandlingCode, Kind, Urgency } from '../../domain/vocabulary.ts';
import type { SampleState } from './states.ts';

/** One invented referral. */
export interface Sample {
  state: SampleState;
  country: Country;
  summary: string;
  urgency: Urgency;
  crimeArea: CrimeArea;
  /** Default: Quinn Quartz. */
  sender: string;
  kind: Kind;
  handling: HandlingCode;
  /** A second country that the indicators name as strongly, so that a person must decide. */
  tie?: Country;
}

const USUAL = {
  ...{ sender: 'quinn.quartz', urgency: 'standard', crimeArea: 'csam-distribution', kind: 'case-referral' },
  handling: 'H0',
} as const satisfies Partial<Sample>;

function sample(state: SampleState, country: Country, summary: string, more: Partial<Sample> = {}): Sample {
  return { ...USUAL, state, country, summary, ...more };
}

const urgent = { urgency: 'urgent' } as const;
const emergency = { urgency: 'emergency' } as const;

/** The later ones are the newest. */
export const SAMPLES: readonly Sample[] = [
  sample('completed', 'FI', 'A known image was uploaded from an account in Finland.'),
  sample('completed', 'NL', 'A group chat shared links to a closed forum.', { sender: 'dana.obsidian' }),
  sample('legal-hold', 'DE', 'A seller offered recordings for payment.', {
    ...urgent,
    crimeArea: 'live-streamed-abuse',
  }),
  sample('erased', 'FR', 'A report that was withdrawn by court order after closure.'),
  sample('rejected-at-intake', 'ES', 'A report without any identifier.', { sender: 'dana.obsidian' }),
  sample('informational', 'AT', 'An overview of new sign-up patterns.', { kind: 'own-initiative-information' }),
  sample('withdrawn', 'NO', 'A report that was meant for another desk.'),
  sample('duplicate', 'FI', 'A second report about the same account.', { sender: 'dana.obsidian' }),
  sample('no-recipient', 'IS', 'An account in a country without a contact point.'),
  sample('closure-proposed', 'DE', 'A suspect was identified from payment data.', { ...urgent }),
  sample('closure-proposed', 'FI', 'A chat service reported repeated uploads.'),
  sample('outcome-reported', 'NL', 'A provider reported an account with many known images.', urgent),
  sample('outcome-reported', 'FR', 'A hotline received three reports about one page.', { sender: 'aino.alder' }),
  sample('declined', 'FI', 'An address that was in use in another country at that time.'),
  sample('referred-onward', 'FI', 'An account whose holder travels between two countries.'),
  sample('consent-requested', 'FI', 'A case that may be passed on only with consent.', { handling: 'H2', ...urgent }),
  sample('recalled', 'DE', 'A report that another agency handles already.'),
  sample('interim-outcome', 'FI', 'A person was asked for images and threatened.', {
    ...{ ...urgent, crimeArea: 'sexual-extortion' },
  }),
  sample('accepted', 'FI', 'Messages to several young users of a game.', { crimeArea: 'grooming-solicitation' }),
  sample('accepted', 'DE', 'An account that offers to meet.', { ...urgent, crimeArea: 'grooming-solicitation' }),
  sample('accepted', 'ES', 'Uploads from a shared connection.', { sender: 'dana.obsidian' }),
  sample('extended', 'NL', 'A case that needs a decision of the prosecutor.'),
  sample('question-open', 'FI', 'Log entries without a time zone.'),
  sample('question-open', 'FR', 'A user name without a provider.', urgent),
  sample('acknowledged', 'FI', 'A report of a school about messages.', { crimeArea: 'grooming-solicitation' }),
  sample('acknowledged', 'LV', 'A payment to a known seller.', { crimeArea: 'live-streamed-abuse' }),
  sample('unresponsive', 'DE', 'An upload from a mobile connection.', urgent),
  sample('delivery-failed', 'LT', 'A report whose letter could not be delivered.'),
  sample('held', 'IS', 'A profile that names a town in Iceland.', urgent),
  sample('held', 'IS', 'An address of a provider in Iceland.'),
  sample('delivered', 'FI', 'Two known images in one conversation.'),
  sample('delivered', 'FI', 'An account that was reported before.', urgent),
  sample('delivered', 'DE', 'Who held this address on Sunday evening?', { kind: 'information-request', ...urgent }),
  sample('delivered', 'FI', 'A child is in danger now, by the words of the suspect.', {
    ...{ ...emergency, crimeArea: 'live-streamed-abuse' },
  }),
  sample('awaiting-information', 'FI', 'A screenshot was described, without the name of the service.'),
  sample('information-received', 'NL', 'An account that changed its name.'),
  sample('received', 'FI', 'A known image was sent to a group of four.', { sender: 'dana.obsidian' }),
  sample('received', 'DE', 'A profile with addresses in two countries.', { tie: 'ES' }),
  sample('received', 'FR', 'A report of a payment service.', urgent),
  sample('received', 'FI', 'A person announces abuse for tonight.', {
    ...{ ...emergency, crimeArea: 'live-streamed-abuse', sender: 'dana.obsidian' },
  }),
];

/** What the sender submits. */
export function submissionOf(sample: Sample): Submission {
  const { kind, urgency, crimeArea, country, tie, handling, summary } = sample;
  return {
    ...{ kind, urgency, crimeAreas: [crimeArea], capability: 'investigation', handling: { code: handling } },
    urgencyGrounds: urgency === 'emergency' ? ['threat-to-life-or-integrity'] : urgency === 'urgent' ? URGENT : [],
    ...{ evaluation: { source: 'A', information: '2' }, tlp: 'amber', legalInstrument: 'none', languages: ['en'] },
    ...(kind === 'information-request' && { informationAccess: 'direct' }),
    originReferences: [],
    indicators: [country, ...(tie ? [tie] : [])].map((each) => ({
      ...{ country: each, basis: 'ip-geolocation', verified: false, proxySuspected: false },
    })),
    ...{ materials: [], subjects: [], preservation: [], summary, particulars: [] },
  };
}

const URGENT: Submission['urgencyGrounds'] = ['information-loses-relevance'];
