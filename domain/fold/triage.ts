/** The fold of a triage decision, and what ends with it: open questions, their translations, and replacements. */

import type { EventOf } from '../events.ts';
import { hasTheCase, isFinal, type Question, type Recipient, type Referral } from '../referral.ts';
import type { Translation } from '../translation.ts';
import { withTranslationsLapsed } from './translations.ts';

/** A new triage replaces the earlier routing, so recipients that declined before are not replaced as well. */
export function triaged(referral: Referral, event: EventOf<'triaged'>): Referral {
  const { decision } = event;
  const proposal = referral.triage.state === 'proposed' ? { proposal: referral.triage.proposal } : {};
  // If triage names the contact point, routing need not find one in that country.
  const holders = referral.recipients.filter((each) => hasTheCase(each) && each.round === referral.round);
  const served = new Set([...holders, ...decision.wanted].map(({ country }) => country));
  const isOfQuestion = ({ asker, ofQuestion }: Translation) => asker.kind === 'coordinator' && ofQuestion !== undefined;
  return {
    ...withTranslationsLapsed(referral, isOfQuestion),
    triage: { state: 'decided', ...proposal, decision },
    urgency: decision.urgency,
    supplementedSinceTriage: false,
    unrouted: [...new Set(decision.countries)].filter((country) => !served.has(country)),
    // Triage was decided without the answers, so open questions lapse.
    questions: referral.questions.map((each) => (each.asker.kind === 'coordinator' ? withQuestionLapsed(each) : each)),
    recipients: referral.recipients.map((each) => (isFinal(each) ? { ...each, ...withoutReplacement(each) } : each)),
  };
}

/** The question, closed because its answer is no longer needed. */
export function withQuestionLapsed(question: Question): Question {
  return question.state === 'open' ? { ...question, state: 'lapsed' } : question;
}

/** A replacement that is done stays done. */
export function withoutReplacement({ replacement }: Recipient): Pick<Recipient, 'replacement'> {
  return { replacement: replacement.state === 'done' ? replacement : { state: 'not-needed' } };
}
