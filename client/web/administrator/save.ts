/** Saves a change from a form. If it is refused, the form is shown again with the entered values and the errors. */

import type { FastifyReply } from 'fastify';
import { ERRORS, ReferralError } from '../../../domain/errors.ts';
import type { Administered } from '../../directory/administer.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { ParsedForm } from '../form-fields.ts';
import { redirectAfterPost } from '../page.tsx';
import { withoutRefused } from '../values-to-repeat.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { FIELDS_WITH_FAULT_TEXT, type FieldWithFaultText } from './fields.ts';

/** How a form that was refused is shown again. */
export interface Refused {
  status: number;
  formValues: FormValues;
  faults: readonly FormFault[];
}

interface Saving<T> {
  form: ParsedForm<T>;
  formValues: FormValues;
  t: Translate;
  /** Where to go once it is done. */
  to: string;
  save: (value: T) => Promise<Administered>;
  /** Reads what there is now, and shows the form. */
  again: (refused: Refused) => Promise<FastifyReply>;
}

/** Saves a form and redirects, or shows it again with its errors. */
export async function saveDirectoryForm<T>(reply: FastifyReply, saving: Saving<T>): Promise<FastifyReply> {
  const { form, formValues, t, to, save, again } = saving;
  if (form.faults) return again({ status: 422, formValues, faults: inWords(form.faults, t) });
  try {
    const result = await save(form.value);
    return redirectAfterPost(reply, result.outcome === 'proposed' ? proposalPath(result.proposalId) : to);
  } catch (error) {
    if (!(error instanceof ReferralError)) throw error;
    // Not found and not yours answer alike.
    if (error.code.startsWith('UNKNOWN_')) return notFound(reply);
    const repeated = withoutRefused(formValues, error);
    return again({ status: ERRORS[error.code].http, formValues: repeated, faults: [faultOf(error, t)] });
  }
}

/** The page of a proposal that was just made. */
function proposalPath(proposalId: string): string {
  return `/admin/proposals/${proposalId}?proposed`;
}

function faultOf({ code, field }: ReferralError, t: Translate): FormFault {
  if (code === 'CHANGED_MEANWHILE') return { field: '', message: t('administrator:stale') };
  const known = FIELDS_WITH_FAULT_TEXT.find((each) => each === field);
  if (known === undefined || code !== 'INVALID_INPUT') return { field: field ?? '', message: t(`codes:error.${code}`) };
  return { field: known, message: t(`administrator:fault.${known}`) };
}

/** One for each field: which of its rules was broken says the field's own text. */
function inWords(faults: readonly FormFault[], t: Translate): FormFault[] {
  const fields = new Set(faults.map(({ field }) => field.split('.')[0] ?? ''));
  return [...fields].map((field) => {
    const known: FieldWithFaultText | undefined = FIELDS_WITH_FAULT_TEXT.find((each) => each === field);
    return { field, message: known ? t(`administrator:fault.${known}`) : t('everywhere:field.check') };
  });
}

/** A missing record and a record of another agency answer alike: as an address that does not exist. */
export function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
