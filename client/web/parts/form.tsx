/** Forms and their fields: each shows its error, keeps what was entered, and works without JavaScript. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';
import { FieldGroup, type FieldProps, FieldSet, useEntered, useField, useSelected } from './field-group.tsx';
import { localTimeText } from './local-time.ts';
import { Refilled } from './refilled.tsx';

/** The hidden field with the CSRF token. */
export function Csrf() {
  return <input type="hidden" name="_csrf" value={useViewer().csrf} />;
}

interface FormProps {
  action: string;
  id?: string;
  /** For example the state of the referral on the page, and the idempotency key. */
  hidden?: Readonly<Record<string, string | number>>;
  /** The form has a file field. */
  file?: boolean;
  children: ComponentChildren;
}

/** A form that is sent by POST with the CSRF token. */
export function Form({ action, id, hidden = {}, file = false, children }: FormProps) {
  return (
    <form
      action={action}
      method="post"
      {...(id && { id })}
      {...(file && { enctype: 'multipart/form-data' })}
      noValidate
    >
      <Csrf />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Refilled action={action} hidden={hidden}>
        {children}
      </Refilled>
    </form>
  );
}

/** The button that sends a form. */
export function Submit({
  children,
  kind,
  name,
  value,
}: {
  children: ComponentChildren;
  kind?: 'secondary' | 'warning';
  name?: string;
  value?: string;
}) {
  return (
    <button
      type="submit"
      class={`govuk-button${kind ? ` govuk-button--${kind}` : ''}`}
      {...(name && { name })}
      {...(value && { value })}
    >
      {children}
    </button>
  );
}

interface InputProps extends FieldProps {
  /** `datetime-local` shows instants as local time of the viewer. */
  type?: 'text' | 'number' | 'date' | 'email' | 'datetime-local';
  width?: 5 | 10 | 20;
  /** The id of a `datalist` with suggestions. */
  list?: string;
  /** From what was entered or stored to what the field shows. */
  format?: (text: string) => string;
}

/** One line of text. */
export function Input(props: InputProps) {
  const { name, type = 'text', width, list } = props;
  const { zone } = useViewer();
  const { id, describedBy, fault } = useField(props);
  const { format = type === 'datetime-local' ? (text: string) => localTimeText(text, zone) : (text: string) => text } =
    props;
  const attributes: Record<string, unknown> = {
    type,
    value: format(useEntered(name, props.value)),
    // Otherwise browsers suggest what was entered for other cases, too.
    ...(list && { list, autocomplete: 'off' }),
    ...describedBy,
  };
  const look = `govuk-input${fault ? ' govuk-input--error' : ''}${width ? ` govuk-input--width-${width}` : ''}`;
  return (
    <FieldGroup {...props}>
      <input class={look} id={id} name={name} {...attributes} />
    </FieldGroup>
  );
}

/** Many lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { name, rows = 4 } = props;
  const { id, describedBy, fault } = useField(props);
  return (
    <FieldGroup {...props}>
      <textarea
        class={`govuk-textarea${fault ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        {...describedBy}
      >
        {useEntered(name, props.value)}
      </textarea>
    </FieldGroup>
  );
}

/** One option of a select or a group of choices. */
export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Of a select: options of one group stand below its label, after those without a group. */
  group?: string;
}

/** A list to select one option from. `empty` is the label of an option without a value. */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { name, options, empty } = props;
  const { id, describedBy, fault } = useField(props);
  const selected = useEntered(name, props.value);
  return (
    <FieldGroup {...props}>
      <select class={`govuk-select${fault ? ' govuk-select--error' : ''}`} id={id} name={name} {...describedBy}>
        {empty !== undefined && <option value="">{empty}</option>}
        {[...Map.groupBy(options, ({ group }) => group)].map(([group, grouped]) => {
          const listed = grouped.map(({ value, label }) => (
            <option value={value} selected={value === selected}>
              {label}
            </option>
          ));
          return group === undefined ? listed : <optgroup label={group}>{listed}</optgroup>;
        })}
      </select>
    </FieldGroup>
  );
}

/** One option of a few (`radio`), or any of them (`checkbox`). */
export function Choices(
  props: Omit<FieldProps, 'value'> & {
    kind: 'radio' | 'checkbox';
    options: readonly Option[];
    value?: readonly string[];
  },
) {
  const { name, kind, options, value = [] } = props;
  const { id } = useField(props);
  const selected = useSelected(name) ?? value;
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  return (
    <FieldSet {...props}>
      <div class={`${block} ${block}--small`}>
        {options.map((option, n) => (
          <Choice
            {...{ block, kind, name, option }}
            id={n === 0 ? id : `${id}-${n}`}
            checked={selected.includes(option.value)}
          />
        ))}
      </div>
    </FieldSet>
  );
}

/** A single checkbox with the value `true`. */
export function Checkbox({ name, label }: { name: string; label: string }) {
  const { id } = useField({ name });
  const checked = useEntered(name, undefined) === 'true';
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <Choice block="govuk-checkboxes" kind="checkbox" {...{ id, name, checked }} option={{ value: 'true', label }} />
    </div>
  );
}

interface ChoiceProps {
  block: 'govuk-radios' | 'govuk-checkboxes';
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
}

function Choice({ block, kind, id, name, option: { value, label, hint }, checked }: ChoiceProps) {
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={value}
        checked={checked}
        {...(hint && { 'aria-describedby': `${id}-option-hint` })}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {label}
      </label>
      {hint && (
        <div class={`govuk-hint ${block}__hint`} id={`${id}-option-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** The server parses the file and does not store it. */
export function FileInput(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const { id, describedBy } = useField(props);
  return (
    <FieldGroup {...props}>
      <input
        class="govuk-file-upload"
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...describedBy}
      />
    </FieldGroup>
  );
}
