/** The search page: a reference number opens its referral; a case number, hash value or name lists all that have it. */

import type { FastifyInstance } from 'fastify';
import { mayEdit } from '../../../domain/administration/editor.ts';
import type { Agency, Directory } from '../../../domain/routing/directory.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { type SearchMatch, search } from '../../queries/search.ts';
import { type DeskName, hasDesk } from '../navigation.ts';
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
    const { directory } = await deps.lookup();
    const body = <Results text={String(q).trim()} found={found} agencies={agenciesNamed(String(q), directory)} />;
    return showPage(request, reply, { title: t('everywhere:search.title'), body });
  });
}

/** Fewer letters are in the names of most agencies. */
const LEAST_LETTERS = 3;
const MOST_AGENCIES = 20;

/** The agencies with the text in their names, without regard to case and accents. */
function agenciesNamed(text: string, { agencies }: Directory): Agency[] {
  const sought = folded(text.trim());
  if (sought.length < LEAST_LETTERS) return [];
  return agencies.filter(({ name }) => folded(name).includes(sought));
}

/** In lower case, without the accents that Unicode separates from their letters. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

interface ResultsProps {
  /** What was searched for. */
  text: string;
  found: readonly SearchMatch[];
  agencies: readonly Agency[];
}

function Results({ text, found, agencies }: ResultsProps) {
  const { t } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l desk-words">
        {text === '' ? t('everywhere:search.title') : t('everywhere:search.results', { text })}
      </h1>
      {found.length === 0 && agencies.length === 0 && <p class="govuk-inset-text">{t('everywhere:search.none')}</p>}
      {found.length > 0 && (
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
      {agencies.length > 0 && <FoundAgencies agencies={agencies} />}
      <p class="govuk-hint">{t('everywhere:search.hint')}</p>
    </>
  );
}

/** Each agency with the lists of its referrals, and for its administrators with its page. */
function FoundAgencies({ agencies }: { agencies: readonly Agency[] }) {
  const { t, principal } = useViewer();
  const has = (desk: DeskName) => principal !== undefined && hasDesk(principal, desk);
  const mayEditAgency = (id: string) =>
    principal !== undefined && mayEdit({ person: principal.person, everywhere: principal.coordinating }, id);
  return (
    <>
      <h2 class="govuk-heading-m">{t('everywhere:search.agencies')}</h2>
      {agencies.length > MOST_AGENCIES && (
        <p class="govuk-body">
          {t('everywhere:search.first-agencies', { most: MOST_AGENCIES, total: agencies.length })}
        </p>
      )}
      <ul class="govuk-list desk-plain-list">
        {agencies.slice(0, MOST_AGENCIES).map(({ id, name }) => (
          <li>
            {has('agencies') && mayEditAgency(id) ? <a href={`/admin/agencies/${id}`}>{name}</a> : name}
            {has('referrals') && (
              <ul class="govuk-list govuk-list--bullet">
                <li>
                  <a href={`/referrals?sender=${id}`}>{t('everywhere:search.from', { agency: name })}</a>
                </li>
                <li>
                  <a href={`/referrals?recipientAgency=${id}`}>{t('everywhere:search.to', { agency: name })}</a>
                </li>
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
