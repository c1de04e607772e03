/** The page of one act: what it does, its fields, and what has changed if another person acted in the meantime. */

import type { JournalEntry } from '../../../domain/events.ts';
import { worksOnReferrals } from '../../../domain/people.ts';
import { labelled } from '../../i18n/labelled.ts';
import { renderWithNames } from '../../i18n/render-sentence.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { timelineOf } from '../../queries/timeline.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Choices, Form, Submit } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { RecipientTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { ActField, type Prefilled } from './act-fields.tsx';
import { ACT_FORMS, type OfferedActType } from './act-forms.ts';
import { AnsweredText, textAnswered } from './act-text.tsx';
import { ActWarning } from './act-warning.tsx';
import { ClosureFacts } from './closure-facts.tsx';
import { Comparison } from './comparison.tsx';
import { Proposal, unreachableOf } from './decision.tsx';
import type { FormFacts } from './form-facts.ts';
import { Heading } from './heading.tsx';
import { OnwardRequest } from './onward-request.tsx';
import { partyName, type ReferralView, recipientTitle } from './referral-view.ts';
import { questionName } from './subject-name.ts';
import { LanguageNeeded } from './translations.tsx';

interface Props {
  view: ReferralView;
  type: OfferedActType;
  recipientId: string | undefined;
  questionId: string | undefined;
  translationId: string | undefined;
  /** Once done, the person goes here instead of to the referral. */
  back: string | undefined;
  prefilled: Prefilled;
  /** The same as before where the same form is shown again: sending it is then the same act. */
  formKey: string;
  /** The entry up to which the person has seen the referral. */
  seen: number;
  /** The text that the act answers, once it was read, with all other particulars if they were too, and for which purpose. */
  said?: readonly DisclosedText[] | undefined;
  others?: readonly DisclosedText[] | undefined;
  purpose: string;
  facts: FormFacts;
  /** What others did since the person looked. */
  changed?: readonly JournalEntry[];
}

/** The page of an act. */
export function ActPage({
  view,
  type,
  recipientId,
  questionId,
  translationId,
  back,
  prefilled,
  formKey,
  seen,
  said,
  others,
  purpose,
  facts: { candidates, original },
  changed,
}: Props) {
  const { t, now } = useViewer();
  const { referral, names } = view;
  const { reference, triage, ending } = referral;
  const { fields, warning, confirm } = ACT_FORMS[type];
  // A person who has read on this form what they decide on needs no checkbox.
  const isRead = confirm !== undefined && said !== undefined && said.length > 0;
  const question = referral.questions.find(({ id }) => id === questionId);
  const answersText =
    worksOnReferrals(view.person) && textAnswered(view, type, { recipientId, questionId, translationId }) !== undefined;
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  const title = original
    ? t('officer:compare.mark', { reference, other: original.referral.reference })
    : t(`codes:act.${type}`);
  const hidden = {
    ...{ key: formKey, number: seen },
    ...(recipientId && { recipientId }),
    ...(questionId && { questionId }),
    ...(translationId && { translationId }),
    ...(back && { back }),
    ...(said && { purpose }),
    ...(isRead && { confirmed: 'yes' }),
    ...(type === 'mark-duplicate' && { compared: original?.referral.reference ?? '' }),
  };
  return (
    <>
      {changed && <Changed view={view} entries={changed} />}
      <Heading referral={referral} title={title} />
      {recipient && (
        <p class="govuk-body">
          {recipientTitle(recipient.id, view)} <RecipientTag status={recipient.status} />
        </p>
      )}
      {question && (
        <p class="govuk-body">
          {labelled(
            t,
            questionName(question.id, t),
            t('clarification:answered.asked', { asker: partyName(question.asker, view) }),
          )}{' '}
          <DateAndTime at={question.askedAt} />
        </p>
      )}
      {(type === 'approve-closure' || type === 'return-closure') && (
        <section aria-label={t('waiting:closure.summary')}>
          <h2 class="govuk-heading-m">{t('waiting:closure.summary')}</h2>
          <ClosureFacts referral={referral} journal={view.journal} names={names} />
          {ending.state === 'proposed' && (
            <p class="govuk-body">
              {labelled(
                t,
                t('supervisor:approvals.by'),
                ending.by.kind === 'engine' ? t('supervisor:audit.engine') : names.person(ending.by.personId),
              )}
            </p>
          )}
        </section>
      )}
      <LanguageNeeded view={view} questionId={questionId} translationId={translationId} />
      <OnwardRequest view={view} recipientId={recipientId} />
      <ActWarning type={type} referral={referral} other={original?.referral.reference} />
      {type === 'complete-triage' && triage.state === 'proposed' && (
        <Proposal proposal={triage.proposal} unreachable={unreachableOf(referral, view.lookup.directory, now)} />
      )}
      {type === 'supplement' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/referrals/${reference}/supplement-files`}>
            {t('referral:supplement-files.title')}
          </a>
        </p>
      )}
      {original && <Comparison view={view} original={original} />}
      <div class="desk-measure">
        <Form action={`/referrals/${reference}/acts/${type}`} hidden={hidden}>
          {answersText && <AnsweredText {...{ type, said, others, view }} />}
          {fields.map((field) => (
            <ActField {...{ field, view, recipientId, prefilled, candidates }} />
          ))}
          {isRead && <p class="govuk-body">{t('clarification:onward.final')}</p>}
          {confirm && !isRead && (
            <Choices
              kind="checkbox"
              name="confirmed"
              label={t('clarification:onward.consent')}
              options={[{ value: 'yes', label: t(confirm) }]}
            />
          )}
          <div class="govuk-button-group">
            <Submit {...(warning && { kind: 'warning' as const })}>{title}</Submit>
            <a class="govuk-link" href={back ?? `/referrals/${reference}`}>
              {t('everywhere:cancel')}
            </a>
          </div>
        </Form>
      </div>
    </>
  );
}

function Changed({ view, entries }: { view: ReferralView; entries: readonly JournalEntry[] }) {
  const { t, language } = useViewer();
  return (
    <>
      <Notice title={t('everywhere:error.stale')}>{t('everywhere:error.stale-text')}</Notice>
      <ul class="govuk-list govuk-list--bullet">
        {timelineOf(entries, []).map(({ at, by, said }) => (
          <li>
            <DateAndTime at={at} /> · {renderWithNames(said, language, view.names)}
            {by.kind === 'person' && ` (${view.names.person(by.personId)}, ${view.names.agency(by.agencyId)})`}
          </li>
        ))}
      </ul>
    </>
  );
}
