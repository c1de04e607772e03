/** What may be added to a referral later: words, and what they rest on. */

import { TextArea } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { CountryList } from './country-input.tsx';
import { IndicatorRows, MaterialRows, OriginRows } from './lists.tsx';

export function AdditionFields() {
  const { words } = useViewer();
  return (
    <>
      <TextArea
        name="addition.summary"
        label={words('referral:field.addition')}
        hint={words('referral:field.addition-hint')}
        rows={6}
      />
      <h2 class="govuk-heading-m">{words('intake:part.indicators')}</h2>
      <CountryList />
      <IndicatorRows prefix="addition." more={1} />
      <h2 class="govuk-heading-m">{words('intake:part.origins')}</h2>
      <OriginRows prefix="addition." />
      <h2 class="govuk-heading-m">{words('intake:part.materials')}</h2>
      <p class="govuk-body">{words('intake:part.materials-hint')}</p>
      <MaterialRows prefix="addition." more={1} />
    </>
  );
}
