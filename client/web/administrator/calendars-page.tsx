/** Holidays and closed days as tables, with a form to add a day. */

import { type Agency, type ClosedDay, type HalfDay, isHalfDay } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import { day as dayIn } from '../../i18n/dates.ts';
import { FilterForm } from '../parts/filter-form.tsx';
import { Form, Input, Select, Submit } from '../parts/form.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

export interface CalendarsProps {
  /** Undefined where the viewer's agencies belong to none. */
  country: string | undefined;
  year: number;
  holidays: readonly (readonly [day: string, name: string])[];
  countries: readonly string[];
  years: readonly number[];
  agencies: readonly Agency[];
  days: readonly (ClosedDay | HalfDay)[];
}

export function CalendarsPage(props: CalendarsProps) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.calendars')}</h1>
      <p class="govuk-body">{t('administrator:calendar.what-for')}</p>
      <ClosedDays {...props} />
      <Holidays {...props} />
    </>
  );
}

function ClosedDays({ agencies, days }: CalendarsProps) {
  const { t, language } = useViewer();
  const agencyName = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? id;
  return (
    <>
      <Table
        caption={t('administrator:calendar.closed')}
        titled
        rows={days}
        empty={t('administrator:calendar.no-closed')}
        columns={[
          { key: 'day', title: t('administrator:calendar.day'), cell: ({ day }) => dayIn(day, language, 'UTC') },
          { key: 'agency', title: t('everywhere:column.agency'), cell: ({ agencyId }) => agencyName(agencyId) },
          { key: 'name', title: t('administrator:calendar.reason'), cell: ({ name }) => name },
          {
            ...{ key: 'closes', title: t('administrator:calendar.closes') },
            cell: (each) => (isHalfDay(each) ? each.closesAt : t('administrator:calendar.all-day')),
          },
          {
            ...{ key: 'remove', title: t('everywhere:remove'), action: true },
            cell: ({ agencyId, day }) => (
              <a href={`/admin/calendars/${encodeURIComponent(agencyId)}/${day}/remove`}>
                {t('everywhere:remove')} <span class="govuk-visually-hidden">{day}</span>
              </a>
            ),
          },
        ]}
      />
      <ListFoot />
      <h2 class="govuk-heading-s">{t('administrator:calendar.add')}</h2>
      <Form action="/admin/calendars">
        <Select
          name="agencyId"
          label={t('everywhere:column.agency')}
          empty={t('everywhere:field.choose')}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Input name="day" type="date" label={t('administrator:calendar.day')} width={10} />
        <Input name="name" label={t('administrator:calendar.reason')} width={20} />
        <Input
          name="closesAt"
          label={t('administrator:calendar.closes-at')}
          hint={t('administrator:calendar.closes-at-hint')}
          width={5}
          optional
        />
        <Submit>{t('everywhere:add')}</Submit>
      </Form>
    </>
  );
}

function Holidays({ country, year, holidays, countries, years }: CalendarsProps) {
  const { t, language } = useViewer();
  if (country === undefined) return null;
  return (
    <>
      <FilterForm action="/admin/calendars">
        <Select
          name="country"
          label={t('everywhere:column.country')}
          value={country}
          options={countries.map((value) => ({ value, label: countryName(language, value) }))}
        />
        <Select
          name="year"
          label={t('administrator:calendar.year')}
          value={String(year)}
          options={years.map((value) => ({ value: String(value), label: String(value) }))}
        />
      </FilterForm>
      <Table
        caption={t('administrator:calendar.of', { country: countryName(language, country), year: String(year) })}
        titled
        rows={holidays}
        empty={t('administrator:calendar.no-holidays')}
        columns={[
          { key: 'day', title: t('administrator:calendar.day'), cell: ([day]) => dayIn(day, language, 'UTC') },
          { key: 'name', title: t('administrator:calendar.holiday'), cell: ([, name]) => name },
        ]}
      />
    </>
  );
}
