/** The triage rules: they propose urgency, countries and capability, with reasons, before a person decides. */

import type { TriageProposal } from './events.ts';
import { type CountryChange, countryChanges } from './routing/country-changes.ts';
import { type Ranking, rankCountries } from './routing/jurisdiction.ts';
import { type Aim, DEFAULT_WEIGHTS, type TriageWeights } from './routing/weights.ts';
import type { Facts } from './submission.ts';
import { isUrgentOrHigher } from './urgency.ts';
import {
  type Capability,
  type CrimeArea,
  type Kind,
  URGENCIES,
  URGENCY_GROUNDS,
  type Urgency,
  type UrgencyGround,
} from './vocabulary.ts';

const TRIAGE_RULE = 'triage-1';

/**
 * If one country leads, `countries` contains all of them, the leader first; in a tie, the tied ones; otherwise none.
 * Reasons consist of codes and numbers, without particulars.
 */
export function proposeTriage(facts: Facts, weightsByAim: TriageWeights = DEFAULT_WEIGHTS): TriageProposal {
  const { urgency, reasons: urgencyReasons } = urgencyOf(facts);
  const { capability, reasons: capabilityReasons } = capabilityOf(facts);
  const weights = weightsByAim[aimOf(capability)];
  const ranking = rankCountries(facts.indicators, weights);
  return {
    urgency,
    urgencyReasons,
    urgencyGrounds: groundsOf(facts),
    countries: proposedCountries(ranking),
    verdict: ranking.verdict,
    verdictReasons: verdictReasons(ranking),
    capability,
    capabilityReasons,
    ruleVersion: `${TRIAGE_RULE} ${weights.version}`,
  };
}

const AIMS_OF_CAPABILITIES: Partial<Record<Capability, Aim>> = {
  'content-removal': 'data',
  'data-preservation': 'data',
  'victim-identification': 'protection',
  safeguarding: 'protection',
  'victim-support': 'protection',
};

function aimOf(capability: Capability): Aim {
  return AIMS_OF_CAPABILITIES[capability] ?? 'investigation';
}

/**
 * What would change the proposed countries, the smallest change first. Undefined for proposals of an earlier version of the
 * rules, or with other weights.
 */
export function proposalChanges(
  facts: Facts,
  { ruleVersion }: TriageProposal,
  weightsByAim: TriageWeights = DEFAULT_WEIGHTS,
): CountryChange[] | undefined {
  const weights = weightsByAim[aimOf(capabilityOf(facts).capability)];
  if (ruleVersion !== `${TRIAGE_RULE} ${weights.version}`) return undefined;
  return countryChanges(facts.indicators, weights);
}

/** The urgency that the rules propose for these facts. Unlike countries, it depends on no weights. */
export function ruledUrgency(facts: Facts): Urgency {
  return urgencyOf(facts).urgency;
}

/** A reason for an urgency. */
interface UrgencyReason {
  urgency: Urgency;
  reason: string;
}

/** The highest urgency of any rule. The sender's own urgency is one of the rules, so the result is never lower. */
function urgencyOf(facts: Facts): { urgency: Urgency; reasons: string[] } {
  if (isInformationOnly(facts)) return { urgency: 'informational', reasons: ['information with nothing to act upon'] };
  const rulings = [...emergencyReasons(facts), ...urgentReasons(facts), reasonFromKind(facts), reasonFromSender(facts)];
  const urgency = URGENCIES.find((each) => rulings.some((ruling) => ruling.urgency === each)) ?? facts.urgency;
  return { urgency, reasons: rulings.filter((ruling) => ruling.urgency === urgency).map(({ reason }) => reason) };
}

/**
 * The only case in which a lower urgency than requested is proposed. It is own-initiative information that requests nothing,
 * without indicators and material references.
 */
function isInformationOnly({ kind, urgency, urgencyGrounds, crimeAreas, indicators, materialCount }: Facts): boolean {
  const isNotUrgent = urgency === 'standard' || urgency === 'informational';
  const hasUrgentGround = urgencyGrounds.length > 0 || crimeAreas.some((area) => URGENT_CRIME_AREAS[area]);
  const isEmpty = indicators.length === 0 && materialCount === 0;
  return kind === 'own-initiative-information' && isNotUrgent && !hasUrgentGround && isEmpty;
}

/** Only statements of the sender make an emergency; the crime area alone does not. */
function emergencyReasons({ kind, urgencyGrounds, crimeAreas }: Facts): UrgencyReason[] {
  const urgency = 'emergency';
  const rulings: UrgencyReason[] = [];
  if (kind === 'emergency-disclosure-request') rulings.push({ urgency, reason: `kind ${kind}` });
  if (urgencyGrounds.includes('threat-to-life-or-integrity')) {
    const threat = 'threat-to-life-or-integrity';
    if (urgencyGrounds.includes('ongoing-child-abuse')) {
      rulings.push({ urgency, reason: `${threat} with ongoing-child-abuse` });
    }
    if (crimeAreas.includes('live-streamed-abuse')) {
      rulings.push({ urgency, reason: `${threat} with live-streamed-abuse` });
    }
  }
  return rulings;
}

/** Crime areas that are always urgent: streams are ordered again, and a threatened child may harm itself. */
const URGENT_CRIME_AREAS: Partial<Record<CrimeArea, UrgencyGround>> = {
  'live-streamed-abuse': 'ongoing-child-abuse',
  'sexual-extortion': 'threat-to-life-or-integrity',
};

/** Under Directive (EU) 2023/977, the grounds alone make a request urgent. */
function urgentReasons({ urgencyGrounds, crimeAreas }: Facts): UrgencyReason[] {
  const urgentAreas = crimeAreas.filter((area) => URGENT_CRIME_AREAS[area]);
  return [
    ...urgencyGrounds.map((ground): UrgencyReason => ({ urgency: 'urgent', reason: `ground ${ground}` })),
    ...urgentAreas.map((area): UrgencyReason => ({ urgency: 'urgent', reason: `crime area ${area}` })),
  ];
}

/** Requests need an answer in time; own-initiative information does not. */
function reasonFromKind({ kind }: Facts): UrgencyReason {
  return { urgency: kind === 'own-initiative-information' ? 'informational' : 'standard', reason: `kind ${kind}` };
}

/** Accepted without a ground, which the reason states. Only a supervisor can lower the urgency. */
function reasonFromSender({ urgency, urgencyGrounds }: Facts): UrgencyReason {
  const isWithoutGround = isUrgentOrHigher(urgency) && urgencyGrounds.length === 0;
  return { urgency, reason: isWithoutGround ? `asked as ${urgency}, no ground given` : `asked as ${urgency}` };
}

/** The given grounds, and those that follow from the kind and the crime areas. */
function groundsOf({ kind, urgencyGrounds, crimeAreas }: Facts): UrgencyGround[] {
  const grounds = new Set([...urgencyGrounds, ...crimeAreas.flatMap((area) => URGENT_CRIME_AREAS[area] ?? [])]);
  // CETS 224 art. 3(2)(c): an emergency is a significant and imminent risk to the life or safety of a person.
  if (kind === 'emergency-disclosure-request') grounds.add('threat-to-life-or-integrity');
  return URGENCY_GROUNDS.filter((ground) => grounds.has(ground));
}

/** Kinds that require one capability, independent of the request of the sender. */
const CAPABILITY_BY_KIND: Partial<Record<Kind, Capability>> = {
  'takedown-notice': 'content-removal',
  'preservation-request': 'data-preservation',
};

function capabilityOf({ kind, capability }: Facts): { capability: Capability; reasons: string[] } {
  const needed = CAPABILITY_BY_KIND[kind];
  if (needed === undefined || needed === capability) return { capability, reasons: [`asked for ${capability}`] };
  return { capability: needed, reasons: [`kind ${kind} needs ${needed}`, `asked for ${capability}`] };
}

function proposedCountries({ countries, leading, verdict }: Ranking): Ranking['countries'] {
  return verdict === 'clear' ? countries : countries.filter(({ country }) => leading.includes(country));
}

function verdictReasons({ countries, leading, verdict, withoutCountry }: Ranking): string[] {
  const [first, second] = countries;
  const reasons: string[] = [];
  if (first === undefined) reasons.push('no sign of a country');
  else if (verdict === 'none') reasons.push(`too little to tell: ${first.score} at best`);
  else if (verdict === 'tie') reasons.push(`too close to call: ${leading.join(', ')}`);
  else if (second === undefined) reasons.push(`only ${first.country}`);
  else reasons.push(`${first.country} ${first.score} before ${second.country} ${second.score}`);
  if (withoutCountry > 0) reasons.push(`${withoutCountry} without a country`);
  return reasons;
}
