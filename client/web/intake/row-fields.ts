/** The table of the intake form, continued: the fields of each list's rows. The first two fields name a row. */

import type {
  JurisdictionIndicator,
  MaterialReference,
  OriginReference,
  ParticularsEntry,
  PreservationEntry,
  Subject,
} from '../../../domain/submission.ts';
import {
  CLASSIFICATIONS,
  HASH_ALGORITHMS,
  INDICATOR_BASES,
  INDICATOR_PARTIES,
  INDUSTRY_CLASSIFICATIONS,
  LEGAL_INSTRUMENTS,
  SUBJECT_CATEGORIES,
} from '../../../domain/vocabulary.ts';
import { type ListField, optionsOf } from './field-definition.ts';

type RowFields<Row> = ListField<Row>['rows'];

const text = { type: 'text', control: { as: 'input' } } as const;
const instant = { type: 'instant', control: { as: 'input' } } as const;
const flag = { type: 'flag', control: { as: 'input' }, error: 'everywhere:field.check' } as const;
const hidden = { control: { as: 'hidden' }, error: 'everywhere:field.check' } as const;
const choose = 'everywhere:field.choose';

/** The fields of a row of particulars. */
export const PARTICULARS_ENTRY: RowFields<ParticularsEntry> = {
  label: {
    ...text,
    label: 'intake:particulars.label',
    hint: 'intake:particulars.label-hint',
    error: 'intake:particulars.label-error',
  },
  value: {
    type: 'text',
    control: { as: 'text-area', rows: 2 },
    label: 'intake:particulars.value',
    error: 'intake:particulars.value-error',
  },
};

/** The fields of a jurisdiction indicator. */
export const INDICATOR: RowFields<JurisdictionIndicator> = {
  country: {
    type: 'country-or-null',
    control: { as: 'input' },
    label: 'everywhere:column.country',
    hint: 'intake:indicators.country-hint',
    error: 'intake:indicators.country-error',
  },
  basis: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(INDICATOR_BASES, (code) => `codes:indicatorBasis.${code}`),
      none: choose,
    },
    label: 'intake:indicators.basis',
    error: 'intake:indicators.basis-error',
  },
  party: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(INDICATOR_PARTIES, (code) => `codes:subjectCategory.${code}`),
      none: 'everywhere:unknown',
    },
    label: 'intake:indicators.party',
    hint: 'intake:indicators.party-hint',
    error: 'everywhere:field.choose',
    optional: true,
  },
  value: {
    ...text,
    label: 'intake:indicators.value',
    hint: 'intake:indicators.value-hint',
    error: 'intake:indicators.value-error',
    optional: true,
  },
  observedAt: { ...hidden, type: 'instant', label: 'intake:indicators.observed-at' },
  verified: { ...flag, label: 'intake:indicators.verified' },
  proxySuspected: { ...flag, label: 'intake:indicators.proxy-suspected' },
  note: { ...hidden, type: 'text', label: 'referral:field.note' },
};

/** The fields of an origin reference. */
export const ORIGIN_REFERENCE: RowFields<OriginReference> = {
  system: {
    ...text,
    label: 'intake:origin-references.system',
    hint: 'intake:origin-references.system-hint',
    error: 'intake:origin-references.system-error',
  },
  id: { ...text, label: 'intake:origin-references.id', error: 'intake:origin-references.id-error' },
};

/** The fields of a file hash. */
export const MATERIAL: RowFields<MaterialReference> = {
  algorithm: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(HASH_ALGORITHMS, (code) => `codes:hashAlgorithm.${code}`),
      none: choose,
    },
    label: 'intake:materials.algorithm',
    error: 'intake:materials.algorithm-error',
  },
  value: {
    type: 'text',
    control: { as: 'input', wide: true },
    label: 'intake:materials.value',
    error: 'intake:materials.value-error',
  },
  source: {
    ...text,
    label: 'intake:materials.source',
    hint: 'intake:materials.source-hint',
    error: 'intake:materials.source-error',
  },
  classification: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(CLASSIFICATIONS, (code) => `codes:classification.${code}`),
      none: 'everywhere:unknown',
    },
    label: 'intake:materials.classification',
    error: 'intake:materials.classification-error',
  },
  industryClassification: {
    ...hidden,
    type: 'text',
    control: {
      as: 'hidden',
      options: optionsOf(INDUSTRY_CLASSIFICATIONS, (code) => `codes:industryClassification.${code}`),
    },
    label: 'intake:materials.industry-classification',
  },
  viewedByReporter: { ...hidden, type: 'flag', label: 'intake:materials.viewed-by-reporter' },
  publiclyAvailable: { ...hidden, type: 'flag', label: 'intake:materials.publicly-available' },
};

/** The fields of a subject. */
export const SUBJECT: RowFields<Subject> = {
  category: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(SUBJECT_CATEGORIES, (code) => `codes:subjectCategory.${code}`),
      none: choose,
    },
    label: 'intake:subjects.category',
    error: 'intake:subjects.category-error',
  },
  reference: {
    ...text,
    label: 'intake:subjects.reference',
    hint: 'intake:subjects.reference-hint',
    error: 'intake:subjects.reference-error',
  },
};

/** The fields of a preservation request. */
export const PRESERVATION_ENTRY: RowFields<PreservationEntry> = {
  provider: { ...text, label: 'intake:preservation.provider', error: 'intake:preservation.provider-error' },
  instrument: {
    type: 'text',
    control: {
      as: 'select',
      options: optionsOf(
        LEGAL_INSTRUMENTS.filter((code) => code !== 'none'),
        (code) => `codes:legalInstrument.${code}`,
      ),
      none: 'everywhere:none',
    },
    label: 'intake:legal-instrument.label',
    error: 'intake:legal-instrument.error',
  },
  requestedAt: { ...hidden, type: 'instant', label: 'intake:preservation.requested-at' },
  endsAt: {
    ...instant,
    label: 'intake:preservation.ends-at',
    error: 'intake:preservation.ends-at-error',
    optional: true,
  },
  reference: {
    ...text,
    label: 'intake:preservation.reference',
    error: 'intake:preservation.reference-error',
    optional: true,
  },
};
