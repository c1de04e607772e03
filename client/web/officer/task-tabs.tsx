/** Links to the lists of tasks, each with its number of referrals. */

import { TASKS, type Task } from '../../../domain/agency-tasks.ts';
import { APPROVALS } from '../../../domain/agency-view.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { TaskCounts } from '../../queries/waiting.ts';
import { type DeskName, taskListsOf } from '../navigation.ts';
import { useViewer } from '../viewer.ts';

/** Kinds of tasks that only the coordinating agency has. */
const COORDINATING: readonly Task[] = ['triage', 'propose-closure', ...APPROVALS];

interface Props {
  counts: TaskCounts;
  /**
   * What the page lists: a tab of *Waiting for us*, of which `all` is everything and `mine` what the viewer handles; or a list
   * with filters of its own. Undefined for other filters.
   */
  current: { tab: Task | 'all' | 'mine' } | DeskName | undefined;
}

/** The tabs of *Waiting for us*: everything, what the viewer handles, each kind of task, and the lists with filters of their own. */
export function TaskTabs({ counts, current }: Props) {
  const { t, language, principal } = useViewer();
  if (principal === undefined) return null;
  const kinds = TASKS.filter(
    (task) => counts[task] !== undefined && (principal.coordinating || !COORDINATING.includes(task)),
  );
  const currentTab = typeof current === 'object' ? current.tab : undefined;
  const tab = (name: Task | 'all' | 'mine', path: string) => (
    <li>
      <a href={path} {...(name === currentTab && { 'aria-current': 'page' as const })}>
        {t(`waiting:tab.${name}`)} <span class="desk-count">({formatNumber(counts[name] ?? 0, language)})</span>
      </a>
    </li>
  );
  return (
    <nav class="desk-tabs" aria-label={t('waiting:tabs')}>
      <ul>
        {tab('all', '/waiting')}
        {tab('mine', '/waiting?handler=me')}
        {kinds.map((task) => tab(task, `/waiting?task=${task}`))}
      </ul>
      <ul aria-label={t('waiting:lists')}>
        {taskListsOf(principal).map(({ name, path }) => (
          <li>
            <a href={path} {...(name === current && { 'aria-current': 'page' as const })}>
              {t(`everywhere:nav.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
