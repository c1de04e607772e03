/** The vocabulary in plain English. */

import type { Codes } from '../language.ts';

export const codes: Codes = {
  task: {
    triage: 'complete the triage',
    acknowledge: 'acknowledge the referral',
    decide: 'accept or decline the referral',
    outcome: 'report an outcome',
    clarification: 'answer the question',
    'consent-onward': 'give or refuse consent to the onward referral',
    'closure-approval': 'approve or return the closure',
  },
  urgency: {
    emergency: 'Emergency',
    urgent: 'Urgent',
    standard: 'Standard',
    informational: 'For information',
  },
  handling: {
    H0: 'H0: use under the rules that govern the exchange',
    H1: 'H1: not to be used in judicial proceedings without permission of the sending agency',
    H2: 'H2: not to be passed on without permission of the sending agency',
    H3: 'H3: other restrictions apply; read them before any use',
  },
  capability: {
    investigation: 'Investigation',
    'victim-identification': 'Victim identification',
    safeguarding: 'Safeguarding',
    'victim-support': 'Victim support',
    'offender-management': 'Offender management',
    'content-removal': 'Content removal',
    'data-preservation': 'Data preservation',
    prosecution: 'Prosecution',
    'reporting-hotline': 'Reporting hotline',
  },
};
