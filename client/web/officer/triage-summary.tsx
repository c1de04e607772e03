/** The summary of a referral in triage: shown after one purpose for the whole visit to the case. */

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { textIdOf } from '../../../domain/event-text.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import type { TextId } from '../../../domain/vocabulary.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { isUserInitiated } from '../../http/identity/request-kind.ts';
import { withQuery } from '../parts/table.tsx';
import { PurposePrompt } from '../referral/particulars.tsx';
import type { ReferralPageDeps, ReferralView } from '../referral/referral-view.ts';
import { useViewer } from '../viewer.ts';

/** The summary, or that a purpose must be stated first. */
export type ShownSummary = { state: 'read'; text: string } | { state: 'purpose-needed' };

const submitted = z.looseObject({ submission: z.looseObject({ summary: z.string() }) });

/** The ids of the text with which the referral was submitted. */
export function submittedText(journal: readonly JournalEntry[]): TextId[] {
  return journal.flatMap(({ event }) => (event.type === 'submitted' ? (textIdOf(event) ?? []) : []));
}

/** Reads the summary if particulars were read earlier in this visit. A reload by the script is no reading. */
export async function readSummary(
  { reader }: ReferralPageDeps,
  request: FastifyRequest,
  { referral, journal }: ReferralView,
): Promise<ShownSummary> {
  const { person } = principalOf(request);
  if (!isUserInitiated(request) || (await reader.visit(person, referral.id)) === undefined) {
    return { state: 'purpose-needed' };
  }
  const { said } = await reader.particulars(person, referral.reference, undefined, submittedText(journal));
  const [first] = said;
  return { state: 'read', text: submitted.safeParse(first?.words).data?.submission.summary ?? '' };
}

/** The summary, or the form that asks for the purpose. */
export function TriageSummary({ reference, summary }: { reference: string; summary: ShownSummary | undefined }) {
  const { t, address } = useViewer();
  if (summary?.state === 'read') {
    return (
      <section class="govuk-inset-text" aria-label={t('waiting:summary')}>
        <h3 class="govuk-heading-s">{t('waiting:summary')}</h3>
        <p class="govuk-body desk-words">{summary.text || t('referral:particulars.none')}</p>
      </section>
    );
  }
  return (
    <details class="govuk-details desk-no-print">
      <summary class="govuk-details__summary">{t('waiting:read-summary')}</summary>
      <PurposePrompt reference={reference} suggested="triage" back={withQuery(address, { show: reference })} />
    </details>
  );
}
