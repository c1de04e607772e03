/** The tables of recipients with their answers, and of questions. */

import type { Question, Recipient, Referral } from '../../../domain/referral.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Key } from '../../i18n/i18n.ts';
import { type Names, numberOf } from '../../i18n/render-sentence.ts';
import { withSemicolons } from '../../i18n/with-semicolons.ts';
import { DateAndTime } from '../parts/due.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { TableInParts } from '../parts/table-in-parts.tsx';
import { RecipientTag, Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { outcomeText } from './outcome-text.ts';
import { partyName, type ReferralView } from './referral-view.ts';

/** So many recipients, with their acts, fit on a page that is quick to come. */
export const RECIPIENTS_SHOWN = 8;

/** Why a referral has no recipients, if it is not that triage is open. */
const NO_RECIPIENTS: Partial<Record<Referral['status'], Key>> = {
  held: 'referral:no-recipients-held',
  'closure-proposed': 'referral:no-recipients-held',
  closed: 'referral:no-recipients-closed',
  erased: 'referral:no-recipients-closed',
};

/** The recipients of a referral as a table. */
export function Recipients({ view: { referral, names } }: { view: ReferralView }) {
  const { t, language } = useViewer();
  const columns: Column<Recipient>[] = [
    { key: 'id', title: t('referral:column.number'), cell: ({ id }) => numberOf(id) },
    {
      key: 'point',
      title: t('referral:column.point'),
      cell: ({ contactPointId, agencyId, lead }) => (
        <>
          {names.point(contactPointId)} {lead && <Tag colour="blue">{t('referral:lead')}</Tag>}
          <br />
          <span class="desk-quiet">{names.agency(agencyId)}</span>
        </>
      ),
    },
    {
      key: 'country',
      title: t('everywhere:column.country'),
      cell: ({ country }) => countryName(language, country),
    },
    { key: 'status', title: t('everywhere:column.status'), cell: ({ status }) => <RecipientTag status={status} /> },
    { key: 'opened', title: t('referral:column.opened'), cell: (recipient) => <Opened recipient={recipient} /> },
    {
      key: 'acknowledged',
      title: t('referral:column.acknowledged'),
      cell: ({ acknowledged }) =>
        acknowledged.state === 'yes' && (
          <>
            <DateAndTime at={acknowledged.at} /> {acknowledged.late && <Tag colour="red">{t('referral:late')}</Tag>}
          </>
        ),
    },
    {
      key: 'outcomes',
      title: t('referral:column.outcomes'),
      cell: (recipient) => <Outcomes recipient={recipient} names={names} />,
    },
  ];
  return (
    <TableInParts
      name="recipients"
      size={RECIPIENTS_SHOWN}
      caption={t('everywhere:column.recipients')}
      columns={columns}
      rows={referral.recipients}
      empty={t(NO_RECIPIENTS[referral.status] ?? 'referral:no-recipients')}
    />
  );
}

function Opened({ recipient: { openedAt, opened, hop } }: { recipient: Recipient }) {
  const { t } = useViewer();
  return (
    <>
      <DateAndTime at={openedAt} />
      <br />
      <span class="desk-quiet">
        {t(`codes:openedBy.${opened}`)}
        {hop > 0 && `, ${t('referral:hop', { count: hop })}`}
      </span>
    </>
  );
}

function Outcomes({ recipient, names }: { recipient: Recipient; names: Names }) {
  const { t } = useViewer();
  const { outcomes, recallConfirmed, onward, status } = recipient;
  const texts = outcomes.map((outcome) => outcomeText(outcome, t));
  if (onward.state === 'consent-asked') {
    texts.push(t('referral:consent-asked', { point: names.point(onward.choice.contactPointId) }));
  }
  if (status === 'recalled') texts.push(t(recallConfirmed ? 'referral:recall-confirmed' : 'referral:recall-open'));
  if (recipient.preserved) texts.push(t(`codes:preservationState.${recipient.preserved}`));
  if (recipient.erasure) texts.push(t(`referral:retention.erasure-${recipient.erasure}`));
  return <>{withSemicolons(texts, t)}</>;
}

/** The questions about a referral as a table. */
export function Questions({ view }: { view: ReferralView }) {
  const { t } = useViewer();
  const { referral } = view;
  const columns: Column<Question>[] = [
    { key: 'id', title: t('referral:column.number'), cell: ({ id }) => numberOf(id) },
    {
      key: 'asker',
      title: t('referral:column.asker'),
      cell: (question) => partyName(question.asker, view),
    },
    { key: 'asked', title: t('referral:column.asked'), cell: ({ askedAt }) => <DateAndTime at={askedAt} /> },
    {
      key: 'state',
      title: t('everywhere:column.status'),
      cell: ({ state }) => t(`codes:questionState.${state}`),
    },
  ];
  return (
    <Table
      caption={t('referral:part.questions')}
      columns={columns}
      rows={referral.questions}
      empty={t('referral:no-questions')}
    />
  );
}
