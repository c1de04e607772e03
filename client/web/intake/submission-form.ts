/** From the fields of a draft to a submission, or what is still wrong with it, at which field. */

import type { Submission } from '../../../domain/submission.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { submission as submissionSchema } from '../../contract/submission.ts';
import { type Key, type Words, wordsFor } from '../../i18n/i18n.ts';
import type { Fault, FormValues } from '../viewer.ts';
import { coerceFormValues, faultsIn } from './typed-values.ts';

interface Written {
  fields: FormValues;
  language: Language;
  zone: string;
}

export function submissionIn({ fields, language, zone }: Written): {
  submission?: Submission;
  faults: readonly Fault[];
} {
  const parsed = submissionSchema.safeParse(coerceFormValues(fields, zone), { reportInput: true });
  if (parsed.success) return { submission: parsed.data, faults: [] };
  return { faults: faultsIn(parsed.error, wordsFor(language), (field) => labelOf(field, wordsFor(language))) };
}

/** Of a field, or of the row that it stands in. */
function labelOf(field: string, words: Words): string {
  const [root = '', row] = field.split('.');
  const rows = ROWS[root];
  if (rows) return words(rows, { n: Number(row) + 1 });
  const label = LABELS[field];
  return label === undefined ? '' : words(label);
}

const ROWS: Readonly<Record<string, Key>> = {
  indicators: 'intake:row.indicator',
  originReferences: 'intake:row.origin',
  materials: 'intake:row.material',
  subjects: 'intake:row.subject',
  preservation: 'intake:row.preservation',
  particulars: 'intake:row.particular',
};

const LABELS: Readonly<Record<string, Key>> = {
  kind: 'everywhere:column.kind',
  crimeAreas: 'referral:fact.crime',
  urgency: 'referral:field.urgency',
  incidentAt: 'referral:fact.incident',
  summary: 'intake:field.summary',
  capability: 'referral:field.capability',
  'handling.code': 'referral:handling',
  'handling.text': 'intake:field.handling-text',
  languages: 'referral:fact.languages',
};
