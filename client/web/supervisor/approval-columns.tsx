/** What is shown of each decision that waits for a supervisor: it leads to the act that decides it. */

import type { Approval } from '../../../domain/agency-view.ts';
import { unservedCountries } from '../../../domain/fold/unserved-countries.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { contactPoint } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import type { PendingDecisions } from '../../queries/approvals.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit, TextArea } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { useSavedForm } from '../parts/refilled.tsx';
import { type Column, withQuery } from '../parts/table.tsx';
import { CurrentUrgency, StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { ClosureFacts } from '../referral/closure-facts.tsx';
import { useViewer, type Viewer } from '../viewer.ts';

type Columns = { [Kind in Approval]: (viewer: Viewer, lookup: DirectoryLookup) => Column<PendingDecisions[Kind]>[] };

/** The columns of the table of each kind of approval. */
export const COLUMNS: Columns = {
  closure: ({ t }, lookup) => [
    ...[reference(t), urgency(t)],
    {
      ...{ key: 'summary', title: t('waiting:closure.summary') },
      cell: ({ referral, reasons }) => (
        <ClosureFacts referral={referral} journal={reasons} names={nameLookup(lookup, referral)} />
      ),
    },
    {
      ...{ key: 'kind', title: t('supervisor:approvals.kind') },
      cell: ({ ending }) => t(`codes:closureKind.${ending.kind}`),
    },
    {
      ...{ key: 'by', title: t('supervisor:approvals.by') },
      cell: ({ ending }) => <Who by={ending.by} lookup={lookup} />,
    },
    {
      ...{ key: 'decide', title: t('supervisor:approvals.decide'), action: true },
      cell: ({ referral, mayApprove }) => <Decide referral={referral} mayApprove={mayApprove} />,
    },
  ],
  withdrawal: ({ t }, lookup) => [
    ...[reference(t), urgency(t)],
    { key: 'by', title: t('supervisor:approvals.by'), cell: ({ by }) => <Who by={by} lookup={lookup} /> },
    {
      ...{ key: 'decide', title: t('supervisor:approvals.decide'), action: true },
      cell: ({ referral, mayGrant }) => mayGrant && <ToAct referral={referral} act="withdraw" />,
    },
  ],
  assignment: ({ t, language }, lookup) => [
    ...[reference(t), urgency(t)],
    {
      ...{ key: 'sender', title: t('everywhere:column.sender') },
      cell: ({ referral }) => nameLookup(lookup, referral).agency(referral.senderAgencyId),
    },
    {
      ...{ key: 'recipient', title: t('supervisor:approvals.recipient') },
      cell: ({ recipient }) =>
        recipient && `${contactPoint(lookup.directory, recipient.contactPointId)?.name ?? recipient.contactPointId}`,
    },
    {
      ...{ key: 'status', title: t('everywhere:column.status') },
      cell: ({ referral: { status }, recipient }) =>
        recipient ? t(`codes:recipientStatus.${recipient.status}`) : <StatusTag status={status} />,
    },
    {
      ...{ key: 'unserved', title: t('supervisor:network.unrouted') },
      cell: ({ referral, recipient }) =>
        (recipient ? [recipient.country] : unservedCountries(referral))
          .map((code) => countryName(language, code))
          .join(', '),
    },
    {
      ...{ key: 'decide', title: t('supervisor:approvals.decide'), action: true },
      cell: ({ referral, recipient }) => <ToAct referral={referral} act="assign-recipient" replaces={recipient?.id} />,
    },
  ],
  reduction: ({ t }) => [
    reference(t),
    {
      ...{ key: 'asked', title: t('supervisor:approvals.asked') },
      cell: ({ referral }) => <UrgencyTag urgency={referral.facts.urgency} />,
    },
    {
      ...{ key: 'proposed', title: t('supervisor:approvals.proposed') },
      cell: ({ proposal }) => <UrgencyTag urgency={proposal.urgency} />,
    },
    {
      ...{ key: 'decide', title: t('supervisor:approvals.decide'), action: true },
      cell: ({ referral }) => <ToAct referral={referral} act="complete-triage" />,
    },
  ],
  retention: ({ t }) => [
    ...[reference(t), urgency(t)],
    {
      ...{ key: 'order', title: t('referral:retention.erasure-order') },
      cell: ({ referral: { erasureOrder } }) => erasureOrder && <DateAndTime at={erasureOrder.at} />,
    },
    {
      ...{ key: 'review', title: t('codes:letter.retention-review') },
      cell: ({ referral: { retention } }) => retention?.review && <DateAndTime at={retention.review.dueAt} />,
    },
    {
      ...{ key: 'hold', title: t('referral:retention.legal-hold') },
      cell: ({ referral: { legalHold } }) => legalHold && <DateAndTime at={legalHold.at} />,
    },
    {
      ...{ key: 'decide', title: t('supervisor:approvals.decide'), action: true },
      cell: ({ referral }) => (
        <>
          <ToAct referral={referral} act="retain" /> <ToAct referral={referral} act="erase" />
        </>
      ),
    },
  ],
};

function reference<Row extends { referral: Referral }>(t: Viewer['t']): Column<Row> {
  return {
    ...{ key: 'reference', title: t('everywhere:column.reference') },
    cell: ({ referral }) => <Reference reference={referral.reference} />,
  };
}

function urgency<Row extends { referral: Referral }>(t: Viewer['t']): Column<Row> {
  return {
    ...{ key: 'urgency', title: t('everywhere:column.urgency') },
    cell: ({ referral }) => <CurrentUrgency referral={referral} />,
  };
}

/** Approving is one button; sending back wants a reason. Both are the acts of the referral's own page. */
function Decide({ referral: { reference, seq }, mayApprove }: { referral: Referral; mayApprove: boolean }) {
  const { t } = useViewer();
  const hidden = () => ({ key: crypto.randomUUID(), seen: seq, back: '/approvals' });
  const path = `/referrals/${encodeURIComponent(reference)}/acts`;
  const isBegun = useSavedForm(`${path}/return-closure`) !== undefined;
  return (
    <>
      {mayApprove ? (
        <Form action={`${path}/approve-closure`} hidden={hidden()}>
          <Submit>{t('codes:act.approve-closure')}</Submit>
        </Form>
      ) : (
        <p class="govuk-body-s">{t('supervisor:approvals.not-yours')}</p>
      )}
      <details class="govuk-details" open={isBegun}>
        <summary class="govuk-details__summary">{t('codes:act.return-closure')}</summary>
        <Form action={`${path}/return-closure`} hidden={hidden()}>
          <TextArea name="text" label={t('supervisor:approvals.return-reason')} rows={2} of={reference} />
          <Submit kind="secondary">{t('codes:act.return-closure')}</Submit>
        </Form>
      </details>
    </>
  );
}

type Decided = 'withdraw' | 'complete-triage' | 'assign-recipient' | 'retain' | 'erase';

interface ToActProps {
  referral: Referral;
  act: Decided;
  replaces?: string | undefined;
}

/** After the act, the person is back at the same part of the approvals. */
function ToAct({ referral: { reference }, act, replaces }: ToActProps) {
  const { t, address } = useViewer();
  const page = `/referrals/${encodeURIComponent(reference)}/acts/${act}`;
  return <a href={withQuery(page, { replaces, back: address })}>{t(`codes:act.${act}`)}</a>;
}

function Who({ by, lookup }: { by: Actor; lookup: DirectoryLookup }) {
  const { t } = useViewer();
  return <>{by.kind === 'engine' ? t('supervisor:audit.engine') : nameLookup(lookup, undefined).person(by.personId)}</>;
}
