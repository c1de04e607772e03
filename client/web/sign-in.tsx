/** The sign-in page: one button, and the reason why the person must sign in. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInNotice, SignInPage } from '../http/identity/deps.ts';
import { languageOf } from '../http/language.ts';
import { translatorFor } from '../i18n/i18n.ts';
import { showPage } from './page.tsx';
import { Notice } from './parts/notice.tsx';

/** Shows the sign-in page. */
export async function showSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  page: SignInPage,
): Promise<FastifyReply> {
  const t = translatorFor(languageOf(request));
  const say = (notice: SignInNotice) => t(`everywhere:sign-in.${notice}`);
  const body = (
    <div class="desk-measure">
      {page.notice && <Notice title={t('everywhere:sign-in.title')}>{say(page.notice)}</Notice>}
      <h1 class="govuk-heading-l">{t('everywhere:sign-in.title')}</h1>
      <p class="govuk-body">{t('everywhere:sign-in.lead')}</p>
      <a class="govuk-button" href={page.start} draggable={false}>
        {t('everywhere:sign-in.button')}
      </a>
    </div>
  );
  return showPage(request, reply, { title: t('everywhere:sign-in.title'), status: reply.statusCode, body });
}
