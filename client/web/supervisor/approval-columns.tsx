/** What is shown of each decision that waits for a supervisor: it leads to the act that decides it. */

import type { Approval } from '../../../domain/agency-view.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { contactPoint } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Decisions } from '../../queries/approvals.ts';
import { Form, Submit, TextArea } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { useSavedForm } from '../parts/refilled.tsx';
import type { Column } from '../parts/table.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { type DirectoryLookup, nameLookup } from '../referral/names.ts';
import { useViewer, type Viewer } from '../viewer.ts';

type Columns = { [Kind in Approval]: (viewer: Viewer, book: DirectoryLookup) => Column<Decisions[Kind]>[] };

export const COLUMNS: Columns = {
  closure: ({ words }, book) => [
    reference(words),
    {
      ...{ key: 'kind', title: words('supervisor:approvals.kind') },
      cell: ({ ending }) => words(`codes:closureKind.${ending.kind}`),
    },
    {
      ...{ key: 'by', title: words('supervisor:approvals.by') },
      cell: ({ ending }) => <Who by={ending.by} book={book} />,
    },
    {
      ...{ key: 'decide', title: words('supervisor:approvals.decide') },
      cell: ({ referral, mayApprove }) => <Decide referral={referral} mayApprove={mayApprove} />,
    },
  ],
  withdrawal: ({ words }, book) => [
    reference(words),
    { key: 'by', title: words('supervisor:approvals.by'), cell: ({ by }) => <Who by={by} book={book} /> },
    {
      ...{ key: 'decide', title: words('supervisor:approvals.decide') },
      cell: ({ referral, mayGrant }) => mayGrant && <ToAct referral={referral} act="withdraw" />,
    },
  ],
  assignment: ({ words, language }, book) => [
    reference(words),
    {
      ...{ key: 'urgency', title: words('everywhere:column.urgency') },
      cell: ({ referral }) => <UrgencyTag urgency={referral.urgency} />,
    },
    {
      ...{ key: 'sender', title: words('everywhere:column.sender') },
      cell: ({ referral }) => nameLookup(book, referral).agency(referral.senderAgencyId),
    },
    {
      ...{ key: 'recipient', title: words('supervisor:approvals.recipient') },
      cell: ({ recipient }) =>
        recipient && `${contactPoint(book.directory, recipient.contactPointId)?.name ?? recipient.contactPointId}`,
    },
    {
      ...{ key: 'status', title: words('everywhere:column.status') },
      cell: ({ referral: { status }, recipient }) =>
        recipient ? words(`codes:recipientStatus.${recipient.status}`) : <StatusTag status={status} />,
    },
    {
      ...{ key: 'unserved', title: words('supervisor:network.unrouted') },
      cell: ({ referral: { unserved = [] } }) => unserved.map((code) => countryName(language, code)).join(', '),
    },
    {
      ...{ key: 'decide', title: words('supervisor:approvals.decide') },
      cell: ({ referral, recipient }) => (
        <ToAct referral={referral} act="assign-recipient" query={recipient && `?replaces=${recipient.id}`} />
      ),
    },
  ],
  reduction: ({ words }) => [
    reference(words),
    {
      ...{ key: 'asked', title: words('supervisor:approvals.asked') },
      cell: ({ referral }) => <UrgencyTag urgency={referral.facts.urgency} />,
    },
    {
      ...{ key: 'proposed', title: words('supervisor:approvals.proposed') },
      cell: ({ proposal }) => <UrgencyTag urgency={proposal.urgency} />,
    },
    {
      ...{ key: 'decide', title: words('supervisor:approvals.decide') },
      cell: ({ referral }) => <ToAct referral={referral} act="complete-triage" />,
    },
  ],
};

function reference<Row extends { referral: Referral }>(words: Viewer['words']): Column<Row> {
  return {
    ...{ key: 'reference', title: words('everywhere:column.reference') },
    cell: ({ referral }) => <Reference reference={referral.reference} />,
  };
}

/** Approving is one button; sending back wants a reason. Both are the acts of the referral's own page. */
function Decide({ referral: { reference, seq }, mayApprove }: { referral: Referral; mayApprove: boolean }) {
  const { words } = useViewer();
  const hidden = () => ({ key: crypto.randomUUID(), seen: seq, back: '/approvals' });
  const path = `/referrals/${encodeURIComponent(reference)}/acts`;
  const isBegun = useSavedForm(`${path}/return-closure`) !== undefined;
  return (
    <>
      {mayApprove ? (
        <Form action={`${path}/approve-closure`} hidden={hidden()}>
          <Submit>{words('codes:act.approve-closure')}</Submit>
        </Form>
      ) : (
        <p class="govuk-body-s">{words('supervisor:approvals.not-yours')}</p>
      )}
      <details class="govuk-details" open={isBegun}>
        <summary class="govuk-details__summary">{words('codes:act.return-closure')}</summary>
        <Form action={`${path}/return-closure`} hidden={hidden()}>
          <TextArea name="text" label={words('supervisor:approvals.return-reason')} rows={2} of={reference} />
          <Submit kind="secondary">{words('codes:act.return-closure')}</Submit>
        </Form>
      </details>
    </>
  );
}

type Decided = 'withdraw' | 'complete-triage' | 'assign-recipient';

interface ToActProps {
  referral: Referral;
  act: Decided;
  query?: string | undefined;
}

function ToAct({ referral: { reference }, act, query = '' }: ToActProps) {
  const { words } = useViewer();
  return <a href={`/referrals/${encodeURIComponent(reference)}/acts/${act}${query}`}>{words(`codes:act.${act}`)}</a>;
}

function Who({ by, book }: { by: Actor; book: DirectoryLookup }) {
  const { words } = useViewer();
  return (
    <>{by.kind === 'engine' ? words('supervisor:audit.engine') : nameLookup(book, undefined).person(by.personId)}</>
  );
}
