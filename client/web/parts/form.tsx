/** Forms: every field says what is wrong with it, keeps what was typed, and needs no script. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';
import { Refilled } from './refilled.tsx';

export function Csrf() {
  return <input type="hidden" name="_csrf" value={useViewer().csrf} />;
}

interface FormProps {
  action: string;
  id?: string;
  /** What was seen of the referral, and the key that makes sending twice once. */
  hidden?: Readonly<Record<string, string | number>>;
  /** With a file among the fields. */
  file?: boolean;
  children: ComponentChildren;
}

/** A form that is sent: once, however often it is pressed. */
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

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is there before anything is typed. */
  value?: string | undefined;
  optional?: boolean | undefined;
  /** Tells two forms of one page apart. */
  of?: string | undefined;
}

/** One line of text. */
export function Input(
  props: FieldProps & { type?: 'text' | 'number' | 'date' | 'email' | 'datetime-local'; width?: 5 | 10 | 20 },
) {
  const { name, type = 'text', width } = props;
  const { id, describedBy, fault } = useField(props);
  const attributes: Record<string, unknown> = { type, value: useTyped(name, props.value)[0] ?? '', ...describedBy };
  const look = `govuk-input${fault ? ' govuk-input--error' : ''}${width ? ` govuk-input--width-${width}` : ''}`;
  return (
    <Group {...props}>
      <input class={look} id={id} name={name} {...attributes} />
    </Group>
  );
}

/** Many lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { name, rows = 4 } = props;
  const { id, describedBy, fault } = useField(props);
  return (
    <Group {...props}>
      <textarea
        class={`govuk-textarea${fault ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        {...describedBy}
      >
        {useTyped(name, props.value)[0] ?? ''}
      </textarea>
    </Group>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}

/** One of many. */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { name, options, empty } = props;
  const { id, describedBy, fault } = useField(props);
  const [chosen] = useTyped(name, props.value);
  return (
    <Group {...props}>
      <select class={`govuk-select${fault ? ' govuk-select--error' : ''}`} id={id} name={name} {...describedBy}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** One of few (`radio`) or any of them (`checkbox`), each with its own words. */
export function Choices(
  props: Omit<FieldProps, 'value'> & {
    kind: 'radio' | 'checkbox';
    options: readonly Option[];
    value?: readonly string[];
  },
) {
  const { name, label, hint, kind, options, value = [], optional } = props;
  const { words } = useViewer();
  const { id, describedBy, fault } = useField(props);
  const typed = useTypedMany(name);
  const chosen = typed ?? value;
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" {...describedBy}>
        <legend class="govuk-fieldset__legend">
          {label} {optional && words('everywhere:field.optional')}
        </legend>
        {hint && (
          <div class="govuk-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <FaultOf id={id} message={fault} />
        <div class={`${block} ${block}--small`}>
          {options.map((option, n) => (
            <div class={`${block}__item`}>
              <input
                class={`${block}__input`}
                id={n === 0 ? id : `${id}-${n}`}
                name={name}
                type={kind}
                value={option.value}
                checked={chosen.includes(option.value)}
              />
              <label class={`govuk-label ${block}__label`} for={n === 0 ? id : `${id}-${n}`}>
                {option.label}
              </label>
              {option.hint && <div class={`govuk-hint ${block}__hint`}>{option.hint}</div>}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** A file that is read, turned into fields and dropped. */
export function FileInput(props: FieldProps & { accept?: string }) {
  const { id, describedBy } = useField(props);
  return (
    <Group {...props}>
      <input class="govuk-file-upload" id={id} name={props.name} type="file" accept={props.accept} {...describedBy} />
    </Group>
  );
}

function Group({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const { words } = useViewer();
  const { id, fault } = useField(props);
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {props.label} {props.optional && words('everywhere:field.optional')}
      </label>
      {props.hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      <FaultOf id={id} message={fault} />
      {children}
    </div>
  );
}

function FaultOf({ id, message }: { id: string; message: string | undefined }) {
  const { words } = useViewer();
  if (message === undefined) return null;
  return (
    <p class="govuk-error-message" id={`${id}-error`}>
      <span class="govuk-visually-hidden">{words('everywhere:error.title')}: </span>
      {message}
    </p>
  );
}

function useField({ name, hint, of }: Pick<FieldProps, 'name' | 'hint' | 'of'>) {
  const { faults } = useViewer();
  const id = of ? `${of}-${fieldId(name)}` : fieldId(name);
  const fault = faults.find(({ field }) => field === name)?.message;
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ');
  return { id, fault, describedBy: described ? { 'aria-describedby': described } : {} };
}

function useTyped(name: string, value: string | undefined): readonly (string | undefined)[] {
  return useViewer().typed[name] ?? [value];
}

/** Of boxes that were all left empty nothing arrives: with anything typed at all, nothing was chosen. */
function useTypedMany(name: string): readonly string[] | undefined {
  const { typed } = useViewer();
  return typed[name] ?? (Object.keys(typed).length > 0 ? [] : undefined);
}

/** Of the first field of that name on a page. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`;
}
