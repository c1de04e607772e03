/** A time zone by its IANA name, with the list of all zones. */

import { useViewer } from '../viewer.ts';
import { Input } from './form.tsx';

const LIST = 'zones';

/** Browsers suggest the zones while a person types. A page has at most one such field, so it has the list once. */
export function ZoneInput({ value }: { value: string | undefined }) {
  const { t } = useViewer();
  return (
    <>
      <Input
        name="zone"
        label={t('everywhere:settings.zone')}
        hint={t('everywhere:settings.zone-hint')}
        value={value}
        width={20}
        list={LIST}
      />
      <datalist id={LIST}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </>
  );
}
