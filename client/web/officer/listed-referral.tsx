/** What the lists of officers show of a referral in the same way: reference, handler, task, and the mark of unread ones. */

import { capitalised } from '../../i18n/capitalised.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import type { RowWithoutRecipients } from '../../queries/list.ts';
import { handlerName } from '../../queries/names.ts';
import { Due } from '../parts/due.tsx';
import { Reference } from '../parts/reference.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

/** The reference number as a link, with a tag if the referral is a drill. */
export function ListedReference({ row }: { row: Pick<RowWithoutRecipients, 'reference' | 'unread' | 'drill'> }) {
  return (
    <>
      <Reference reference={row.reference} unread={row.unread} />
      <DrillTag row={row} />
    </>
  );
}

/** The tag of a drill. */
export function DrillTag({ row: { drill } }: { row: Pick<RowWithoutRecipients, 'drill'> }) {
  const { t } = useViewer();
  if (!drill) return null;
  return (
    <>
      {' '}
      <Tag colour="yellow">{t('registry:drill.mark')}</Tag>
    </>
  );
}

/** The name of the person who handles the referral, or a word for none. */
export function Handler({ id, names }: { id: string | undefined; names: Names }) {
  const viewer = useViewer();
  return <>{id === undefined ? viewer.t('officer:filter.nobody') : handlerName(names, id, viewer)}</>;
}

/** What the agency must do before its own clock expires, and the time left. */
export function OwedTask({ owes: { clock, by } }: { owes: NonNullable<RowWithoutRecipients['owes']> }) {
  const { t, language } = useViewer();
  return (
    <>
      <div>{capitalised(t(`codes:clockTask.${clock}`), language)}</div>
      <Due at={by} />
    </>
  );
}

/** What the mark of unread referrals means. Screen readers read that in each row. */
export function UnreadLegend({ rows }: { rows: readonly Pick<RowWithoutRecipients, 'unread'>[] }) {
  const { t } = useViewer();
  if (!rows.some(({ unread }) => unread)) return null;
  return (
    <p class="desk-quiet" aria-hidden="true">
      <span class="desk-unread__mark">●</span> {t('everywhere:list.unread')}
    </p>
  );
}
