/** A country by its code, with every country to choose from once on the page: a list in each row would be a long page. */

import { countryOptions } from '../referral/countries.ts';
import { useViewer } from '../viewer.ts';

const LIST = 'countries';

export function CountryList() {
  const { language } = useViewer();
  return (
    <datalist id={LIST}>
      {countryOptions(language).map(({ value, label }) => (
        <option value={value}>{label}</option>
      ))}
    </datalist>
  );
}

/** Needs a `CountryList` on the page. */
export function CountryInput({ name }: { name: string }) {
  const { words, typed, faults } = useViewer();
  const id = `f-${name.replaceAll('.', '-')}`;
  const fault = faults.find(({ field }) => field === name)?.message;
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {words('everywhere:column.country')}
      </label>
      <div class="govuk-hint" id={`${id}-hint`}>
        {words('intake:row.country-hint')}
      </div>
      {fault && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">{words('everywhere:error.title')}: </span>
          {fault}
        </p>
      )}
      <input
        class={`govuk-input govuk-input--width-5${fault ? ' govuk-input--error' : ''}`}
        id={id}
        name={name}
        list={LIST}
        maxLength={2}
        value={typed[name]?.[0] ?? ''}
        aria-describedby={fault ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
    </div>
  );
}
