/** From the values of a draft to a submission, or to what is wrong with them. */

import type { Submission } from '../../../domain/submission.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { submission as submissionSchema } from '../../contract/submission.ts';
import type { FormFault, FormValues } from '../viewer.ts';
import { isList, type SubmissionField } from './field-definition.ts';
import { readFields } from './read-fields.ts';
import { submissionFaults } from './submission-errors.ts';
import { SUBMISSION_FIELDS } from './submission-fields.ts';

interface Entered {
  fields: FormValues;
  language: Language;
  /** IANA time zone of the times in the form. */
  zone: string;
}

/** @returns no submission if there are faults. Each fault has the name of its field in the form. */
export function readSubmission({ fields, language, zone }: Entered): {
  submission?: Submission;
  faults: readonly FormFault[];
} {
  const { values, unknownCountries } = readFields(SUBMISSION_FIELDS, fields, zone);
  const parsed = submissionSchema.safeParse({ ...NOTHING_SELECTED, ...values });
  if (parsed.success && unknownCountries.length === 0) return { submission: parsed.data, faults: [] };
  const issues = parsed.error?.issues ?? [];
  return { faults: submissionFaults({ issues, unknownCountries }, language) };
}

/** Browsers send nothing for boxes that are all empty. A default of the schema must not replace the answer. */
const NOTHING_SELECTED = Object.fromEntries(
  Object.entries<SubmissionField>(SUBMISSION_FIELDS)
    .filter(([, field]) => !isList(field) && field.type === 'codes')
    .map(([name]) => [name, []]),
);
