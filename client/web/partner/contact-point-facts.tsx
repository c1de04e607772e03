/** The directory entry of one contact point: what routing, letters and deadlines use. */

import type { ContactPoint } from '../../../domain/routing/directory.ts';
import { languageName } from '../../i18n/countries.ts';
import { hoursText } from '../../i18n/opening-hours.ts';
import type { DrilledPoint } from '../../queries/drills.ts';
import { DrillResult, NextDrill } from '../parts/drill-results.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  point: ContactPoint;
  deputy: ContactPoint | undefined;
  /** Its last drills, and the next one. */
  drilled: DrilledPoint | undefined;
}

/** The data of a contact point. */
export function ContactPointFacts({ point, deputy, drilled }: Props) {
  const { t, language } = useViewer();
  const facts: [string, string][] = [
    [t('referral:column.type'), t(`codes:contactPointType.${point.type}`)],
    [t('partner:point.email'), point.email],
    [t('partner:point.duty'), point.dutyEmail ?? ''],
    [t('partner:point.deputy'), deputy?.name ?? point.deputyId ?? ''],
    [t('partner:point.hours'), `${hoursText(point.hours, language)} (${point.zone})`],
    [t('partner:point.languages'), point.languages.map((code) => languageName(language, code)).join(', ')],
    [t('partner:agency.capabilities'), point.capabilities.map((each) => t(`codes:capability.${each}`)).join(', ')],
    [t('partner:point.kinds'), point.kinds.map((each) => t(`codes:kind.${each}`)).join(', ')],
    [t('partner:point.clearances'), point.clearances.map((code) => t(`codes:handlingCode.${code}`)).join('\n')],
    [t('administrator:point.capacity'), point.capacity === undefined ? '' : `${point.capacity}`],
  ];
  return (
    <>
      <h3 class="govuk-heading-s">
        {point.name} {point.disabled && <Tag colour="grey">{t('administrator:agency.disabled')}</Tag>}
      </h3>
      <dl class="govuk-summary-list">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value desk-words">{value}</dd>
            </div>
          ))}
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{t('partner:agency.verified')}</dt>
          <dd class="govuk-summary-list__value">
            <DateAndTime at={point.verifiedAt} />
          </dd>
        </div>
        {drilled && <DrillRows drilled={drilled} />}
      </dl>
    </>
  );
}

function DrillRows({ drilled: { drills, next } }: { drilled: DrilledPoint }) {
  const { t } = useViewer();
  return (
    <>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('registry:drill.next')}</dt>
        <dd class="govuk-summary-list__value">
          <NextDrill {...(next && { next })} />
        </dd>
      </div>
      {drills.length > 0 && (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{t('registry:drill.title')}</dt>
          <dd class="govuk-summary-list__value">
            {drills.map((drill) => (
              <div>
                <DrillResult drill={drill} />
              </div>
            ))}
          </dd>
        </div>
      )}
    </>
  );
}
