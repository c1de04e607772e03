/** The steps of each scenario. The engine performs its own acts between them. */

import { type ActRequest, actRequest } from '../../client/contract/acts.ts';
import { anUrgentSubmission } from '../support/factories.ts';

/** A user acts, or time passes until the engine's next duty is due. */
export type Step = { by: string; what: 'submit' | ActRequest } | typeof TIME_PASSES;

export const TIME_PASSES = { by: undefined, what: 'time-passes' } as const;

const [R1, R2] = [{ recipientId: 'r1' }, { recipientId: 'r2' }] as const;
const { urgency, urgencyGrounds, capability } = anUrgentSubmission();

const BEGINNING = [
  { by: 'quinn.quartz', what: 'submit' },
  acts('noor.rowan', { type: 'complete-triage', urgency, urgencyGrounds, capability, countries: ['FI'] }),
] as const;

/** From submission to closure. */
export const ACTS: readonly Step[] = [
  ...BEGINNING,
  acts('aino.alder', { type: 'acknowledge', ...R1 }),
  acts('aino.alder', { type: 'ask-information', ...R1, text: 'Which of the accounts?' }),
  acts('quinn.quartz', { type: 'answer-information', questionId: 'q1', text: 'The second.' }),
  acts('aino.alder', { type: 'accept', ...R1 }),
  acts('aino.alder', { type: 'report-outcome', ...R1, outcome: 'case-opened', final: false }),
  acts('aino.alder', { type: 'report-outcome', ...R1, outcome: 'arrest', final: true }),
  acts('ines.rowan', { type: 'propose-closure' }),
  acts('otto.rowan', { type: 'approve-closure' }),
];

/** The recipient does not respond: two warnings, the expiry, and after the same time a second recipient acknowledges. */
export const SILENCE: readonly Step[] = [
  ...BEGINNING,
  ...Array<Step>(4).fill(TIME_PASSES),
  acts('lotta.birch', { type: 'acknowledge', ...R2 }),
];

function acts(by: string, request: unknown): { by: string; what: ActRequest } {
  return { by, what: actRequest.parse(request) };
}
