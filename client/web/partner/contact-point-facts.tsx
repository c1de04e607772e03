/** One contact point as the directory has it: by this it is found, written to and waited for. */

import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { languageName } from '../../i18n/countries.ts';
import { When } from '../parts/due.tsx';
import { useViewer } from '../viewer.ts';

export function ContactPointFacts({ point, deputy }: { point: ContactPoint; deputy: ContactPoint | undefined }) {
  const { words, language } = useViewer();
  const facts: [string, string][] = [
    [words('referral:column.type'), words(`codes:contactPointType.${point.type}`)],
    [words('partner:point.email'), point.email],
    [words('partner:point.duty'), point.dutyEmail ?? ''],
    [words('partner:point.deputy'), deputy?.name ?? point.deputyId ?? ''],
    [words('partner:point.hours'), `${point.hours} (${point.zone})`],
    [words('partner:point.languages'), point.languages.map((code) => languageName(language, code)).join(', ')],
    [
      words('partner:agency.capabilities'),
      point.capabilities.map((each) => words(`codes:capability.${each}`)).join(', '),
    ],
    [words('partner:point.kinds'), point.kinds.map((each) => words(`codes:kind.${each}`)).join(', ')],
    [words('partner:point.clearances'), point.clearances.join(', ')],
  ];
  return (
    <>
      <h3 class="govuk-heading-s">{point.name}</h3>
      <dl class="govuk-summary-list">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value">{value}</dd>
            </div>
          ))}
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{words('partner:agency.verified')}</dt>
          <dd class="govuk-summary-list__value">
            <When at={point.verifiedAt} />
          </dd>
        </div>
      </dl>
    </>
  );
}
