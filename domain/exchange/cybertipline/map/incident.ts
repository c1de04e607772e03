/** Maps the incident: crime areas, time and urgency. */

import type { Submission } from '../../../submission.ts';
import { URGENCIES, URGENCY_GROUNDS } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { isTrue } from '../lexical-forms.ts';
import { child, children, type Node } from '../node.ts';
import { FILE_ANNOTATIONS, INCIDENT_MEANINGS, type Meaning, REPORT_ANNOTATIONS } from './meanings.ts';

type Incident = Pick<Submission, 'crimeAreas' | 'urgency' | 'urgencyGrounds' | 'incidentAt' | 'summary'>;

/** Maps the incident of a report to the kind, areas, time and urgency of a referral. */
export function mapIncident(report: Node, ledger: Ledger): Incident {
  const [summary] = children(report, 'incidentSummary');
  const type = child(summary, 'incidentType');
  const ofType = INCIDENT_MEANINGS[type?.value ?? ''] ?? { area: 'other' };
  if (ofType.isExact) ledger.mapped(type);
  else ledger.lost('mapped-to-broader-term', type);
  const annotations = meaningsOf(child(summary, 'reportAnnotations')?.children ?? [], REPORT_ANNOTATIONS, ledger);
  return {
    ...combined([ofType, ...escalation(summary, ledger), ...annotations]),
    ...incidentAt(summary, ledger),
    summary: summaryOf(report),
  };
}

/** The crime areas and the urgency of the details of one file. An industry classification means abuse material. */
export function mapFileAnnotations(file: Node, ledger: Ledger): Consequences {
  const classified: Meaning[] = child(file, 'industryClassification') ? [{ area: 'csam-distribution' }] : [];
  // Earlier editions have `potentialMeme` beside the annotations, not among them.
  const annotations = [...children(file, 'potentialMeme'), ...(child(file, 'fileAnnotations')?.children ?? [])];
  return combined([...classified, ...meaningsOf(annotations, FILE_ANNOTATIONS, ledger)]);
}

type Consequences = Pick<Submission, 'crimeAreas' | 'urgency' | 'urgencyGrounds'>;

/** Without an area it is `other`. The highest urgency counts; `informational` only if nothing is more urgent. */
function combined(meanings: readonly Meaning[]): Consequences {
  const areas = new Set(meanings.flatMap(({ area }) => area ?? []));
  if (areas.size > 1) areas.delete('other');
  return {
    crimeAreas: areas.size === 0 ? ['other'] : [...areas],
    urgency: URGENCIES.find((each) => meanings.some(({ urgency }) => urgency === each)) ?? 'standard',
    urgencyGrounds: URGENCY_GROUNDS.filter((each) => meanings.some(({ ground }) => ground === each)),
  };
}

function meaningsOf(list: readonly Node[], table: Readonly<Record<string, Meaning>>, ledger: Ledger): Meaning[] {
  return list.flatMap((annotation) => {
    const meaning = table[annotation.name];
    if (!meaning || !isTrue(annotation.value)) return [];
    if (meaning.isExact) ledger.mapped(annotation);
    else if (meaning.area) ledger.lost('mapped-to-broader-term', annotation);
    else if (meaning.urgency) ledger.mappedAndKept(annotation);
    return [meaning];
  });
}

/** An escalation by the provider is the ground. Its text is also kept as particulars. */
function escalation(summary: Node | undefined, ledger: Ledger): Meaning[] {
  const node = child(summary, 'escalateToHighPriority');
  if (!node?.value.trim()) return [];
  ledger.mappedAndKept(node);
  return [{ urgency: 'urgent', ground: 'threat-to-life-or-integrity' }];
}

/** A time without a zone could be wrong by a day, so it is kept as particulars only. So is a time in the future. */
function incidentAt(summary: Node | undefined, ledger: Ledger): Pick<Submission, 'incidentAt'> {
  const time = child(summary, 'incidentDateTime');
  const instant = ledger.pastInstant(time);
  if (!instant) return {};
  ledger.mapped(time);
  return { incidentAt: instant };
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
