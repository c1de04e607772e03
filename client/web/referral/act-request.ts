/** From a form as it was sent to what is asked of the engine; or what is wrong with it, at which field. */

import type { ReferralError } from '../../../domain/errors.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { type ActRequest, actRequest } from '../../contract/acts.ts';
import { type Words, wordsFor } from '../../i18n/i18n.ts';
import { refusalText } from '../../i18n/refusal.ts';
import type { FormRead } from '../form-fields.ts';
import { coerceFormValues, faultsIn } from '../intake/typed-values.ts';
import type { Fault, FormValues } from '../viewer.ts';
import { ACT_FORMS, type ActType } from './act-forms.ts';

/** What every form of an act sends beside its fields. */
const OURS = ['key', 'seen', 'back', 'questionId', 'recipientId', 'read'];
/** And what a person enters that is not part of the act. */
const ASIDE = ['purpose', 'confirmed'];

interface Sent {
  type: ActType;
  typed: FormValues;
  language: Language;
  /** Whose walls times were read from. */
  zone: string;
}

export function readAct({ type, typed, language, zone }: Sent): FormRead<ActRequest> {
  const { moreCountries, ...values } = coerceFormValues(actFields(typed), zone);
  const about = Object.fromEntries(
    ['recipientId', 'questionId'].flatMap((name) => (typed[name]?.[0] ? [[name, typed[name]?.[0]]] : [])),
  );
  const countries = [values['countries'] ?? [], moreCountries ?? []].flat();
  const parsed = actRequest.safeParse(
    {
      ...{ ...values, ...about, type },
      ...(type === 'complete-triage' && { countries: [...new Set(countries)] }),
    },
    { reportInput: true },
  );
  const words = wordsFor(language);
  if (parsed.success && isConfirmed(type, typed)) return { value: parsed.data };
  const unconfirmed = { field: 'confirmed', message: words('referral:onward.unconfirmed') };
  const faults = parsed.success ? [] : faultsIn(parsed.error, words, labelsOf(type, words));
  return { typed, faults: isConfirmed(type, typed) ? faults : [...faults, unconfirmed] };
}

/** The fields of the act alone. */
export function actFields(typed: FormValues): FormValues {
  return Object.fromEntries(Object.entries(fieldsOf(typed)).filter(([name]) => !ASIDE.includes(name)));
}

function isConfirmed(type: ActType, typed: FormValues): boolean {
  return ACT_FORMS[type].confirm === undefined || typed['confirmed']?.[0] === 'yes';
}

/** A refusal of the engine at the field that it names, in the reader's language. */
export function faultOfRefusal(error: ReferralError, language: Language): Fault {
  return { field: error.field ?? '', message: refusalText(error, error.facts, language) };
}

/** As they were typed, without what the form itself sends. */
export function fieldsOf(typed: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !OURS.includes(name) && !name.startsWith('shown.')),
  );
}

function labelsOf(type: ActType, words: Words): (field: string) => string {
  return (name) => {
    const field = ACT_FORMS[type].fields.find((each) => each.name === name.split('.')[0]);
    return field === undefined || field.kind.of === 'addition' ? '' : words(field.label);
  };
}
