/** Maps the incident: crime areas, time and urgency. */

import type { Submission } from '../../../submission.ts';
import type { CrimeArea } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { instantFromDateTime, isTrue } from '../lexical-forms.ts';
import { child, children, type Node } from '../node.ts';
import type { INCIDENT_TYPES } from '../schema/incidents.ts';

type Incident = Pick<Submission, 'crimeAreas' | 'urgency' | 'urgencyGrounds' | 'incidentAt' | 'summary'>;

const AREAS: Readonly<Record<string, CrimeArea>> = {
  'Child Pornography (possession, manufacture, and distribution)': 'csam-distribution',
  'Child Sex Trafficking': 'child-trafficking',
  'Child Sex Tourism': 'other',
  'Child Sexual Molestation': 'other',
  'Misleading Domain Name': 'other',
  'Misleading Words or Digital Images on the Internet': 'other',
  'Online Enticement of Children for Sexual Acts': 'grooming-solicitation',
  'Unsolicited Obscene Material Sent to a Child': 'grooming-solicitation',
} satisfies Record<(typeof INCIDENT_TYPES)[number], CrimeArea>;

/** Incident types whose crime area has the same meaning. */
const EXACT: readonly string[] = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Online Enticement of Children for Sexual Acts',
];

const AREAS_OF_ANNOTATIONS: Readonly<Record<string, CrimeArea>> = {
  sextortion: 'sexual-extortion',
  csamSolicitation: 'grooming-solicitation',
};

export function mapIncident(report: Node, ledger: Ledger): Incident {
  const [summary] = children(report, 'incidentSummary');
  return {
    crimeAreas: crimeAreas(summary, ledger),
    ...urgency(summary, ledger),
    ...incidentAt(summary, ledger),
    summary: summaryOf(report),
  };
}

function crimeAreas(summary: Node | undefined, ledger: Ledger): CrimeArea[] {
  const type = child(summary, 'incidentType');
  if (type && EXACT.includes(type.value)) ledger.mapped(type);
  else ledger.lost('mapped-to-broader-term', type);
  const areas = [AREAS[type?.value ?? ''] ?? 'other'];
  for (const annotation of child(summary, 'reportAnnotations')?.children ?? []) {
    const area = AREAS_OF_ANNOTATIONS[annotation.name];
    if (!area || !isTrue(annotation.value)) continue;
    areas.push(area);
    ledger.mapped(annotation);
  }
  return [...new Set(areas)];
}

/** An escalation by the provider is the ground. Its text is also kept as particulars. */
function urgency(summary: Node | undefined, ledger: Ledger): Pick<Submission, 'urgency' | 'urgencyGrounds'> {
  const escalation = child(summary, 'escalateToHighPriority');
  if (!escalation?.value.trim()) return { urgency: 'standard', urgencyGrounds: [] };
  ledger.mappedAndKept(escalation);
  return { urgency: 'urgent', urgencyGrounds: ['threat-to-life-or-integrity'] };
}

/** A time without a zone could be wrong by a day, so it is kept as particulars only. */
function incidentAt(summary: Node | undefined, ledger: Ledger): Pick<Submission, 'incidentAt'> {
  const time = child(summary, 'incidentDateTime');
  const instant = time && instantFromDateTime(time.value);
  if (!instant) ledger.lost('value-not-usable', time);
  else ledger.mapped(time);
  return instant ? { incidentAt: instant } : {};
}

function summaryOf(report: Node): string {
  const type = child(child(report, 'incidentSummary'), 'incidentType')?.value;
  const counts = [
    ['Accounts reported', 'personOrUserReported'],
    ['intended recipients', 'intendedRecipient'],
    ['victims', 'victim'],
    ['incident details', 'internetDetails'],
  ].map(([words, name = '']) => `${words}: ${children(report, name).length}`);
  return `CyberTipline report of a provider. ${type}. ${counts.join('; ')}.`;
}
