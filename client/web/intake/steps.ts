/** The five steps of a new referral, and the fields of each. */

import { FORM_STEPS, type FormStep, isList, type SubmissionField } from './field-definition.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';

/** The steps of the intake form, in order. */
export const STEPS = [...FORM_STEPS, 'check'] as const;
export type IntakeStep = (typeof STEPS)[number];

const FIELDS: readonly (readonly [string, SubmissionField])[] = Object.entries(SUBMISSION_FIELDS);

/** Name and table row of each field of the step, in the order of the form. */
export function fieldsOfStep(step: FormStep): readonly (readonly [string, SubmissionField])[] {
  return FIELDS.filter(([, field]) => field.step === step);
}

/** The step of a field by its name in the form; `check` for what belongs to no step. */
export function stepOf(name: string): IntakeStep {
  const found = FIELDS.find(([field, definition]) => isPartOf(name, field, definition));
  return found?.[1].step ?? 'check';
}

function isPartOf(name: string, field: string, definition: SubmissionField): boolean {
  const isInList = isList(definition) && name.startsWith(`${field}.`);
  return name === field || isInList || field.startsWith(`${name}.`);
}

export function isStep(name: string): name is IntakeStep {
  return STEPS.some((step) => step === name);
}

export function stepAfter(step: IntakeStep): IntakeStep {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'check';
}
