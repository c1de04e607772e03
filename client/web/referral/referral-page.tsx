/** The page of one referral: its state, the possible acts, and its timeline. */

import type { ComponentChildren } from 'preact';
import type { ReadingPurpose } from '../../../domain/reading-purposes.ts';
import { translationsOf } from '../../../domain/translation.ts';
import type { PossibleAct } from '../../queries/may-act.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { useViewer } from '../viewer.ts';
import { ActList } from './act-list.tsx';
import { Clocks } from './clocks.tsx';
import { TriageAndRouting } from './decision.tsx';
import { type Done, DoneNotice } from './done-notice.tsx';
import { DossierLink } from './dossier.tsx';
import { Heading } from './heading.tsx';
import { Letters, Links, Timeline } from './history.tsx';
import type { MayRead } from './may-read.ts';
import { EmergencyPrompt, Particulars, PurposePrompt } from './particulars.tsx';
import { ProofPrompt } from './proof.tsx';
import { Questions, Recipients } from './recipients.tsx';
import type { ReferralView } from './referral-view.ts';
import { Summary } from './summary.tsx';
import { Translations } from './translations.tsx';

interface Props {
  view: ReferralView;
  /** The last entry that the viewer had seen before. */
  seen: number;
  /** What was just done. */
  done?: Done | undefined;
  reading: MayRead;
  said?: readonly DisclosedText[];
  /** The list to which reading the particulars leads back, after a purpose was refused. */
  back?: string | undefined;
}

/** The page of a referral. */
export function ReferralPage({ view, seen, done, reading: { access, visit }, said, back }: Props) {
  const { t } = useViewer();
  const { referral, isCoordinator } = view;
  const { reference } = referral;
  return (
    <>
      <DoneNotice done={done} />
      <Heading referral={referral} />
      <button type="button" class="desk-button-plain desk-no-print" data-print="" hidden>
        {t('everywhere:list.print')}
      </button>
      <Part title={t('referral:part.acts')} print={false}>
        <ActList view={view} />
      </Part>
      <Part title={t('referral:part.summary')}>
        <Summary view={view} />
      </Part>
      <Part title={t('everywhere:column.recipients')}>
        <Recipients view={view} />
      </Part>
      {referral.questions.length > 0 && (
        <Part title={t('referral:part.questions')}>
          <Questions view={view} />
        </Part>
      )}
      {translationsOf(referral).length > 0 && (
        <Part title={t('clarification:translations')}>
          <Translations view={view} />
        </Part>
      )}
      <Part title={t('referral:part.clocks')}>
        <Clocks view={view} />
      </Part>
      <Part title={t('referral:part.particulars')} id="particulars" print={said !== undefined}>
        {said && <Particulars said={said} view={view} />}
        {referral.facts.drill && <p class="govuk-body">{t('registry:drill.no-particulars')}</p>}
        {!referral.facts.drill && !said && access === 'any-purpose' && (
          <PurposePrompt reference={reference} visit={visit} suggested={suggestedPurpose(view)} back={back} />
        )}
        {!referral.facts.drill && !said && access !== 'any-purpose' && (
          <p class="govuk-body">{t('referral:particulars.not-yours')}</p>
        )}
        {!referral.facts.drill && !said && access === 'emergency' && <EmergencyPrompt reference={reference} />}
      </Part>
      <Part title={t('referral:part.timeline')}>
        <Timeline view={view} seen={seen} />
      </Part>
      <Part title={t('referral:part.letters')}>
        <Letters view={view} />
      </Part>
      <Part title={t('referral:part.links')}>
        <Links view={view} />
      </Part>
      <Part title={t('referral:part.proof')} print={false}>
        <ProofPrompt reference={reference} />
        <DossierLink reference={reference} />
      </Part>
      {isCoordinator && (
        <Part title={t('referral:part.decisions')}>
          <TriageAndRouting view={view} />
        </Part>
      )}
    </>
  );
}

/** The purpose of the task that waits for the viewer, if one does. */
function suggestedPurpose({ acts, isCoordinator }: ReferralView): ReadingPurpose {
  const may = (type: PossibleAct['type']) => acts.some((act) => act.type === type);
  if (isCoordinator) return may('complete-triage') ? 'triage' : 'other';
  if (may('accept')) return 'decide-acceptance';
  return may('report-outcome') ? 'act-on-case' : 'other';
}

function Part({
  title,
  id,
  print = true,
  children,
}: {
  title: string;
  id?: string;
  print?: boolean;
  children: ComponentChildren;
}) {
  return (
    <section class={print ? 'desk-part' : 'desk-part desk-no-print'} {...(id && { id })}>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}
