/** The five steps of a new referral, and which fields each asks for. */

export const STEPS = ['what', 'where', 'to-whom', 'references', 'check'] as const;
export type Step = (typeof STEPS)[number];

interface Asked {
  /** By name in the submission, or what it begins with: `handling`. */
  fields: readonly string[];
  lists: readonly string[];
}

export const ASKED: Readonly<Record<Step, Asked>> = {
  what: {
    fields: ['kind', 'crimeAreas', 'urgency', 'urgencyGrounds', 'incidentAt', 'summary'],
    lists: ['particulars'],
  },
  where: { fields: [], lists: ['indicators'] },
  'to-whom': {
    fields: ['capability', 'handling', 'evaluation', 'tlp', 'legalInstrument', 'transferBasis', 'languages'],
    lists: [],
  },
  references: { fields: [], lists: ['originReferences', 'materials', 'subjects', 'preservation'] },
  check: { fields: [], lists: [] },
};

/** Where a field is asked for; what no step asks for is a matter of the whole. */
export function stepOf(field: string): Step {
  const [root = ''] = field.split('.');
  return STEPS.find((step) => ASKED[step].fields.includes(root) || ASKED[step].lists.includes(root)) ?? 'check';
}

export function isStep(name: string): name is Step {
  return STEPS.some((step) => step === name);
}

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'check';
}
