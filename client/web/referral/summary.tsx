/** The summary of a referral as a list of facts. It has codes only, never particulars. */

import type { ComponentChildren } from 'preact';
import type { Referral } from '../../../domain/referral.ts';
import { countryName, languageName } from '../../i18n/countries.ts';
import type { Words } from '../../i18n/i18n.ts';
import { When } from '../parts/due.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';

export function Summary({ view }: { view: ReferralView }) {
  const { words, language } = useViewer();
  const { referral, names } = view;
  const { facts, round, senderAgencyId, senderPersonId, coordinatorAgencyId, handlers } = referral;
  const signs = facts.indicators.map(({ country }) =>
    country === null ? words('everywhere:unknown') : countryName(language, country),
  );
  const rows: [string, ComponentChildren][] = [
    [words('everywhere:column.kind'), words(`codes:kind.${facts.kind}`)],
    [words('referral:fact.crime'), facts.crimeAreas.map((area) => words(`codes:crimeArea.${area}`)).join('; ')],
    [
      words('referral:fact.grounds'),
      facts.urgencyGrounds.map((ground) => words(`codes:urgencyGround.${ground}`)).join('; '),
    ],
    [words('referral:fact.asked'), words(`codes:capability.${facts.capability}`)],
    [words('referral:fact.decided'), decided(referral, words, (code) => countryName(language, code))],
    [
      words('supervisor:network.unrouted'),
      (referral.unserved ?? []).map((code) => countryName(language, code)).join(', '),
    ],
    [
      words('referral:fact.evaluation'),
      `${words(`codes:sourceEvaluation.${facts.evaluation.source}`)}; ${words(`codes:informationEvaluation.${facts.evaluation.information}`)}`,
    ],
    [words('referral:fact.signs'), [...new Set(signs)].join(', ')],
    [words('referral:fact.materials'), facts.materialCount > 0 ? String(facts.materialCount) : ''],
    [words('referral:fact.languages'), facts.languages.map((code) => languageName(language, code)).join(', ')],
    [
      words('referral:fact.instrument'),
      facts.legalInstrument === 'none' ? '' : words(`codes:legalInstrument.${facts.legalInstrument}`),
    ],
    [words('referral:fact.basis'), facts.transferBasis ? words(`codes:transferBasis.${facts.transferBasis}`) : ''],
    [words('referral:fact.incident'), facts.incidentAt && <When at={facts.incidentAt} />],
    [words('everywhere:column.sender'), `${names.agency(senderAgencyId)} (${names.person(senderPersonId)})`],
    [words('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
    [
      words('everywhere:column.handler'),
      Object.entries(handlers)
        .map(([agencyId, personId]) => `${names.person(personId)} (${names.agency(agencyId)})`)
        .join('; '),
    ],
    [words('everywhere:column.submitted'), <When at={referral.submittedAt} />],
    [words('referral:fact.round'), round > 1 ? String(round) : ''],
    [
      words('referral:fact.withdrawal'),
      referral.withdrawal.state === 'asked' ? words('referral:withdrawal-asked') : '',
    ],
    [words('referral:fact.ending'), ending(referral, words, names.referral)],
  ];
  return (
    <dl class="govuk-summary-list">
      {rows
        .filter(([, value]) => value !== '' && value !== undefined)
        .map(([name, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function decided({ triage }: Referral, words: Words, country: (code: string) => string): string {
  if (triage.state !== 'decided') return '';
  const { capability, countries } = triage.decision;
  return [words(`codes:capability.${capability}`), ...countries.map(country)].join('; ');
}

function ending({ ending }: Referral, words: Words, other: (id: string) => string): string {
  switch (ending.state) {
    case 'none':
      return '';
    case 'proposed':
      return words('referral:ending-proposed', { kind: words(`codes:closureKind.${ending.kind}`) });
    case 'closed': {
      const kind = words(`codes:closureKind.${ending.closure.kind}`);
      return ending.closure.kind === 'duplicate' ? `${kind}: ${other(ending.closure.of)}` : kind;
    }
  }
}
