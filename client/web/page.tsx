/** Renders a page for the principal of a request. No other file creates HTML documents. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { csrfField } from '../http/identity/authentication.ts';
import { languageOf } from '../http/language.ts';
import { translatorFor } from '../i18n/i18n.ts';
import { topicOf } from './help/topics.ts';
import { type DeskName, hasDesk } from './navigation.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { Shell } from './shell.tsx';
import { type FormFault, type FormValues, type Viewer, ViewerContext } from './viewer.ts';

/** The content of a page and how it is shown. */
export interface PageContent {
  title: string;
  desk?: DeskName;
  /** Whether the page updates itself on any change for the viewer. A reference number limits this to one referral. */
  live?: boolean | string;
  /** HTTP status; by default 200. */
  status?: number;
  /** The submitted values of a form that was refused. `faults` are the reasons. */
  formValues?: FormValues;
  faults?: readonly FormFault[];
  body: VNode;
}

/** Sends the page. Caches must not store it. */
export function showPage(request: FastifyRequest, reply: FastifyReply, page: PageContent): FastifyReply {
  const viewer = viewerOf(request, reply, page);
  // A page that is not there and one that is not the viewer's look alike, whatever the route.
  const { url } = page.status === 404 ? {} : request.routeOptions;
  const { title, desk = deskOf(request, url), live } = page;
  const html = render(
    <ViewerContext.Provider value={viewer}>
      <Shell title={title} desk={desk} live={live} help={topicOf(url)}>
        <ErrorSummary />
        {page.body}
      </Shell>
    </ViewerContext.Provider>,
  );
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${html}`);
}

/** The values of a submitted form. A field may have several values. */
export function readFormValues(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(([name]) => name !== '_csrf');
  return Object.fromEntries(
    fields.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  );
}

/** Redirects to a page after a POST, so that a reload does not repeat it (303, RFC 9110). */
export function redirectAfterPost(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303);
}

/** Pages of one referral belong to the list of referrals. */
function deskOf({ principal }: FastifyRequest, url: string | undefined): DeskName | undefined {
  const isOfReferral = url?.startsWith('/referrals/:reference') ?? false;
  return isOfReferral && principal && hasDesk(principal, 'referrals') ? 'referrals' : undefined;
}

function viewerOf(request: FastifyRequest, reply: FastifyReply, page: PageContent): Viewer {
  const { principal, authentication } = request;
  const language = languageOf(request);
  return {
    principal,
    isLoneAdministrator: request.isLoneAdministrator,
    announcements: request.server.announcements.current(),
    language,
    zone: principal?.zone ?? 'UTC',
    colourScheme: principal?.colourScheme ?? 'system',
    t: translatorFor(language),
    now: new Date().toISOString(),
    csrf: csrfField(reply),
    address: request.url,
    formValues: page.formValues ?? {},
    savedForm: authentication.savedForm && {
      action: authentication.savedForm.action,
      formValues: readFormValues(authentication.savedForm.fields),
    },
    faults: page.faults ?? [],
  };
}
