/** The search page: a reference number opens its referral; a case number or hash value lists all referrals that have it. */

import type { FastifyInstance } from 'fastify';
import { principalOf } from '../../http/identity/principal.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { type SearchMatch, search } from '../../queries/search.ts';
import { redirectAfterPost, showPage } from '../page.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { useViewer } from '../viewer.ts';

/** Registers the search. */
export function searchPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<{ Querystring: { q?: unknown } }>('/search', async (request, reply) => {
    const { person, language } = principalOf(request);
    const t = translatorFor(language);
    const { q = '' } = request.query;
    const found = await search(deps, person, String(q));
    const [only] = found;
    if (only && found.length === 1 && only.by === 'reference')
      return redirectAfterPost(reply, `/referrals/${only.reference}`);
    return showPage(request, reply, { title: t('everywhere:search.title'), body: <Results found={found} /> });
  });
}

function Results({ found }: { found: readonly SearchMatch[] }) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:search.title')}</h1>
      {found.length === 0 ? (
        <p class="govuk-inset-text">{t('everywhere:search.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('everywhere:search.found', { count: found.length })}</p>
          <ul class="govuk-list govuk-list--bullet">
            {found.map(({ reference, by }) => (
              <li>
                <a href={`/referrals/${reference}`}>{reference}</a> ({t(`officer:found.${by}`)})
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-hint">{t('everywhere:search.hint')}</p>
    </>
  );
}
