/** The layout of every list page: the message of the last act, the heading, the list, and the links below it. */

import type { ComponentChildren } from 'preact';
import { MOST_COUNTED } from '../../queries/list.ts';
import { type Done, DoneNotice } from '../referral/done-notice.tsx';
import { useViewer } from '../viewer.ts';
import { ListFoot } from './list-foot.tsx';

interface Props {
  title: string;
  /** The act after which the page is shown, if any. */
  done?: Done | undefined;
  /** Number of rows on all pages of the list. More than `MOST_COUNTED` are shown as such. */
  total?: number;
  /** Number of rows of a page on which each row is a task. Shown if the page has the whole list. */
  tasks?: number;
  /** Cursor of the next page of the list. */
  next?: string | undefined;
  /** Links to the other lists of tasks, for a list of tasks. */
  tabs?: ComponentChildren;
  /** Filters, the table, and forms for its rows. */
  children: ComponentChildren;
  /** What is not part of the list: it follows the links. */
  below?: ComponentChildren;
}

/** A list page with heading, list and links below it. */
export function ListLayout({ title, done, total, tasks, next, tabs, children, below }: Props) {
  const { t } = useViewer();
  const text = (count: number) =>
    count > MOST_COUNTED
      ? t('everywhere:list.more-than', { number: MOST_COUNTED })
      : t('everywhere:list.total', { count });
  const tasksIn = (referrals: string) =>
    tasks === undefined || next !== undefined
      ? referrals
      : t('waiting:tasks-in', { tasks: t('waiting:tasks', { count: tasks }), referrals });
  return (
    <>
      <DoneNotice done={done} />
      <h1 class="govuk-heading-l">{title}</h1>
      {tabs}
      {children}
      <ListFoot next={next} total={total === undefined ? undefined : tasksIn(text(total))} />
      {below}
    </>
  );
}
