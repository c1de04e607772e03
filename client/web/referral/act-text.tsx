/** The text that an act answers: a question, or the reason of a request. Shown on the act's own form, after a purpose. */

import { textIdOf } from '../../../domain/event-text.ts';
import type { EventType } from '../../../domain/events.ts';
import type { Referral } from '../../../domain/referral.ts';
import { translationsOf } from '../../../domain/translation.ts';
import type { TextId } from '../../../domain/vocabulary.ts';
import type { Key } from '../../i18n/i18n.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { Input } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { OfferedActType } from './act-forms.ts';
import { FurtherPurpose, Particulars } from './particulars.tsx';
import type { ReferralView } from './referral-view.ts';

/** The recipient, question or translation that an act is about. */
export interface ActSubject {
  recipientId: string | undefined;
  questionId: string | undefined;
  translationId: string | undefined;
}

/** A request that an act decides: the event with its reason, and whether it is pending. */
interface DecidedRequest {
  event: EventType;
  isPending: (referral: Referral) => boolean;
}

const CLOSURE: DecidedRequest = { event: 'closure-proposed', isPending: ({ ending }) => ending.state === 'proposed' };
const ERASURE: DecidedRequest = {
  event: 'erasure-ordered',
  isPending: ({ erasureOrder }) => erasureOrder !== undefined,
};

const REQUEST_OF: Partial<Record<OfferedActType, DecidedRequest>> = {
  withdraw: { event: 'withdrawal-requested', isPending: ({ withdrawal }) => withdrawal.state === 'asked' },
  ...{ 'approve-closure': CLOSURE, 'return-closure': CLOSURE, retain: ERASURE, erase: ERASURE },
};

/** Undefined if the act answers no text. */
export function textAnswered(
  { referral, journal }: Pick<ReferralView, 'referral' | 'journal'>,
  type: OfferedActType,
  subject: ActSubject,
): TextId | undefined {
  const request = REQUEST_OF[type];
  if (request !== undefined) {
    const requested = request.isPending(referral) && journal.findLast(({ event }) => event.type === request.event);
    return requested ? textIdOf(requested.event) : undefined;
  }
  if (type === 'answer-information') return referral.questions.find(({ id }) => id === subject.questionId)?.text;
  if (type === 'deliver-translation') {
    return translationsOf(referral).find(({ id }) => id === subject.translationId)?.text;
  }
  if (type !== 'consent-onward' && type !== 'refuse-onward') return undefined;
  const onward = referral.recipients.find(({ id }) => id === subject.recipientId)?.onward;
  return onward?.state === 'consent-asked' ? onward.text : undefined;
}

const LABELS: Partial<Record<OfferedActType, Key>> = {
  'answer-information': 'clarification:answered.question',
  'deliver-translation': 'clarification:field.to-translate',
  withdraw: 'clarification:answered.withdrawal',
  'approve-closure': 'clarification:answered.closure',
  'return-closure': 'clarification:answered.closure',
  retain: 'clarification:answered.erasure',
  erase: 'clarification:answered.erasure',
};

interface Props {
  type: OfferedActType;
  /** Undefined until a purpose was entered. */
  said: readonly DisclosedText[] | undefined;
  /** All other particulars, once they were requested. */
  others: readonly DisclosedText[] | undefined;
  view: ReferralView;
}

/** Part of the form of the act: showing the text keeps what was entered. */
export function AnsweredText({ type, said, others, view }: Props) {
  const { t } = useViewer();
  const label = t(LABELS[type] ?? 'clarification:answered.reason');
  if (said === undefined) {
    return (
      <section class="govuk-inset-text" aria-label={label}>
        <h2 class="govuk-heading-s">{label}</h2>
        <p class="govuk-body">{t('clarification:answered.lead')}</p>
        <Input name="purpose" label={t('referral:particulars.purpose')} hint={t('referral:particulars.purpose-hint')} />
        <FurtherPurpose />
        <button type="submit" class="govuk-button govuk-button--secondary" name="read" value="yes">
          {t('clarification:answered.show')}
        </button>
      </section>
    );
  }
  return (
    <section class="govuk-inset-text" aria-label={label}>
      <h2 class="govuk-heading-s">{label}</h2>
      {said.length === 0 && <p class="govuk-body">{t('referral:particulars.none')}</p>}
      {said.map((each) => (
        <p class="govuk-body desk-words">{String(each.words)}</p>
      ))}
      {others ? (
        <Particulars said={others} view={view} />
      ) : (
        <button type="submit" class="govuk-button govuk-button--secondary" name="read" value="all">
          {t('referral:particulars.read')}
        </button>
      )}
    </section>
  );
}
