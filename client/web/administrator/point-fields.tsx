/** The fields of a contact point, for one that is there and for one that is added. */

import type { ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { WEEKDAYS, weekdayTexts } from '../../../domain/routing/opening-hours.ts';
import { CONTACT_POINT_TYPES, HANDLING_CODES, KINDS, REGISTRY_CAPABILITIES } from '../../../domain/vocabulary.ts';
import { weekdayName } from '../../i18n/opening-hours.ts';
import { Choices, Input, Select } from '../parts/form.tsx';
import { ZoneInput } from '../parts/zone-input.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  point?: ContactPoint;
  agencyId: string;
  directory: Directory;
}

export function PointFields({ point, agencyId, directory }: Props) {
  const { t } = useViewer();
  const deputies = directory.contactPoints.filter((each) => each.agencyId === agencyId && each.id !== point?.id);
  return (
    <>
      <Input name="name" label={t('administrator:name')} value={point?.name} />
      <Select
        name="type"
        label={t('administrator:type')}
        value={point?.type}
        {...(point === undefined && { empty: t('everywhere:field.choose') })}
        options={CONTACT_POINT_TYPES.map((value) => ({ value, label: t(`codes:contactPointType.${value}`) }))}
      />
      <Input name="email" type="email" label={t('administrator:email')} value={point?.email} />
      <Input
        name="dutyEmail"
        type="email"
        label={t('administrator:point.duty-email')}
        hint={t('administrator:point.duty-email-hint')}
        value={point?.dutyEmail}
        optional
      />
      <Select
        name="deputyId"
        label={t('administrator:point.deputy')}
        value={point?.deputyId}
        empty={t('everywhere:none')}
        options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ZoneInput value={point?.zone} />
      <Input
        name="calendar"
        label={t('administrator:point.calendar')}
        hint={t('administrator:point.calendar-hint')}
        value={point?.calendar}
        width={10}
        optional
      />
      <HoursFields hours={point?.hours} />
      <Input
        name="languages"
        label={t('administrator:point.languages')}
        hint={t('administrator:point.languages-hint')}
        value={point?.languages.join(', ')}
        width={20}
      />
      <Input
        name="capacity"
        label={t('administrator:point.capacity')}
        hint={t('administrator:point.capacity-hint')}
        value={point?.capacity === undefined ? undefined : `${point.capacity}`}
        width={5}
        optional
      />
      <Input
        name="drillDays"
        label={t('registry:drill.days')}
        hint={t('registry:drill.days-hint')}
        value={point?.drillDays === undefined ? undefined : `${point.drillDays}`}
        width={5}
        optional
      />
      <Choices
        kind="checkbox"
        name="capabilities"
        label={t('administrator:point.capabilities')}
        value={point?.capabilities ?? []}
        options={REGISTRY_CAPABILITIES.map((value) => ({ value, label: t(`codes:capability.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="kinds"
        label={t('administrator:point.kinds')}
        value={point?.kinds ?? []}
        options={KINDS.map((value) => ({ value, label: t(`codes:kind.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="clearances"
        label={t('administrator:point.clearances')}
        value={point?.clearances ?? []}
        options={HANDLING_CODES.map((value) => ({ value, label: t(`codes:handlingCode.${value}`) }))}
      />
    </>
  );
}

/** The same hours on every working day, or hours by weekday. */
function HoursFields({ hours = '' }: { hours?: string | undefined }) {
  const { t, language } = useViewer();
  const byWeekday = weekdayTexts(hours);
  return (
    <>
      <Input
        name="hours"
        label={t('administrator:point.hours')}
        hint={t('administrator:point.hours-hint')}
        value={Object.keys(byWeekday).length > 0 ? '' : hours}
        width={20}
        optional
      />
      <fieldset class="govuk-fieldset" aria-describedby="hours-by-weekday-hint">
        <legend class="govuk-fieldset__legend">{t('administrator:point.by-weekday')}</legend>
        <div class="govuk-hint" id="hours-by-weekday-hint">
          {t('administrator:point.by-weekday-hint')}
        </div>
        {WEEKDAYS.map((weekday) => (
          <Input
            name={`hours${weekday}`}
            label={weekdayName(weekday, language)}
            value={byWeekday[weekday]}
            width={20}
            optional
          />
        ))}
      </fieldset>
    </>
  );
}
