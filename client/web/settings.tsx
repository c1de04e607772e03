/** A person's own settings: language, time zone, colours and daily digest. Also ends all sessions. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../domain/words/languages.ts';
import { feedMadeAt } from '../../prisma/store/calendar-feeds.ts';
import { listSessions } from '../../prisma/store/sessions.ts';
import {
  readSettings,
  readSystems,
  type Settings,
  type SystemReceipts,
  saveSettings,
  saveSilentSystems,
} from '../../prisma/store/settings.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { ABSOLUTE_HOURS } from '../http/identity/deps.ts';
import { COLOUR_SCHEMES, principalOf } from '../http/identity/principal.ts';
import { MOST_SESSIONS, sessionDigest } from '../http/identity/session.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { mayHaveCalendar } from '../workspace/calendar-feed.ts';
import { CalendarSection } from './calendar-feed.tsx';
import { readForm } from './form-fields.ts';
import { type OwnSession, Sessions } from './own-sessions.tsx';
import { redirectAfterPost, showPage } from './page.tsx';
import { BrowserChoices } from './parts/browser-choices.tsx';
import { Choices, Form, Select, Submit } from './parts/form.tsx';
import { Notice } from './parts/notice.tsx';
import { ZoneInput } from './parts/zone-input.tsx';

const isZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const settingsForm = z.object({
  language: z.enum(LANGUAGES),
  zone: z.string().max(60).refine(isZone),
  digestHour: z
    .string()
    .regex(/^$|^\d{1,2}$/)
    .transform((hour) => (hour === '' ? null : Number(hour)))
    .refine((hour) => hour === null || hour < 24),
  receipts: z
    .enum(['on', 'off'])
    .default('on')
    .transform((choice) => choice === 'on'),
  colourScheme: z.enum(COLOUR_SCHEMES).default('system'),
  /** Systems of the agency that get no receipts; only for supervisors. */
  silent: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
});

/** Registers the settings of a person. */
export function settingsPages(app: FastifyInstance, { db, identity }: HttpDependencies): void {
  app.get<{ Querystring: { saved?: string; ended?: string; revoked?: string } }>(
    '/settings',
    async (request, reply) => {
      const { person, language } = principalOf(request);
      const t = translatorFor(language);
      const settings = await readSettings(db, person.personId);
      const { saved, ended, revoked } = request.query;
      const done =
        (saved !== undefined && 'saved') ||
        (ended !== undefined && 'session-ended') ||
        (revoked !== undefined && 'calendar-revoked');
      const body = <SettingsPage {...{ settings, t, ...(await shownWith(request)) }} {...(done && { done })} />;
      return showPage(request, reply, { title: t('everywhere:settings.title'), body });
    },
  );

  app.post('/settings', async (request, reply) => {
    const { person, language } = principalOf(request);
    const form = readForm(settingsForm, request.body);
    if (form.faults) {
      const t = translatorFor(language);
      const faults = form.faults.map(({ field }) => ({ field, message: faultAt(field, t) }));
      const settings = await readSettings(db, person.personId);
      const body = <SettingsPage {...{ settings, t, ...(await shownWith(request)) }} />;
      return showPage(request, reply, {
        title: t('everywhere:settings.title'),
        status: 422,
        ...form,
        faults,
        body,
      });
    }
    const { silent, ...settings } = form.value;
    await saveSettings(db, person.personId, settings);
    if (isSupervisor(person)) await saveSilentSystems(db, person, silent);
    return redirectAfterPost(reply, '/settings?saved');
  });

  /** What the page shows beside the settings. */
  async function shownWith(request: FastifyRequest): Promise<Pick<Props, 'systems' | 'sessions' | 'calendar'>> {
    const { person } = principalOf(request);
    const [systems, sessions] = [await systemsOf(person), await openSessions(request)];
    return {
      systems,
      sessions,
      ...(mayHaveCalendar(person) && { calendar: { madeAt: await feedMadeAt(db, person) } }),
    };
  }

  /** Only a supervisor decides about the systems of the agency. */
  async function systemsOf(person: Person): Promise<SystemReceipts[]> {
    return isSupervisor(person) ? readSystems(db, person.agencyId) : [];
  }

  async function openSessions(request: FastifyRequest): Promise<OwnSession[]> {
    const { person, agencies } = principalOf(request);
    const longest = (identity.absoluteHours ?? ABSOLUTE_HOURS) * 3_600_000;
    const listed = await listSessions(db, person.personId, new Date(Date.now() - longest));
    const own = sessionDigest(request);
    return listed.map((each) => ({
      ...each,
      agency: agencies.find(({ id }) => id === each.agencyId)?.name ?? each.agencyId,
      isThis: each.digest === own,
    }));
  }
}

function isSupervisor({ roles }: Person): boolean {
  return roles.includes('supervisor');
}

function faultAt(field: string, t: Translate): string {
  return t(field === 'zone' ? 'administrator:fault.zone' : 'everywhere:field.check');
}

interface Props {
  settings: Settings;
  systems: readonly SystemReceipts[];
  sessions: readonly OwnSession[];
  /** Absent if the person's roles have no tasks with deadlines. */
  calendar?: { madeAt: Date | undefined };
  t: Translate;
  done?: 'saved' | 'session-ended' | 'calendar-revoked';
}

function SettingsPage({ settings, systems, sessions, calendar, t, done }: Props) {
  const hours = [...Array(24).keys()].map((hour) => ({
    value: String(hour),
    label: t('everywhere:settings.digest-at', { hour }),
  }));
  return (
    <div class="desk-measure">
      {done && (
        <Notice title={t('everywhere:done.title')} good>
          {t(`everywhere:settings.${done}`)}
        </Notice>
      )}
      <h1 class="govuk-heading-l">{t('everywhere:settings.title')}</h1>
      <Form action="/settings">
        <Choices
          kind="radio"
          name="language"
          label={t('everywhere:settings.language')}
          value={[settings.language]}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <ZoneInput value={settings.zone} />
        <Choices
          kind="radio"
          name="colourScheme"
          label={t('everywhere:settings.colours')}
          value={[settings.colourScheme]}
          options={COLOUR_SCHEMES.map((value) => ({ value, label: t(`everywhere:settings.colours-${value}`) }))}
        />
        <Select
          name="digestHour"
          label={t('everywhere:settings.digest')}
          hint={t('everywhere:settings.digest-hint')}
          value={settings.digestHour === null ? '' : String(settings.digestHour)}
          empty={t('everywhere:settings.digest-off')}
          options={hours}
        />
        <Choices
          kind="radio"
          name="receipts"
          label={t('everywhere:settings.receipts')}
          value={[settings.receipts ? 'on' : 'off']}
          options={(['on', 'off'] as const).map((value) => ({
            value,
            label: t(`everywhere:settings.receipts-${value}`),
          }))}
        />
        {systems.length > 0 && (
          <Choices
            kind="checkbox"
            name="silent"
            label={t('everywhere:settings.silent')}
            value={systems.filter(({ receipts }) => !receipts).map(({ id }) => id)}
            options={systems.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
      <p class="govuk-body">
        <a href="/absences">{t('everywhere:nav.absences')}</a>
      </p>
      {calendar && <CalendarSection madeAt={calendar.madeAt} />}
      <BrowserChoices />
      <h2 class="govuk-heading-m">{t('everywhere:settings.own-sessions')}</h2>
      <p class="govuk-body">{t('everywhere:settings.session-limit', { most: MOST_SESSIONS })}</p>
      <Sessions sessions={sessions} />
      <h2 class="govuk-heading-m">{t('everywhere:settings.sessions')}</h2>
      <p class="govuk-body">{t('everywhere:settings.sessions-hint')}</p>
      <Form action="/sign-out-everywhere">
        <Submit kind="warning">{t('everywhere:who.sign-out-everywhere')}</Submit>
      </Form>
    </div>
  );
}
