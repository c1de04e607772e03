/** Calendars: the public holidays of a country in a year, and the days on which agencies are closed beside them. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { mayEdit } from '../../../domain/administration/editor.ts';
import { holidaysOf } from '../../../domain/clocks/working-days.ts';
import { type ClosedDay, type HalfDay, isHalfDay } from '../../../domain/routing/directory.ts';
import { readDirectory } from '../../../prisma/store/directory.ts';
import { readClosedDays } from '../../../prisma/store/directory-edit.ts';
import { parse } from '../../contract/parse.ts';
import { country } from '../../contract/submission.ts';
import { administer } from '../../directory/administer.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { readForm } from '../form-fields.ts';
import { readFormValues, showPage } from '../page.tsx';
import { CalendarsPage } from './calendars-page.tsx';
import { Confirm } from './confirm.tsx';
import { type EditingContext, editingContext } from './editor.ts';
import { closedDayForm } from './fields.ts';
import { notFound, type Refused, saveDirectoryForm } from './save.ts';

type OfDay = { Params: { agencyId: string; day: string } };

const YEARS = 3;
const address = z.object({
  country: country.exactOptional(),
  year: z.coerce.number().int().min(2000).max(2100).exactOptional(),
});

/** Registers the pages of calendars. */
export function calendarPages(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = deps;
  app.get<{ Querystring: { format?: string } }>('/admin/calendars', async (request, reply) => {
    const now = editingContext(request, 'calendars');
    if (request.query.format === 'csv') return sendCsv(reply, 'closed-days', await csvRows(now));
    return show(request, reply, now);
  });

  app.post('/admin/calendars', (request, reply) => {
    const now = editingContext(request, 'calendars');
    return saveDirectoryForm(reply, {
      ...{ form: readForm(closedDayForm, request.body), formValues: readFormValues(request.body), t: now.t },
      to: '/admin/calendars',
      save: ({ closesAt, ...day }) =>
        administer(deps, now.editor, { type: 'add-closed-day', day: closesAt ? { ...day, closesAt } : day }),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  app.get<OfDay>('/admin/calendars/:agencyId/:day/remove', async (request, reply) => {
    const { t, editor } = editingContext(request, 'calendars');
    const { agencyId, day } = request.params;
    const found = (await readClosedDays(db, agencyId)).find((each) => each.day === day);
    if (found === undefined || !mayEdit(editor, agencyId)) return notFound(reply);
    const title = t('administrator:calendar.remove', { day: found.day, name: found.name });
    const text = t('administrator:calendar.remove-text');
    const does = t('everywhere:remove');
    const action = `/admin/calendars/${encodeURIComponent(agencyId)}/${day}/remove`;
    const body = <Confirm {...{ title, text, does, action, back: '/admin/calendars' }} />;
    return showPage(request, reply, { title, desk: 'calendars', body });
  });

  app.post<OfDay>('/admin/calendars/:agencyId/:day/remove', (request, reply) => {
    const now = editingContext(request, 'calendars');
    return saveDirectoryForm(reply, {
      ...{ form: { value: request.params }, formValues: {}, t: now.t, to: '/admin/calendars' },
      save: (day) => administer(deps, now.editor, { type: 'remove-closed-day', day }),
      again: (refused) => show(request, reply, now, refused),
    });
  });

  async function csvRows({ editor, t }: EditingContext): Promise<Cell[][]> {
    const days = (await readClosedDays(db)).filter(({ agencyId }) => mayEdit(editor, agencyId));
    const head = [
      ...[t('everywhere:column.agency'), t('administrator:calendar.day'), t('administrator:calendar.reason')],
      t('administrator:calendar.closes'),
    ];
    return [head, ...days.map((each): Cell[] => [each.agencyId, each.day, each.name, closingOf(each)])];
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { principal, editor, t }: EditingContext,
    refused?: Refused,
  ): Promise<FastifyReply> {
    const asked = parse(address, withoutEmpty(request.method === 'GET' ? request.query : {}));
    const [{ agencies }, days] = await Promise.all([readDirectory(db), readClosedDays(db)]);
    const own = agencies.filter(({ id }) => mayEdit(editor, id));
    const countries = [...new Set(own.flatMap((agency) => agency.country ?? []))].sort();
    const thisYear = DateTime.now().setZone(principal.zone).year;
    const year = asked.year ?? thisYear;
    const chosen = countries.find((each) => each === asked.country) ?? countries[0];
    const holidays = chosen === undefined ? [] : [...holidaysOf(chosen, year, principal.language)].sort();
    const years = [...Array(YEARS).keys()].map((n) => thisYear - 1 + n);
    const body = (
      <CalendarsPage
        {...{ country: chosen, year, holidays, countries, years, agencies: own }}
        days={days.filter(({ agencyId }) => mayEdit(editor, agencyId))}
      />
    );
    return showPage(request, reply, { title: t('everywhere:nav.calendars'), desk: 'calendars', ...refused, body });
  }
}

/** Empty if it is closed all day. */
function closingOf(day: ClosedDay | HalfDay): string {
  return isHalfDay(day) ? day.closesAt : '';
}
