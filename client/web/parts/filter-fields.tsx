/** Filter fields that several lists share. */

import { KINDS, type Kind, URGENCIES, type Urgency } from '../../../domain/vocabulary.ts';
import { useViewer } from '../viewer.ts';
import { Select } from './form.tsx';

export function UrgencyFilter({ value }: { value: Urgency | undefined }) {
  const { words } = useViewer();
  return (
    <Select
      name="urgency"
      label={words('everywhere:column.urgency')}
      value={value}
      empty={words('everywhere:list.any')}
      options={URGENCIES.map((urgency) => ({ value: urgency, label: words(`codes:urgency.${urgency}`) }))}
    />
  );
}

export function KindFilter({ value }: { value: Kind | undefined }) {
  const { words } = useViewer();
  return (
    <Select
      name="kind"
      label={words('everywhere:column.kind')}
      value={value}
      empty={words('everywhere:list.any')}
      options={KINDS.map((kind) => ({ value: kind, label: words(`codes:kind.${kind}`) }))}
    />
  );
}

/** Yes, no, or any. */
export function YesNoFilter({ name, label, value }: { name: string; label: string; value: boolean | undefined }) {
  const { words } = useViewer();
  return (
    <Select
      name={name}
      label={label}
      value={value === undefined ? undefined : String(value)}
      empty={words('everywhere:list.any')}
      options={[
        { value: 'true', label: words('everywhere:yes') },
        { value: 'false', label: words('everywhere:no') },
      ]}
    />
  );
}
