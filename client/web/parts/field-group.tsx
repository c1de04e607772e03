/** What all fields of a form share: label, hint and error message, and how they refer to each other. */

import type { ComponentChildren } from 'preact';
import { labelled } from '../../i18n/labelled.ts';
import { useViewer } from '../viewer.ts';

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  /** Shown unless something was entered. */
  value?: string | undefined;
  optional?: boolean | undefined;
  /** Distinguishes two forms of one page. */
  of?: string | undefined;
}

/** A form field with label, hint and error. */
export function FieldGroup({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const { t } = useViewer();
  const { id, fault } = useField(props);
  return (
    <div class={groupClass(fault)}>
      <label class="govuk-label" for={id}>
        {props.label}
        {props.optional && ` ${t('everywhere:field.optional')}`}
      </label>
      <HintAndError id={id} hint={props.hint} fault={fault} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldSet({ children, ...props }: Omit<FieldProps, 'value'> & { children: ComponentChildren }) {
  const { t } = useViewer();
  const { id, fault, describedBy } = useField(props);
  return (
    <div class={groupClass(fault)}>
      <fieldset class="govuk-fieldset" {...describedBy}>
        <legend class="govuk-fieldset__legend">
          {props.label} {props.optional && t('everywhere:field.optional')}
        </legend>
        <HintAndError id={id} hint={props.hint} fault={fault} />
        {children}
      </fieldset>
    </div>
  );
}

function groupClass(fault: string | undefined): string {
  return `govuk-form-group${fault ? ' govuk-form-group--error' : ''}`;
}

interface HintAndErrorProps {
  id: string;
  hint: string | undefined;
  fault: string | undefined;
}

function HintAndError({ id, hint, fault }: HintAndErrorProps) {
  const { t } = useViewer();
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">{labelled(t, t('everywhere:error.title'), '')}</span>
          {fault}
        </p>
      )}
    </>
  );
}

/** The ids and the error of a form field. */
export function useField({ name, hint, of }: Pick<FieldProps, 'name' | 'hint' | 'of'>) {
  const { faults } = useViewer();
  const id = of ? `${of}-${fieldId(name)}` : fieldId(name);
  const fault = faults.find(({ field }) => field === name)?.message;
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ');
  return { id, fault, describedBy: described ? { 'aria-describedby': described } : {} };
}

/** The text that a field shows: what was entered, or else its value. */
export function useEntered(name: string, value: string | undefined): string {
  const { formValues } = useViewer();
  return (name in formValues ? formValues[name]?.[0] : value) ?? '';
}

/** Browsers send nothing for boxes that are all empty: if anything was entered at all, nothing was selected. */
export function useSelected(name: string): readonly string[] | undefined {
  const { formValues } = useViewer();
  return formValues[name] ?? (Object.keys(formValues).length > 0 ? [] : undefined);
}

/** The id of the first field with this name on a page. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`;
}
