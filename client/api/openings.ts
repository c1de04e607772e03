/** When the desks of an agency are open, for administrators: hours of contact points, closed days and half days. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayEdit, requireReach } from '../../domain/administration/editor.ts';
import { versionOf } from '../../domain/audit/version.ts';
import { ReferralError } from '../../domain/errors.ts';
import { isHalfDay } from '../../domain/routing/directory.ts';
import { parseHours } from '../../domain/routing/opening-hours.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readClosedDays, readContactPoint } from '../../prisma/store/directory-edit.ts';
import { pointHoursAnswer, proposedAnswer, specialDaysAnswer } from '../contract/answers/administration.ts';
import { closingTime, isoDay } from '../contract/submission.ts';
import { DIRECTORY_TEXT_LIMITS as LONGEST } from '../directory/guarded-texts.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { administratorOf, proposeChange } from './administration.ts';
import { jsonAnswer, REFUSALS } from './document.ts';

const id = z.string().max(LONGEST.id);
const hours = z
  .string()
  .trim()
  .max(LONGEST.hours)
  .refine((text) => parseHours(text) !== undefined, 'must be 24/7, 08:00-16:00, or by weekday')
  .describe(
    '24/7; 08:00-16:00 on every working day; or by weekday: Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00. In the time zone of the contact point',
  );
const closesAt = closingTime
  .exactOptional()
  .describe('On a half day, the local time at which the agency closes. Absent: closed all day');
const tags = ['administration'];

/** Registers the routes. */
export function openingRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  pointRoutes(app, deps);
  pointStatusRoutes(app, deps);
  dayRoutes(app, deps);
}

function pointRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/administration/contact-points',
    {
      schema: {
        ...{
          operationId: 'listPointHours',
          tags,
          summary: 'The contact points that the caller may change, with hours',
        },
        response: { 200: jsonAnswer(pointHoursAnswer, 'The contact points'), ...REFUSALS },
      },
    },
    async (request) => {
      const { editor } = administratorOf(request);
      const { contactPoints } = await readDirectory(deps.db);
      const own = contactPoints.filter(({ agencyId }) => mayEdit(editor, agencyId));
      return {
        contactPoints: own.map((point) => ({
          ...{ id: point.id, agencyId: point.agencyId, name: point.name, zone: point.zone, hours: point.hours },
          disabled: point.disabled ?? false,
          version: versionOf(point),
        })),
      };
    },
  );

  api.post(
    '/administration/contact-points/:point/hours',
    {
      schema: {
        ...{ operationId: 'changePointHours', tags, summary: 'Proposes other opening hours of a contact point' },
        params: z.strictObject({ point: id }),
        body: z.strictObject({
          hours,
          version: z.string().max(64).exactOptional().describe('Of the contact point as the caller read it'),
        }),
        response: { 200: jsonAnswer(proposedAnswer, 'The change is proposed, or nothing differs'), ...REFUSALS },
      },
    },
    async (request) => {
      const { editor } = administratorOf(request);
      const known = await readContactPoint(deps.db, request.params.point);
      if (known === undefined || !mayEdit(editor, known.agencyId)) {
        throw new ReferralError('UNKNOWN_CONTACT_POINT', 'There is no such contact point, or it is not yours.');
      }
      const { agencyId: _, country: __, verifiedAt: ___, disabled: ____, ...point } = known;
      const edit = { type: 'change-contact-point', point: { ...point, hours: request.body.hours } } as const;
      return proposeChange(deps, request, edit, request.body.version);
    },
  );
}

/** Disables a contact point, or enables it again. */
function pointStatusRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  for (const status of ['disable', 'enable'] as const) {
    const summary =
      status === 'disable'
        ? 'Proposes that routing leaves out a contact point, and nothing is sent to it'
        : 'Proposes to enable a disabled contact point again';
    api.post(
      `/administration/contact-points/:point/${status}`,
      {
        schema: {
          ...{ operationId: `${status}ContactPoint`, tags, summary },
          description: 'For administrators of its agency and of the coordinating agency. Another one confirms it.',
          params: z.strictObject({ point: id }),
          response: { 200: jsonAnswer(proposedAnswer, 'The change is proposed, or nothing differs'), ...REFUSALS },
        },
      },
      (request) => proposeChange(deps, request, { type: `${status}-contact-point`, id: request.params.point }),
    );
  }
}

function dayRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const params = z.strictObject({ agency: id });
  const response = { 200: jsonAnswer(proposedAnswer, 'The change is proposed'), ...REFUSALS };

  api.get(
    '/administration/agencies/:agency/closed-days',
    {
      schema: {
        ...{ operationId: 'listClosedDays', tags, summary: 'The closed days and half days of an agency' },
        params,
        response: { 200: jsonAnswer(specialDaysAnswer, 'The days, in order'), ...REFUSALS },
      },
    },
    async (request) => {
      const { agency } = request.params;
      requireReach(administratorOf(request).editor, agency);
      const days = await readClosedDays(deps.db, agency);
      return {
        days: days.map((each) => ({
          ...{ day: each.day, name: each.name },
          ...(isHalfDay(each) && { closesAt: each.closesAt }),
        })),
      };
    },
  );

  api.post(
    '/administration/agencies/:agency/closed-days',
    {
      schema: {
        ...{ operationId: 'addClosedDay', tags, summary: 'Proposes a closed day or a half day' },
        description: 'A closed day is no working day. A half day is a working day on which the desks close early.',
        params,
        body: z.strictObject({ day: isoDay, name: z.string().trim().min(1).max(LONGEST.name), closesAt }),
        response,
      },
    },
    (request) =>
      proposeChange(deps, request, {
        type: 'add-closed-day',
        day: { agencyId: request.params.agency, ...request.body },
      }),
  );

  api.post(
    '/administration/agencies/:agency/closed-days/:day/remove',
    {
      schema: {
        ...{ operationId: 'removeClosedDay', tags, summary: 'Proposes to remove a closed day or a half day' },
        params: z.strictObject({ agency: id, day: isoDay }),
        response,
      },
    },
    (request) =>
      proposeChange(deps, request, {
        type: 'remove-closed-day',
        day: { agencyId: request.params.agency, day: request.params.day },
      }),
  );
}
