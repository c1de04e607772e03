/** The form control of a field, as the table defines it. */

import { languageName } from '../../i18n/countries.ts';
import { CountryInput } from '../parts/country-input.tsx';
import { Checkbox, Choices, Input, Select, TextArea } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { CodeOption, ValueField } from './field-definition.ts';

interface Props {
  name: string;
  field: ValueField;
  /** ISO 639-1 codes to select from. */
  languages?: readonly string[];
}

export function FieldControl({ name, field, languages = [] }: Props) {
  const { t, language } = useViewer();
  const { control, optional } = field;
  const texts = { name, label: t(field.label), hint: field.hint && t(field.hint), optional };
  const inWords = (options: readonly CodeOption[]) => options.map(({ value, label }) => ({ value, label: t(label) }));
  switch (control.as) {
    case 'hidden':
      return null;
    case 'input':
      return <InputOfType {...texts} type={field.type} wide={control.wide ?? false} />;
    case 'text-area':
      return <TextArea {...texts} rows={control.rows} />;
    case 'radio':
      return <Choices {...texts} kind="radio" options={inWords(control.options)} />;
    case 'checkboxes':
      return <Choices {...texts} kind="checkbox" options={inWords(control.options)} />;
    case 'languages': {
      const options = languages.map((value) => ({ value, label: languageName(language, value) }));
      return <Choices {...texts} kind="checkbox" options={options} />;
    }
    case 'select': {
      const empty = control.none && t(control.none);
      return <Select {...texts} options={inWords(control.options)} {...(empty && { empty })} />;
    }
  }
}

interface InputOfTypeProps {
  name: string;
  label: string;
  hint: string | undefined;
  optional: boolean | undefined;
  type: ValueField['type'];
  wide: boolean;
}

function InputOfType({ type, wide, ...texts }: InputOfTypeProps) {
  switch (type) {
    case 'flag':
      return <Checkbox {...texts} />;
    case 'country':
    case 'country-or-null':
      return <CountryInput {...texts} />;
    case 'instant':
      return <Input {...texts} type="datetime-local" width={20} />;
    case 'number':
      return <Input {...texts} type="number" width={5} />;
    default:
      return <Input {...texts} {...(!wide && { width: 20 })} />;
  }
}
