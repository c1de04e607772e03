/** The deadlines of one referral as a table for a spreadsheet. Times are in UTC; lateness is in hours. */

import type { Referral } from '../../../domain/referral.ts';
import { handlingText } from '../../i18n/handling-text.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import type { Sla } from '../../queries/sla.ts';
import type { Bar } from '../../queries/sla-bar.ts';
import type { Cell } from '../csv.ts';

/** One line for each deadline. */
export function slaCsv({ bars }: Sla, { reference, facts }: Referral, names: Names, t: Translate): Cell[][] {
  const head = [
    ...[t('everywhere:column.reference'), t('administrator:id'), t('supervisor:sla.clock'), t('waiting:overdue.who')],
    ...[t('supervisor:sla.state'), t('supervisor:sla.started'), t('supervisor:sla.legend.first-due')],
    ...[t('everywhere:column.due'), t('pictures:sla.ended'), t('pictures:sla.late-by'), t('referral:handling')],
  ];
  const rows = bars.map((bar): Cell[] => [
    ...[reference, bar.clockId, t(`codes:clockName.${bar.name}`), names.agency(bar.agencyId)],
    ...[t(`codes:clockStatus.${bar.state}`), bar.startedAt, bar.firstDueAt, bar.dueAt, bar.stop?.at, hoursLate(bar)],
    handlingText(t, facts),
  ]);
  return [head, ...rows];
}

function hoursLate({ breach }: Bar): number {
  return breach ? Math.round((Date.parse(breach.to) - Date.parse(breach.from)) / 36_000) / 100 : 0;
}
