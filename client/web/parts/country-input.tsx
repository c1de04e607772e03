/** A country by name or code, with the list of countries once for all fields of a page. */

import { countryLabel, countryOptions, findCountry } from '../../i18n/country-list.ts';
import { useViewer } from '../viewer.ts';
import type { FieldProps } from './field-group.tsx';
import { Input } from './form.tsx';

const LIST = 'countries';

/** What the fields of the page suggest: a `select` in each row would make the page too large. */
export function CountryList() {
  const { language } = useViewer();
  return (
    <datalist id={LIST}>
      {countryOptions(language).map(({ value }) => (
        <option value={countryLabel(language, value)} />
      ))}
    </datalist>
  );
}

/** Needs a `CountryList` on the page. Read the text with `findCountry`, which never guesses. */
export function CountryInput(props: FieldProps) {
  const { language } = useViewer();
  const format = (text: string) => {
    const country = findCountry(text);
    return country === undefined ? text : countryLabel(language, country);
  };
  return <Input {...props} list={LIST} width={20} format={format} />;
}
