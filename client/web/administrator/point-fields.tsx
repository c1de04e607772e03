/** The fields of a contact point, for one that is there and for one that is added. */

import type { ContactPoint, Directory } from '../../../domain/routing/directory.ts';
import { CONTACT_POINT_TYPES, HANDLING_CODES, KINDS, REGISTRY_CAPABILITIES } from '../../../domain/vocabulary.ts';
import { Choices, Input, Select } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  point?: ContactPoint;
  agencyId: string;
  directory: Directory;
}

export function PointFields({ point, agencyId, directory }: Props) {
  const { words } = useViewer();
  const deputies = directory.contactPoints.filter((each) => each.agencyId === agencyId && each.id !== point?.id);
  return (
    <>
      <Input name="name" label={words('administrator:name')} value={point?.name} />
      <Select
        name="type"
        label={words('administrator:type')}
        value={point?.type}
        options={CONTACT_POINT_TYPES.map((value) => ({ value, label: words(`codes:contactPointType.${value}`) }))}
      />
      <Input name="email" type="email" label={words('administrator:email')} value={point?.email} />
      <Input
        name="dutyEmail"
        type="email"
        label={words('administrator:point.duty-email')}
        hint={words('administrator:point.duty-email-hint')}
        value={point?.dutyEmail}
        optional
      />
      <Select
        name="deputyId"
        label={words('administrator:point.deputy')}
        value={point?.deputyId}
        empty={words('everywhere:none')}
        options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Input
        name="zone"
        label={words('everywhere:settings.zone')}
        hint={words('everywhere:settings.zone-hint')}
        value={point?.zone}
        width={20}
      />
      <Input
        name="hours"
        label={words('administrator:point.hours')}
        hint={words('administrator:point.hours-hint')}
        value={point?.hours}
        width={20}
      />
      <Input
        name="languages"
        label={words('administrator:point.languages')}
        hint={words('administrator:point.languages-hint')}
        value={point?.languages.join(', ')}
        width={20}
      />
      <Choices
        kind="checkbox"
        name="capabilities"
        label={words('administrator:point.capabilities')}
        value={point?.capabilities ?? []}
        options={REGISTRY_CAPABILITIES.map((value) => ({ value, label: words(`codes:capability.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="kinds"
        label={words('administrator:point.kinds')}
        value={point?.kinds ?? []}
        options={KINDS.map((value) => ({ value, label: words(`codes:kind.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="clearances"
        label={words('administrator:point.clearances')}
        value={point?.clearances ?? []}
        options={HANDLING_CODES.map((value) => ({ value, label: words(`codes:handlingCode.${value}`) }))}
      />
    </>
  );
}
