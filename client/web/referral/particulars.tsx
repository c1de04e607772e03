/** The particulars of a referral. The purpose is recorded before anything is shown. */

import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { READING_PURPOSES, type ReadingPurpose } from '../../../domain/reading-purposes.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { DisclosedText } from '../../queries/read-particulars.ts';
import { Loss } from '../intake/check.tsx';
import { lossReport } from '../intake/draft-content.ts';
import { stepOf } from '../intake/steps.ts';
import { SubmissionFacts } from '../intake/submission-facts.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Input, Select, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';

interface PromptProps {
  reference: string;
  /** The purpose of the current visit. */
  visit?: ReadingPurpose | undefined;
  /** The purpose that is selected first. */
  suggested?: ReadingPurpose;
  /** The list that shows what was read; default: the page of the referral. */
  back?: string | undefined;
}

/** The form that asks for the purpose before particulars are shown. In a visit, its purpose is chosen already. */
export function PurposePrompt({ reference, visit, suggested = 'other', back }: PromptProps) {
  const { t } = useViewer();
  const codes = READING_PURPOSES.map((value) => ({ value, label: t(`codes:readingPurpose.${value}`) }));
  const ofVisit = visit && {
    value: 'visit',
    label: t('referral:particulars.as-before', { purpose: t(`codes:readingPurpose.${visit}`) }),
  };
  return (
    <div class="desk-measure desk-no-print">
      <p class="govuk-body">{t('referral:particulars.lead')}</p>
      <Form action={`/referrals/${reference}/particulars`} {...(back && { hidden: { back } })}>
        <Select
          name="purposeCode"
          label={t('referral:particulars.purpose-code')}
          value={visit ? 'visit' : suggested}
          options={ofVisit ? [ofVisit, ...codes] : codes}
        />
        <Input
          name="purpose"
          label={t('referral:particulars.purpose-details')}
          hint={t('referral:particulars.purpose-details-hint')}
        />
        <FurtherPurpose />
        <Submit kind="secondary">{t('referral:particulars.read')}</Submit>
      </Form>
    </div>
  );
}

/** Asked for only after the allowance was used up. */
export function FurtherPurpose() {
  const { t, faults } = useViewer();
  if (!faults.some(({ field }) => field === 'further')) return null;
  return (
    <Input name="further" label={t('referral:particulars.further')} hint={t('referral:particulars.further-hint')} />
  );
}

/** For an agency that no longer has the case. */
export function EmergencyPrompt({ reference }: { reference: string }) {
  const { t } = useViewer();
  return (
    <details class="govuk-details desk-measure desk-no-print">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{t('referral:particulars.emergency')}</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{t('referral:particulars.emergency-lead')}</p>
        <Form action={`/referrals/${reference}/particulars`} hidden={{ purposeCode: 'emergency' }}>
          <Input name="purpose" label={t('referral:particulars.emergency-purpose')} />
          <Submit kind="warning">{t('referral:particulars.read')}</Submit>
        </Form>
      </div>
    </details>
  );
}

/** All particulars of a referral. */
export function Particulars({ said, view: { names } }: { said: readonly DisclosedText[]; view: ReferralView }) {
  const { t } = useViewer();
  if (said.length === 0) return <p class="govuk-body">{t('referral:particulars.none')}</p>;
  return (
    <>
      {said.map(({ at, by, event, words: content }) => (
        <section class="desk-said">
          <h3 class="govuk-heading-s">
            {saidTitle(event, t)} · <DateAndTime at={at} />
            {by.kind === 'person' && ` · ${names.person(by.personId)}, ${names.agency(by.agencyId)}`}
          </h3>
          <Content value={content} />
        </section>
      ))}
    </>
  );
}

const KNOWN = [
  'submitted',
  'supplemented',
  'question-asked',
  'question-answered',
  'translation-asked',
  'translation-delivered',
  'oral-request-recorded',
  'oral-request-confirmed',
  'preservation-reported',
  'production-confirmed',
  'declined',
  'outcome-reported',
  'outcome-corrected',
  'own-reference-set',
  'note-added',
] as const;

/** What a text is, by the event that it belongs to. */
export function saidTitle(event: string, t: Translate): string {
  return t(`referral:said.${isKnown(event) ? event : 'other'}`);
}

function isKnown(event: string): event is (typeof KNOWN)[number] {
  return KNOWN.some((known) => known === event);
}

const storedContent = z.object({
  submission: z.looseObject({}).optional(),
  addition: z.looseObject({}).optional(),
  oralRequest: z.object({ requestedBy: z.string(), requestedOf: z.string(), text: z.string() }).optional(),
  loss: lossReport.default([]),
  schema: z.string().optional(),
  withheld: z.boolean().optional(),
});

/** A text, or the fields of a submission or an addition. Earlier versions of Liaise stored other shapes, shown as well. */
function Content({ value }: { value: unknown }): ComponentChildren {
  const { t } = useViewer();
  if (value === undefined || value === null) return <p class="govuk-body">{t('everywhere:unknown')}</p>;
  if (typeof value !== 'object') return <p class="govuk-body desk-words">{String(value)}</p>;
  const { submission, addition, oralRequest, loss, schema, withheld } = storedContent.safeParse(value).data ?? {
    loss: [],
  };
  if (oralRequest) return <OralRequest {...oralRequest} />;
  const facts = submission ?? addition;
  if (facts === undefined) return <Properties value={value} />;
  const others = Object.entries(facts).filter(([name]) => stepOf(name) === 'check');
  return (
    <>
      <SubmissionFacts submission={facts} />
      {others.length > 0 && <Properties value={Object.fromEntries(others)} />}
      {withheld && <p class="govuk-hint">{t('referral:particulars.withheld')}</p>}
      {schema && <p class="govuk-body">{t('intake:check.schema', { schema })}</p>}
      {loss.length > 0 && <Loss loss={loss} level="h4" />}
    </>
  );
}

function OralRequest({ requestedBy, requestedOf, text }: { requestedBy: string; requestedOf: string; text: string }) {
  const { t } = useViewer();
  return (
    <dl class="desk-fields">
      {(
        [
          ['clarification:field.requested-by', requestedBy],
          ['clarification:field.requested-of', requestedOf],
          ['clarification:field.requested', text],
        ] as const
      ).map(([label, value]) => (
        <div>
          <dt>{t(label)}</dt>
          <dd class="desk-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** By their names in the API: for what the table of the intake form does not have. */
function Properties({ value }: { value: object }) {
  const filled = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return (
    <dl class="desk-fields">
      {filled.map(([name, each]) => (
        <div>
          <dt>{Array.isArray(value) ? Number(name) + 1 : name}</dt>
          <dd>
            {typeof each === 'object' && each !== null ? (
              <Properties value={each} />
            ) : (
              <span class="desk-words">{String(each)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
