/** Draws a page for whoever asks: the only place where a request becomes HTML. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { csrfField, keptFields } from '../identity/door.ts';
import { languageOf, wordsFor } from '../words/words.ts';
import type { DeskName } from './navigation.ts';
import { ErrorSummary } from './parts/form.tsx';
import { Notice } from './parts/notice.tsx';
import { Shell } from './shell.tsx';
import { type Fault, type Typed, type Viewer, ViewerContext } from './viewer.ts';

export interface Page {
  title: string;
  desk?: DeskName;
  /** Refreshes itself when something changes for the viewer. */
  live?: boolean;
  /** HTTP; 200 where none is given. */
  status?: number;
  /** What was typed into a form that was refused, and why. */
  typed?: Typed;
  faults?: readonly Fault[];
  /** Where its form is sent, where that is not the page's own path: what a lost session kept is shown again here. */
  formPath?: string;
  body: VNode;
}

/** Sends the page; nothing of it is kept by any cache. */
export function showPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const kept = keptFields(request, page.formPath);
  const viewer = viewerOf(request, reply, { ...page, typed: page.typed ?? (kept && typedIn(kept)) ?? {} });
  const { title, desk, live } = page;
  const html = render(
    <ViewerContext.Provider value={viewer}>
      <Shell title={title} desk={desk} live={live}>
        {kept && <Notice title={viewer.words('everywhere:kept.title')}>{viewer.words('everywhere:kept.text')}</Notice>}
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

/** The fields of a form as it was sent: each may have come many times. */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  const fields = Object.entries(body).filter(([name]) => name !== '_csrf');
  return Object.fromEntries(
    fields.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  );
}

/** A page's address after something was done there: so that reloading does nothing twice (RFC 9110, 303). */
export function goTo(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303);
}

function viewerOf(request: FastifyRequest, reply: FastifyReply, page: Page): Viewer {
  const { asker } = request;
  const language = asker?.language ?? languageOf(request.headers['accept-language']);
  return {
    asker,
    language,
    zone: asker?.zone ?? 'UTC',
    words: wordsFor(language),
    now: new Date().toISOString(),
    csrf: csrfField(reply),
    address: request.url,
    typed: page.typed ?? {},
    faults: page.faults ?? [],
  };
}
