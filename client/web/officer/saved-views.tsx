/** Saved views: lists with their filters under a name. A link opens one; buttons save and delete it. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SavedView } from '../../../prisma/store/saved-views.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { deleteView, saveView } from '../../workspace/saved-views.ts';
import { redirectAfterPost } from '../page.tsx';
import { Form, Input, Submit } from '../parts/form.tsx';
import { useSavedForm } from '../parts/refilled.tsx';
import { useViewer } from '../viewer.ts';

/** Pages with views. */
const PAGES = ['/referrals', '/inbox'] as const;
/** A page whose filters can be saved as a view. */
export type ViewedPage = (typeof PAGES)[number];

const view = z.object({ page: z.enum(PAGES), name: z.string().trim().min(1).max(80), query: z.string().max(2_000) });
const gone = z.object({ page: z.enum(PAGES), id: z.string().max(50) });

/** Registers the forms that save and delete views. */
export function savedViewPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.post('/views', async (request, reply) => {
    const { person } = principalOf(request);
    const { page, name, query } = parse(view, request.body);
    const kept = withoutPlace(query);
    await saveView(deps, person, { page, name, query: kept });
    return redirectAfterPost(reply, `${page}?${kept}`);
  });

  app.post('/views/delete', async (request, reply) => {
    const { person } = principalOf(request);
    const { page, id } = parse(gone, request.body);
    await deleteView(deps, person, id);
    return redirectAfterPost(reply, page);
  });
}

/** Links to the saved views of a list, and the form that saves one. */
export function SavedViews({ page, views }: { page: ViewedPage; views: readonly SavedView[] }) {
  const { t, address } = useViewer();
  const query = withoutPlace(new URL(address, 'http://localhost').search.slice(1));
  const isBegun = useSavedForm('/views') !== undefined;
  return (
    <div class="desk-views desk-no-print">
      {views.length > 0 && (
        <nav aria-label={t('everywhere:list.saved')}>
          <ul class="govuk-list">
            {views.map((each) => (
              <li>
                <a href={`${page}?${each.query}`}>{each.name}</a>{' '}
                <form class="desk-inline" action="/views/delete" method="post">
                  <ViewFields page={page} id={each.id} />
                  <button class="desk-button-plain" type="submit">
                    {t('everywhere:list.remove', { name: each.name })}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {query !== '' && (
        <details class="govuk-details" open={isBegun}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t('everywhere:list.save')}</span>
          </summary>
          <div class="govuk-details__text">
            <Form action="/views" hidden={{ page, query }}>
              <Input name="name" label={t('everywhere:list.save-name')} width={20} />
              <Submit kind="secondary">{t('everywhere:save')}</Submit>
            </Form>
          </div>
        </details>
      )}
    </div>
  );
}

function ViewFields({ page, id }: { page: ViewedPage; id: string }) {
  const { csrf } = useViewer();
  return (
    <>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

/** A view starts on the first page, without one-time messages. */
function withoutPlace(query: string): string {
  const kept = new URLSearchParams(query);
  for (const name of ['cursor', 'format', 'done', 'of', 'entry']) kept.delete(name);
  for (const [name, value] of [...kept]) if (value === '') kept.delete(name);
  return kept.toString();
}
