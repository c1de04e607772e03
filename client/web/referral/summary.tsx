/** The summary of a referral as a list of facts. It has codes only, never particulars. */

import type { ComponentChildren } from 'preact';
import type { Referral } from '../../../domain/referral.ts';
import { countryName, languageName } from '../../i18n/countries.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { DateAndTime } from '../parts/due.tsx';
import { useViewer } from '../viewer.ts';
import { handlerName } from './names.ts';
import type { ReferralView } from './referral-view.ts';
import { retentionRows } from './retention-rows.tsx';

/** The main facts of a referral as a list. */
export function Summary({ view }: { view: ReferralView }) {
  const viewer = useViewer();
  const { t, language } = viewer;
  const { referral, names, ownReference } = view;
  const { facts, round, senderAgencyId, senderPersonId, coordinatorAgencyId, handlers } = referral;
  const signs = facts.indicators.map(({ country }) =>
    country === null ? t('everywhere:unknown') : countryName(language, country),
  );
  const rows: [string, ComponentChildren][] = [
    [t('referral:field.own-reference'), ownReference ?? ''],
    [t('everywhere:column.kind'), t(`codes:kind.${facts.kind}`)],
    [t('referral:fact.crime'), facts.crimeAreas.map((area) => t(`codes:crimeArea.${area}`)).join('; ')],
    [t('referral:fact.grounds'), facts.urgencyGrounds.map((ground) => t(`codes:urgencyGround.${ground}`)).join('; ')],
    [t('referral:fact.asked'), t(`codes:capability.${facts.capability}`)],
    [t('referral:fact.decided'), decided(referral, t, (code) => countryName(language, code))],
    [t('supervisor:network.unrouted'), (referral.unserved ?? []).map((code) => countryName(language, code)).join(', ')],
    [
      t('referral:fact.evaluation'),
      `${t(`codes:sourceEvaluation.${facts.evaluation.source}`)}; ${t(`codes:informationEvaluation.${facts.evaluation.information}`)}`,
    ],
    [t('referral:fact.signs'), [...new Set(signs)].join(', ')],
    [t('referral:fact.materials'), facts.materialCount > 0 ? String(facts.materialCount) : ''],
    [t('referral:fact.languages'), facts.languages.map((code) => languageName(language, code)).join(', ')],
    [
      t('referral:fact.instrument'),
      facts.legalInstrument === 'none' ? '' : t(`codes:legalInstrument.${facts.legalInstrument}`),
    ],
    [t('referral:fact.basis'), facts.transferBasis ? t(`codes:transferBasis.${facts.transferBasis}`) : ''],
    [
      t('intake:information-access.label'),
      facts.informationAccess ? t(`codes:informationAccess.${facts.informationAccess}`) : '',
    ],
    [t('intake:answer-by.label'), facts.answerBy && <DateAndTime at={facts.answerBy} />],
    [t('referral:fact.incident'), facts.incidentAt && <DateAndTime at={facts.incidentAt} />],
    [
      t('everywhere:column.sender'),
      senderPersonId === ''
        ? names.agency(senderAgencyId)
        : `${names.agency(senderAgencyId)} (${names.person(senderPersonId)})`,
    ],
    [t('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
    [
      t('everywhere:column.handler'),
      Object.entries(handlers)
        .map(([agencyId, personId]) => `${handlerName(names, personId, viewer)} (${names.agency(agencyId)})`)
        .join('; '),
    ],
    [t('everywhere:column.submitted'), <DateAndTime at={referral.submittedAt} />],
    [t('referral:fact.round'), round > 1 ? String(round) : ''],
    [t('referral:fact.withdrawal'), referral.withdrawal.state === 'asked' ? t('referral:withdrawal-asked') : ''],
    [t('referral:fact.ending'), ending(referral, t, names.referral)],
    ...retentionRows(referral, t),
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

function decided({ triage }: Referral, t: Translate, country: (code: string) => string): string {
  if (triage.state !== 'decided') return '';
  const { capability, countries } = triage.decision;
  return [t(`codes:capability.${capability}`), ...countries.map(country)].join('; ');
}

function ending({ ending }: Referral, t: Translate, other: (id: string) => string): string {
  switch (ending.state) {
    case 'none':
      return '';
    case 'proposed':
      return t('referral:ending-proposed', { kind: t(`codes:closureKind.${ending.kind}`) });
    case 'closed': {
      const kind = t(`codes:closureKind.${ending.closure.kind}`);
      return ending.closure.kind === 'duplicate' ? `${kind}: ${other(ending.closure.of)}` : kind;
    }
  }
}
