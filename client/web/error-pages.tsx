/** Answers errors: a page for people, problem details for programs. An error without a code is a bug. */

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, isErrorCode, ReferralError } from '../../domain/errors.ts';
import { XML_LIMITS } from '../../domain/exchange/xml.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { isWrongMethod } from '../http/allowed-methods.ts';
import { FORM_BYTES } from '../http/form-limits.ts';
import { signInPath } from '../http/identity/authentication.ts';
import { languageOf } from '../http/language.ts';
import { isApiRequest, type ProblemDetails, sendProblem } from '../http/problem.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { factSentences, type RefusalFacts } from '../i18n/refusal.ts';
import { placeOf } from '../platform/log.ts';
import { showPage } from './page.tsx';
import { Form, Submit } from './parts/form.tsx';
import { useViewer } from './viewer.ts';

/** Registers the error handler of the server. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(request, reply, knownFault(error)));
  app.setNotFoundHandler((request, reply) =>
    answer(
      request,
      reply,
      isWrongMethod(request, reply)
        ? { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'The address does not accept this method.' }
        : { status: 404, code: 'NO_SUCH_PAGE', message: '' },
    ),
  );
}

/** The part of an error that its principal may see. */
export interface KnownError extends Omit<ProblemDetails, 'faults'> {
  about?: RefusalFacts;
}

function answer(request: FastifyRequest, reply: FastifyReply, fault: KnownError | Error): FastifyReply {
  const known = fault instanceof Error ? bug(request, fault) : fault;
  if (isApiRequest(request)) return sendProblem(request, reply, known);
  if (known.code === 'NOT_SIGNED_IN' && request.method === 'GET') return reply.redirect(signInPath(request), 303);
  return showFault(request, reply, known);
}

const OF_THE_SERVER: Readonly<Record<number, ProblemDetails['code']>> = {
  413: 'BODY_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
};

/** Returns an error unchanged if it has no code and no status below 500. */
function knownFault(error: FastifyError): KnownError | Error {
  if (error instanceof ReferralError) {
    const { code, message, field, facts } = error;
    const { http: status } = ERRORS[code];
    return { status, code, message, field, about: { ...facts, field } };
  }
  if (isDatabaseUnavailable(error)) {
    const message = 'The database does not answer; try again, nothing is done twice.';
    return { status: 503, code: 'ENGINE_UNAVAILABLE', message };
  }
  const { statusCode = 500 } = error;
  // Errors of the server itself, such as a body that is too large. Their messages quote only limits.
  if (statusCode < 500) {
    return { status: statusCode, code: OF_THE_SERVER[statusCode] ?? 'REFUSED', message: error.message };
  }
  return error;
}

/** The log gets the place of the error only, because its message may quote input. */
function bug(request: FastifyRequest, error: Error): KnownError {
  request.log.error({ requestId: request.id, ...placeOf(error) }, 'bug');
  return { status: 500, code: 'BUG', message: `Something went wrong on our side; its number is ${request.id}.` };
}

function showFault(request: FastifyRequest, reply: FastifyReply, known: KnownError): FastifyReply {
  const language = languageOf(request);
  const t = translatorFor(language);
  const isSent = request.method !== 'GET' && request.method !== 'HEAD';
  const { title, text } = saying(t, known, request, isSent);
  const isPlain = known.status < 500 && known.status !== 404;
  const said = isPlain && (language === 'en' ? known.message : factSentences(t, known.about ?? {}).join(' '));
  const body = (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      {said && <p class="govuk-body">{said}</p>}
      <p class="govuk-body">{text}</p>
      <p class="govuk-body-s">
        {t('everywhere:labelled', { label: t('everywhere:error.code'), value: '' })}
        <code>{known.code}</code>
      </p>
      {known.status === 404 && <AtOtherAgency t={t} />}
      <p>
        <a class="govuk-link" href="/">
          {t('everywhere:error.back')}
        </a>
      </p>
    </div>
  );
  return showPage(request, reply, { title, status: known.status, body });
}

/** A person of two agencies may follow a link that only the other agency can open. Offers to switch the agency. */
function AtOtherAgency({ t }: { t: Translate }) {
  const { principal, address } = useViewer();
  const others = principal?.agencies.filter(({ id }) => id !== principal.person.agencyId) ?? [];
  if (others.length === 0) return null;
  return (
    <Form action="/agency" hidden={{ to: address }}>
      <p class="govuk-body">{t('everywhere:error.other-agency')}</p>
      {others.map(({ id, name }) => (
        <Submit kind="secondary" name="agency" value={id}>
          {name}
        </Submit>
      ))}
    </Form>
  );
}

/** The text of the code is in the reader's language. Details of the occurrence are in English. */
function saying(
  t: Translate,
  { status, code }: KnownError,
  { id, routeOptions }: FastifyRequest,
  isSent: boolean,
): { title: string; text: string } {
  if (status === 404) return { title: t('everywhere:error.not-found'), text: t('everywhere:error.not-found-text') };
  if (isErrorCode(code)) return { title: t(`codes:error.${code}`), text: t(`codes:remedy.${code}`) };
  if (status === 413) {
    const { bodyLimit = 0 } = routeOptions;
    const isForm = bodyLimit < FORM_BYTES.files;
    const text = isForm
      ? t('everywhere:error.too-large-form', { kibibytes: Math.floor(bodyLimit / 1024) })
      : t('everywhere:error.too-large-text', { mebibytes: XML_LIMITS.bytes / 2 ** 20 });
    return { title: t('everywhere:error.too-large'), text };
  }
  if (status === 429) {
    return {
      title: t('everywhere:error.too-many'),
      text: t('everywhere:error.too-many-text', { seconds: 60 }),
    };
  }
  if (status === 500) {
    // The fault may follow an act that was recorded.
    const key = isSent ? 'everywhere:error.bug-text-sent' : 'everywhere:error.bug-text';
    return { title: t('everywhere:error.bug'), text: t(key, { id }) };
  }
  return { title: t('everywhere:error.title'), text: t('everywhere:field.check') };
}
