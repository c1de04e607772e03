/** What this person may do now, as buttons: those of the referral, then those of each recipient and question. */

import { translationsOf } from '../../../domain/translation.ts';
import type { PossibleAct } from '../../queries/may-act.ts';
import { Form, Submit } from '../parts/form.tsx';
import { PageOf } from '../parts/page-of.tsx';
import { usePart } from '../parts/table-in-parts.tsx';
import { useViewer } from '../viewer.ts';
import { ActField } from './act-fields.tsx';
import { ACT_FORMS, isOneButton } from './act-forms.ts';
import { RECIPIENTS_SHOWN } from './recipients.tsx';
import { type ReferralView, recipientTitle } from './referral-view.ts';
import { questionName, translationName } from './subject-name.ts';
import { TakeBack } from './take-back.tsx';

/** The acts that the viewer may perform, as buttons and links. */
export function ActList({ view }: { view: ReferralView }) {
  const { t } = useViewer();
  const { acts, referral } = view;
  const { shown, page, last } = usePart(referral.recipients, 'recipients', RECIPIENTS_SHOWN);
  const useful = acts.filter((act) => isUseful(act, view));
  const whole = useful.filter((act) =>
    [act.recipientId, act.questionId, act.translationId].every((about) => about === undefined),
  );
  if (useful.length === 0) return <p class="govuk-body">{t('referral:no-acts')}</p>;
  const inOrder = [...shown.flatMap(({ id }) => useful.filter(({ recipientId }) => recipientId === id)), ...whole];
  const first = inOrder.find(({ type }) => type !== 'take-back' && isOneButton(type));
  return (
    <div class="desk-acts desk-no-print">
      {shown.map(({ id }) => (
        <Group
          title={recipientTitle(id, view)}
          acts={useful.filter(({ recipientId }) => recipientId === id)}
          view={view}
          first={first}
        />
      ))}
      <PageOf page={page} last={last} name="recipients" of={t('referral:part.acts')} />
      {referral.questions.map(({ id }) => (
        <Group
          title={questionName(id, t)}
          acts={useful.filter(({ questionId }) => questionId === id)}
          view={view}
          first={first}
        />
      ))}
      {translationsOf(referral).map(({ id }) => (
        <Group
          title={translationName(id, t)}
          acts={useful.filter(({ translationId }) => translationId === id)}
          view={view}
          first={first}
        />
      ))}
      <Group title={t('referral:whole')} acts={whole} view={view} first={first} />
    </div>
  );
}

/** Without a button for what is so already, or for the lead among one recipient. */
function isUseful({ type }: PossibleAct, { referral, person }: ReferralView): boolean {
  if (type === 'take') return referral.handlers[person.agencyId] !== person.personId;
  return type !== 'set-lead' || referral.recipients.length > 1;
}

interface GroupProps {
  title: string;
  acts: readonly PossibleAct[];
  view: ReferralView;
  /** The act of the only green button of the page. */
  first: PossibleAct | undefined;
}

function Group({ title, acts, view, first }: GroupProps) {
  if (acts.length === 0) return null;
  return (
    <section>
      <h3 class="govuk-heading-s">{title}</h3>
      <div class="govuk-button-group">
        {acts.map((act) => {
          if (act.type === 'take-back') return <TakeBack view={view} />;
          if (!isOneButton(act.type)) return <ToItsPage act={act} view={view} />;
          return <OneButton act={act} view={view} isFirst={act === first} />;
        })}
      </div>
    </section>
  );
}

function OneButton({ act, view, isFirst }: { act: PossibleAct; view: ReferralView; isFirst: boolean }) {
  const { t } = useViewer();
  const { reference, seq } = view.referral;
  const hidden = {
    ...{ key: crypto.randomUUID(), number: seq },
    ...(act.recipientId && { recipientId: act.recipientId }),
  };
  return (
    <Form action={`/referrals/${reference}/acts/${act.type}`} hidden={hidden}>
      {ACT_FORMS[act.type].fields.map((field) => (
        <ActField field={field} view={view} recipientId={act.recipientId} prefilled={{}} />
      ))}
      <Submit {...(!isFirst && { kind: 'secondary' as const })}>{t(`codes:act.${act.type}`)}</Submit>
    </Form>
  );
}

function ToItsPage({ act, view }: { act: PossibleAct; view: ReferralView }) {
  const { t } = useViewer();
  return (
    <a class="govuk-button govuk-button--secondary" href={actPath(view.referral.reference, act)} draggable={false}>
      {t(`codes:act.${act.type}`)}
    </a>
  );
}

/** The page of an act, with what it is about. */
function actPath(reference: string, { type, recipientId, questionId, translationId }: PossibleAct): string {
  const about = new URLSearchParams({
    ...(recipientId && { recipient: recipientId }),
    ...(questionId && { question: questionId }),
    ...(translationId && { translation: translationId }),
  });
  return `/referrals/${reference}/acts/${type}${about.size > 0 ? `?${about}` : ''}`;
}
