/** The filters of a list of referrals. They are part of the address. */

import type { ListQuery } from '../../../domain/list-query.ts';
import { REFERRAL_STATUSES } from '../../../domain/statuses.ts';
import { countryOptions } from '../../i18n/country-list.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { addressOfList } from '../../queries/list-address.ts';
import { KindFilter, UrgencyFilter, YesNoFilter } from '../parts/filter-fields.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

/** The form with the filters of a list. */
export function ListFilterForm({ action, query, names }: { action: string; query: ListQuery; names: Names }) {
  const { t, language } = useViewer();
  const any = t('everywhere:list.any');
  const handler = typeof query.handler === 'object' ? query.handler.personId : query.handler;
  const handlers = [
    { value: 'me', label: t('officer:filter.me') },
    { value: 'nobody', label: t('officer:filter.nobody') },
    { value: 'left', label: t('officer:filter.left') },
    ...(typeof query.handler === 'object'
      ? [{ value: query.handler.personId, label: names.person(query.handler.personId) }]
      : []),
  ];
  const keeps = keptOf(query);
  const isNarrower = Object.keys(keeps).some((name) => !['sort', 'order', 'desk'].includes(name));
  return (
    <FilterForm action={action} keeps={keeps}>
      {isNarrower && <p class="govuk-hint">{t('officer:filter.narrower')}</p>}
      <Select
        name="status"
        label={t('everywhere:column.status')}
        value={query.status}
        empty={any}
        options={REFERRAL_STATUSES.map((value) => ({ value, label: t(`codes:referralStatus.${value}`) }))}
      />
      <Select
        name="open"
        label={t('officer:filter.open')}
        value={query.open === undefined ? undefined : String(query.open)}
        empty={any}
        options={[
          { value: 'true', label: t('officer:filter.is-open') },
          { value: 'false', label: t('officer:filter.is-closed') },
        ]}
      />
      <UrgencyFilter value={query.urgency} />
      <KindFilter value={query.kind} />
      <Select
        name="relation"
        label={t('officer:filter.relation')}
        value={query.relation}
        empty={any}
        options={(['sender', 'coordinator', 'recipient'] as const).map((value) => ({
          value,
          label: t(`codes:relation.${value}`),
        }))}
      />
      <Select name="handler" label={t('everywhere:column.handler')} value={handler} empty={any} options={handlers} />
      <Select
        name="country"
        label={t('officer:filter.country')}
        value={query.country}
        empty={any}
        options={countryOptions(language)}
      />
      <YesNoFilter name="breached" label={t('officer:filter.breached')} value={query.breached} />
      <YesNoFilter name="unread" label={t('everywhere:list.unread')} value={query.unread} />
    </FilterForm>
  );
}

const FIELDS = ['status', 'open', 'urgency', 'kind', 'relation', 'handler', 'country', 'breached', 'unread'];

/** What the fields do not show stays in force: figures lead here with more than anybody would fill in. */
function keptOf({ cursor: _, limit: __, ...query }: ListQuery): Record<string, string> {
  const { searchParams } = new URL(addressOfList('/', query), 'http://localhost');
  return Object.fromEntries([...searchParams].filter(([name]) => !FIELDS.includes(name)));
}
