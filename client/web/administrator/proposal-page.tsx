/** One proposal: what it changes, who agreed to it, and what the administrator may do with it. */

import type { DirectoryEdit } from '../../../domain/administration/directory-edit.ts';
import { type FieldChange, fieldChanges } from '../../../domain/administration/edit-plan.ts';
import type { ProposalStatus } from '../../../domain/administration/proposal.ts';
import type { LeftWork } from '../../directory/open-work.ts';
import type { ShownProposal } from '../../directory/proposals.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { labelled } from '../../i18n/labelled.ts';
import { hoursText } from '../../i18n/opening-hours.ts';
import type { PolicyConsequences } from '../../queries/policy-consequences.ts';
import { fieldLabel, valueText } from '../auditor/directory-fields.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { OpenWorkTables } from './open-work.tsx';
import { PolicyConsequencesPart } from './policy-consequences.tsx';

interface Props {
  title: string;
  found: ShownProposal;
  /** Of a new version of the clock policies. */
  consequences: PolicyConsequences | undefined;
  /** The open work that the change would leave to others. */
  left: readonly LeftWork[] | undefined;
}

/** Whose open work a change leaves. */
const LEFT_OF: Partial<Record<DirectoryEdit['type'], 'agency' | 'point'>> = {
  'disable-agency': 'agency',
  'disable-contact-point': 'point',
};

/** A proposal with its buttons. */
export function ProposalPage({ title, found, consequences, left }: Props) {
  const { t } = useViewer();
  const { proposal, status, names, isProposerCounted } = found;
  const { id, proposer, proposedAt, expiresAt } = proposal;
  return (
    <>
      <DoneNotice />
      <a class="govuk-back-link" href="/admin/proposals">
        {t('everywhere:nav.proposals')}
      </a>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <ProposalState status={status} />
      </p>
      <p class="govuk-body">
        {labelled(t, t('administrator:proposal.by'), names.get(proposer.personId) ?? proposer.personId)},{' '}
        {proposer.agencyId}, <DateAndTime at={proposedAt} />
      </p>
      {!isProposerCounted && <p class="govuk-inset-text">{t('administrator:proposal.by-command')}</p>}
      <Difference found={found} />
      {consequences && <PolicyConsequencesPart of={consequences} />}
      <OpenWorkTables left={left} of={LEFT_OF[proposal.edit.type] ?? 'person'} />
      <Decisions found={found} />
      {status === 'pending' && (
        <>
          <p class="govuk-body">
            {labelled(t, t('administrator:proposal.expires'), '')}
            <DateAndTime at={expiresAt} />
          </p>
          <Buttons path={`/admin/proposals/${id}`} found={found} />
        </>
      )}
    </>
  );
}

/** The status as a tag with text. */
export function ProposalState({ status }: { status: ProposalStatus }) {
  const { t } = useViewer();
  const colour = status === 'pending' ? 'yellow' : status === 'applied' ? 'green' : 'grey';
  return <Tag colour={colour}>{t(`administrator:proposal.status.${status}`)}</Tag>;
}

const OUTCOMES = ['proposed', 'confirmed-once', 'applied', 'rejected', 'withdrawn', 'announced'] as const;

function DoneNotice() {
  const { t, address } = useViewer();
  const { searchParams } = new URL(address, 'http://localhost');
  const outcome = OUTCOMES.find((each) => searchParams.has(each));
  if (outcome === undefined) return null;
  return (
    <Notice title={t('everywhere:done.title')} good>
      {t(`administrator:proposal.done.${outcome}`)}
    </Notice>
  );
}

function Difference({ found: { proposal } }: Pick<Props, 'found'>) {
  const { t, language } = useViewer();
  const label = ({ entry, field }: FieldChange) =>
    entry === undefined ? fieldLabel(field, t) : `${entry}: ${fieldLabel(field, t)}`;
  const shown = (field: string, value: unknown) =>
    field === 'hours' && typeof value === 'string' ? hoursText(value, language) : valueText(value, t);
  return (
    <Table
      caption={t('administrator:proposal.difference')}
      titled
      rows={fieldChanges(proposal.plan)}
      empty={t('everywhere:none')}
      columns={[
        { key: 'field', title: t('administrator:proposal.field'), cell: label },
        {
          ...{ key: 'before', title: t('administrator:proposal.before') },
          cell: ({ field, before }) => shown(field, before),
        },
        { key: 'after', title: t('administrator:proposal.after'), cell: ({ field, after }) => shown(field, after) },
      ]}
    />
  );
}

function Decisions({ found: { decisions, names } }: Pick<Props, 'found'>) {
  const { t } = useViewer();
  if (decisions.length === 0) return null;
  return (
    <Table
      caption={t('administrator:proposal.decisions')}
      titled
      rows={decisions}
      empty={t('everywhere:none')}
      columns={[
        { key: 'at', title: t('supervisor:audit.at'), cell: ({ at }) => <DateAndTime at={at} /> },
        { key: 'by', title: t('supervisor:audit.by'), cell: ({ personId }) => names.get(personId) ?? personId },
        {
          key: 'step',
          title: t('supervisor:audit.what'),
          cell: ({ step }) => t(`administrator:proposal.step.${step}`),
        },
      ]}
    />
  );
}

function Buttons({ path, found }: { path: string } & Pick<Props, 'found'>) {
  const { t, language, zone, now } = useViewer();
  const { isOwn, obstacle, confirmableAt, isProposerCounted, decisions } = found;
  const isFirst = !isProposerCounted && decisions.length === 0;
  return (
    <section class="desk-part desk-no-print">
      {isOwn && confirmableAt && now < confirmableAt && (
        <p class="govuk-inset-text">
          {t('administrator:proposal.confirmable-at', { at: formatInstant(confirmableAt, language, zone) })}
        </p>
      )}
      {obstacle === undefined && (
        <Form action={`${path}/confirm`}>
          <p class="govuk-body">
            {t(isFirst ? 'administrator:proposal.confirm-first-hint' : 'administrator:proposal.confirm-hint')}
          </p>
          <Submit>{t('administrator:proposal.confirm')}</Submit>
        </Form>
      )}
      {obstacle !== undefined && obstacle !== 'WAITING_PERIOD' && (
        <p class="govuk-inset-text">{t(isOwn ? 'administrator:proposal.needs-other' : `codes:error.${obstacle}`)}</p>
      )}
      <Form action={`${path}/${isOwn ? 'withdraw' : 'reject'}`}>
        <Submit kind="secondary">
          {t(isOwn ? 'administrator:proposal.withdraw' : 'administrator:proposal.reject')}
        </Submit>
      </Form>
    </section>
  );
}
