/** From the values of an act's form to the request to the engine, or to what is wrong with them. */

import type { z } from 'zod';
import type { ReferralError } from '../../../domain/errors.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { type ActRequest, actRequest } from '../../contract/acts.ts';
import { type Translate, translatorFor } from '../../i18n/i18n.ts';
import { refusalText } from '../../i18n/refusal.ts';
import type { ParsedForm } from '../form-fields.ts';
import { ADDITION, ADDITION_FIELDS, additionValues } from '../intake/addition-fields.tsx';
import type { ValueType } from '../intake/field-definition.ts';
import { type FieldsRead, type ReadableFields, readFields } from '../intake/read-fields.ts';
import { submissionFaults } from '../intake/submission-errors.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { actFaultMessage } from './act-errors.ts';
import type { FieldKind } from './act-form-fields.ts';
import { ACT_FORMS, isActType, type OfferedActType } from './act-forms.ts';
import { OTHER_POINT } from './candidate-choices.tsx';

/** What every form of an act sends beside its fields. */
const OURS = ['key', 'number', 'seen', 'back', 'questionId', 'translationId', 'recipientId', 'read', 'compared'];
/** And what a person enters that is not part of the act. */
const ASIDE = ['purpose', 'confirmed'];

interface Sent {
  type: OfferedActType;
  formValues: FormValues;
  language: Language;
  /** IANA time zone of the times in the form. */
  zone: string;
}

/** Reads the request of an act from the values of its form. */
export function readActForm({ type, formValues, language, zone }: Sent): ParsedForm<ActRequest> {
  const entered = actFields(formValues);
  const isSupplement = ACT_FORMS[type].fields.some(({ kind }) => kind.of === 'addition');
  const own = isSupplement ? withoutAddition(entered) : entered;
  const { values, unknownFields } = readFields(readableFields(type), own, zone);
  const addition = readFields(ADDITION_FIELDS, isSupplement ? additionValues(entered) : {}, zone);
  const { moreCountries, [OTHER_POINT]: otherPoint, ...given } = values;
  const about = Object.fromEntries(
    ['recipientId', 'questionId', 'translationId'].flatMap((name) =>
      formValues[name]?.[0] ? [[name, formValues[name]?.[0]]] : [],
    ),
  );
  const countries = [given['countries'] ?? [], moreCountries ?? []].flat();
  const parsed = actRequest.safeParse(
    {
      ...{ ...given, ...about, type },
      ...(otherPoint !== undefined && given['contactPoint'] === undefined && { contactPoint: otherPoint }),
      ...(type === 'complete-triage' && { countries: [...new Set(countries)] }),
      ...(isSupplement && { addition: addition.values }),
    },
    { reportInput: true },
  );
  const t = translatorFor(language);
  const faults = [
    ...additionFaults(parsed.error?.issues ?? [], addition, language),
    ...actFaults(type, parsed.error?.issues ?? [], t),
    ...unansweredFaults(type, entered, t),
    ...(otherPoint !== undefined && given['contactPoint'] !== undefined
      ? [{ field: 'contactPoint', message: t('officer:assign.only-one') }]
      : []),
    ...[...unknownFields, ...addition.unknownFields].slice(0, 1).map(() => ({
      field: '',
      message: t('everywhere:field.check'),
    })),
    ...(isConfirmed(type, formValues) ? [] : [{ field: 'confirmed', message: t('clarification:onward.unconfirmed') }]),
  ];
  return parsed.success && faults.length === 0 ? { value: parsed.data } : { formValues, faults };
}

/** The fields of the act alone. */
export function actFields(formValues: FormValues): FormValues {
  return Object.fromEntries(Object.entries(fieldsOf(formValues)).filter(([name]) => !ASIDE.includes(name)));
}

/** The request has a default for these questions. A form asks them, because the default is not a person's answer. */
function unansweredFaults(type: OfferedActType, entered: FormValues, t: Translate): FormFault[] {
  return ACT_FORMS[type].fields.flatMap(({ name, kind }) =>
    kind.of === 'yes-no' && !entered[name]?.[0] ? [{ field: name, message: t(kind.unanswered) }] : [],
  );
}

function isConfirmed(type: OfferedActType, formValues: FormValues): boolean {
  return ACT_FORMS[type].confirm === undefined || formValues['confirmed']?.[0] === 'yes';
}

function withoutAddition(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${ADDITION}.`)));
}

/** How each field of the act's form is read. */
function readableFields(type: OfferedActType): ReadableFields {
  const fields = ACT_FORMS[type].fields.flatMap(({ name, kind }): [string, { type: ValueType }][] => {
    if (kind.of === 'addition') return [];
    const field = { type: valueTypeOf(kind) };
    if (kind.of === 'candidate') return [name, OTHER_POINT].map((each) => [each, field]);
    return kind.of === 'countries'
      ? [
          [name, field],
          ['moreCountries', { type: 'texts' }],
        ]
      : [[name, field]];
  });
  return Object.fromEntries(fields);
}

function valueTypeOf(kind: FieldKind): ValueType {
  switch (kind.of) {
    case 'number':
      return 'number';
    case 'moment':
      return 'instant';
    case 'yes-no':
      return 'flag';
    case 'country':
      return 'country';
    case 'countries':
    case 'languages':
      return 'codes';
    case 'points':
      return 'texts';
    case 'codes':
      return kind.as === 'checkbox' ? 'codes' : 'text';
    default:
      return 'text';
  }
}

/** A refusal of the engine at the field that it names, in the language of the viewer. */
export function faultOfRefusal(error: ReferralError, language: Language): FormFault {
  const message = withActNames(refusalText(error, error.facts, language), translatorFor(language));
  return { field: error.field ?? '', message };
}

/** The messages of errors state acts by the codes of the command line. A page states them as its buttons do. */
function withActNames(message: string, t: Translate): string {
  return message.replaceAll(/"([a-z-]+)"/g, (quoted, code) =>
    isActType(code) ? `"${t(`codes:act.${code}`)}"` : quoted,
  );
}

/** What was entered, without what the form itself sends. */
export function fieldsOf(formValues: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(formValues).filter(([name]) => !OURS.includes(name) && !name.startsWith('shown.')),
  );
}

type Issues = z.ZodError['issues'];

function additionFaults(issues: Issues, { unknownCountries }: FieldsRead, language: Language): FormFault[] {
  const own = issues
    .filter(({ path }) => path[0] === ADDITION && path.length > 1)
    .map((issue) => ({ ...issue, path: issue.path.slice(1) }));
  const faults = submissionFaults({ issues: own, unknownCountries }, language);
  return faults.map(({ field, message }) => ({ field: `${ADDITION}.${field}`, message }));
}

function actFaults(type: OfferedActType, issues: Issues, t: Translate): FormFault[] {
  const own = issues.filter(({ path }) => path[0] !== ADDITION || path.length === 1);
  return own.map((issue) => {
    const field = ACT_FORMS[type].fields.find((each) => each.name === issue.path[0] && each.kind.of !== 'addition');
    return { field: issue.path.join('.'), message: actFaultMessage(issue, field, t) };
  });
}
