/** Filter fields that several lists share. */

import { KINDS, type Kind, URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import { useViewer } from '../viewer.ts';
import { Select } from './form.tsx';

export function UrgencyFilter({ value }: { value: Urgency | undefined }) {
  const { t } = useViewer();
  return (
    <Select
      name="urgency"
      label={t('everywhere:column.urgency')}
      value={value}
      empty={t('everywhere:list.any')}
      options={URGENCIES.map((urgency) => ({ value: urgency, label: t(`codes:urgency.${urgency}`) }))}
    />
  );
}

export function KindFilter({ value }: { value: Kind | undefined }) {
  const { t } = useViewer();
  return (
    <Select
      name="kind"
      label={t('everywhere:column.kind')}
      value={value}
      empty={t('everywhere:list.any')}
      options={KINDS.map((kind) => ({ value: kind, label: t(`codes:kind.${kind}`) }))}
    />
  );
}

/** Yes, no, or any. */
export function YesNoFilter({ name, label, value }: { name: string; label: string; value: boolean | undefined }) {
  const { t } = useViewer();
  return (
    <Select
      name={name}
      label={label}
      value={value === undefined ? undefined : String(value)}
      empty={t('everywhere:list.any')}
      options={[
        { value: 'true', label: t('everywhere:yes') },
        { value: 'false', label: t('everywhere:no') },
      ]}
    />
  );
}
