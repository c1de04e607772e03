/** Name, address, language and zone of a person, for one who is there and for one who is added. */

import { LANGUAGE_NAMES, LANGUAGES } from '../../../domain/words/languages.ts';
import type { PersonDetails } from '../../../prisma/store/people-edit.ts';
import { Input, Select } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

export function PersonFields({ person }: { person?: PersonDetails }) {
  const { words } = useViewer();
  return (
    <>
      <Input name="name" label={words('administrator:name')} value={person?.name} />
      <Input name="email" type="email" label={words('administrator:email')} value={person?.email} />
      <Select
        name="language"
        label={words('everywhere:settings.language')}
        value={person?.language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Input
        name="zone"
        label={words('everywhere:settings.zone')}
        hint={words('everywhere:settings.zone-hint')}
        value={person?.zone}
        width={20}
      />
    </>
  );
}
