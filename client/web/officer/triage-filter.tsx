/** The filters of the triage queue. They are part of the address. */

import type { ListQuery } from '../../../domain/list-query.ts';
import type { Directory } from '../../../domain/routing/directory.ts';
import { countryOptions } from '../../i18n/country-list.ts';
import { KindFilter, UrgencyFilter } from '../parts/filter-fields.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

/** The form with the filters. */
export function TriageFilter({ query, directory }: { query: ListQuery; directory: Directory }) {
  const { t, language } = useViewer();
  const any = t('everywhere:list.any');
  const senders = directory.agencies
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <FilterForm action="/triage" keeps={{ sort: query.sort, order: query.order }}>
      <UrgencyFilter value={query.urgency} />
      <Select
        name="proposedCountry"
        label={t('waiting:triage.country')}
        value={query.proposedCountry}
        empty={any}
        options={countryOptions(language)}
      />
      <KindFilter value={query.kind} />
      <Select name="sender" label={t('everywhere:column.sender')} value={query.sender} empty={any} options={senders} />
      <Select
        name="proposal"
        label={t('waiting:triage.verdict')}
        value={query.proposal}
        empty={any}
        options={(['clear', 'unclear'] as const).map((value) => ({ value, label: t(`waiting:triage.${value}`) }))}
      />
    </FilterForm>
  );
}
