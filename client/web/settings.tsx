/** A person's own settings: language, time zone and daily digest. Also ends all sessions. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LANGUAGE_NAMES, LANGUAGES } from '../../domain/words/languages.ts';
import { readSettings, type Settings, saveSettings } from '../../prisma/store/settings.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { readForm } from './form-fields.ts';
import { redirectAfterPost, showPage } from './page.tsx';
import { Choices, Form, Input, Select, Submit } from './parts/form.tsx';
import { Notice } from './parts/notice.tsx';

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
});

/** Registers the settings of a person. */
export function settingsPages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get<{ Querystring: { saved?: string } }>('/settings', async (request, reply) => {
    const { person, language } = principalOf(request);
    const t = translatorFor(language);
    const settings = await readSettings(db, person.personId);
    const body = <SettingsPage settings={settings} t={t} saved={request.query.saved !== undefined} />;
    return showPage(request, reply, { title: t('everywhere:settings.title'), body });
  });

  app.post('/settings', async (request, reply) => {
    const { person, language } = principalOf(request);
    const form = readForm(settingsForm, request.body);
    if (form.faults) {
      const t = translatorFor(language);
      const faults = form.faults.map(({ field }) => ({ field, message: faultAt(field, t) }));
      const settings = await readSettings(db, person.personId);
      const body = <SettingsPage settings={settings} t={t} saved={false} />;
      return showPage(request, reply, {
        title: t('everywhere:settings.title'),
        status: 422,
        ...form,
        faults,
        body,
      });
    }
    await saveSettings(db, person.personId, form.value);
    return redirectAfterPost(reply, '/settings?saved');
  });
}

function faultAt(field: string, t: Translate): string {
  return t(field === 'zone' ? 'administrator:fault.zone' : 'everywhere:field.check');
}

function SettingsPage({ settings, t, saved }: { settings: Settings; t: Translate; saved: boolean }) {
  const hours = [...Array(24).keys()].map((hour) => ({
    value: String(hour),
    label: t('everywhere:settings.digest-at', { hour }),
  }));
  return (
    <div class="desk-measure">
      {saved && (
        <Notice title={t('everywhere:done.title')} good>
          {t('everywhere:settings.saved')}
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
        <Input
          name="zone"
          label={t('everywhere:settings.zone')}
          hint={t('everywhere:settings.zone-hint')}
          value={settings.zone}
          width={20}
        />
        <Select
          name="digestHour"
          label={t('everywhere:settings.digest')}
          hint={t('everywhere:settings.digest-hint')}
          value={settings.digestHour === null ? '' : String(settings.digestHour)}
          empty={t('everywhere:settings.digest-off')}
          options={hours}
        />
        <Submit>{t('everywhere:save')}</Submit>
      </Form>
      <h2 class="govuk-heading-m">{t('everywhere:settings.sessions')}</h2>
      <p class="govuk-body">{t('everywhere:settings.sessions-hint')}</p>
      <Form action="/sign-out-everywhere">
        <Submit kind="warning">{t('everywhere:who.sign-out-everywhere')}</Submit>
      </Form>
    </div>
  );
}
