/** Name, address, language and zone of a person, for one who is there and for one who is added. */

import type { PersonDetails } from '../../../domain/administration/directory-edit.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../domain/words/languages.ts';
import { Input, Select } from '../parts/form.tsx';
import { ZoneInput } from '../parts/zone-input.tsx';
import { useViewer } from '../viewer.ts';

export function PersonFields({ person }: { person?: PersonDetails }) {
  const { t } = useViewer();
  return (
    <>
      <Input name="name" label={t('administrator:name')} value={person?.name} />
      <Input name="email" type="email" label={t('administrator:email')} value={person?.email} />
      <Select
        name="language"
        label={t('everywhere:settings.language')}
        value={person?.language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <ZoneInput value={person?.zone} />
    </>
  );
}
