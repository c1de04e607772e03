/** Help: what each page is for and the terms that it uses; and the glossary. These pages need no sign-in. */

import type { FastifyInstance } from 'fastify';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../domain/words/languages.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { languageOf } from '../../http/language.ts';
import { glossary } from '../../i18n/en/glossary.ts';
import { help } from '../../i18n/en/help.ts';
import { type Key, translatorFor } from '../../i18n/i18n.ts';
import { desksOf, navigationTextOf } from '../navigation.ts';
import { showPage } from '../page.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { type HelpTopic, isTopic, REACHED_FROM, TERMS_OF, type Term } from './topics.ts';

const TERMS = Object.keys(glossary.terms).filter(isTerm);

/** Registers the help of each page, and the glossary. */
export function helpPages(app: FastifyInstance): void {
  app.get('/help', (request, reply) =>
    showPage(request, reply, { title: translatorFor(languageOf(request))('help:title'), body: <HelpIndex /> }),
  );

  app.get<{ Params: { topic: string } }>('/help/:topic', (request, reply) => {
    const t = translatorFor(languageOf(request));
    const { topic } = request.params;
    if (!isTopic(topic)) return reply.callNotFound();
    const title = t('everywhere:labelled', { label: t('help:title'), value: t(nameOf(topic, request.principal)) });
    return showPage(request, reply, { title, body: <HelpPage topic={topic} title={title} /> });
  });

  app.get('/glossary', (request, reply) =>
    showPage(request, reply, { title: translatorFor(languageOf(request))('help:glossary'), body: <Glossary /> }),
  );
}

/** The name of the page in the navigation, or of the topic if it is not there. */
function nameOf(topic: HelpTopic, principal: Principal | undefined): Key {
  return isNamedTopic(topic) ? `help:names.${topic}` : navigationTextOf(topic, principal);
}

function isTerm(name: string): name is Term {
  return Object.hasOwn(glossary.terms, name);
}

function isNamedTopic(topic: string): topic is keyof typeof help.names {
  return Object.hasOwn(help.names, topic);
}

function HelpPage({ topic, title }: { topic: HelpTopic; title: string }) {
  const { t } = useViewer();
  const terms = TERMS_OF[topic];
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{title}</h1>
      <h2 class="govuk-heading-m">{t('help:for-page')}</h2>
      <p class="govuk-body">{t(`help:pages.${topic}`)}</p>
      {terms.length > 0 && <h2 class="govuk-heading-m">{t('help:terms')}</h2>}
      <dl class="desk-fields govuk-body desk-part">
        {terms.map((term) => (
          <div>
            <dt>{t(`glossary:terms.${term}`)}</dt>
            <dd>{t(`glossary:meanings.${term}`)}</dd>
          </div>
        ))}
      </dl>
      <OtherHelp current={topic} />
    </div>
  );
}

function HelpIndex() {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{t('help:title')}</h1>
      <OtherHelp />
    </div>
  );
}

/** Whom to ask, the glossary, the shortcuts, and the help of the other pages of the person. */
function OtherHelp({ current }: { current?: HelpTopic }) {
  const { t, principal } = useViewer();
  const own = principal ? desksOf(principal).map(({ name }) => name) : [];
  const further = Object.keys(help.names)
    .filter(isNamedTopic)
    .filter((topic) => REACHED_FROM[topic].some((desk) => own.includes(desk)));
  return (
    <>
      <p class="govuk-body">{t('help:contact')}</p>
      <ul class="govuk-list desk-plain-list desk-part">
        <li>
          <a href="/glossary">{t('help:glossary')}</a>
        </li>
        {principal && (
          <li>
            <a href="/settings#shortcuts">{t('help:shortcuts')}</a>
          </li>
        )}
      </ul>
      <Topics title={t('help:others')} topics={own.filter((name) => name !== current)} />
      <Topics title={t('help:further')} topics={further.filter((name) => name !== current)} />
    </>
  );
}

function Topics({ title, topics }: { title: string; topics: readonly HelpTopic[] }) {
  const { t, principal } = useViewer();
  if (topics.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <dl class="desk-fields govuk-body desk-part">
        {topics.map((topic) => (
          <div>
            <dt>
              <a href={`/help/${topic}`}>{t(nameOf(topic, principal))}</a>
            </dt>
            <dd>{t(`help:pages.${topic}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The terms in the language of the viewer, with those of the other languages beside them. */
function Glossary() {
  const { t, language } = useViewer();
  const named = TERMS.map((term) => ({ term, name: t(`glossary:terms.${term}`) }));
  return (
    <>
      <h1 class="govuk-heading-l">{t('help:glossary')}</h1>
      <p class="govuk-body">{t('help:lead')}</p>
      <Table
        caption={t('help:glossary')}
        rows={named.sort((one, other) => one.name.localeCompare(other.name, language))}
        empty=""
        columns={[
          { key: 'term', title: t('help:term'), cell: ({ name }) => <strong>{name}</strong> },
          { key: 'meaning', title: t('help:meaning'), cell: ({ term }) => t(`glossary:meanings.${term}`) },
          ...LANGUAGES.filter((other) => other !== language).map((other) => ({
            ...{ key: other, title: LANGUAGE_NAMES[other] },
            cell: ({ term }: { term: Term }) => <InLanguage term={term} language={other} />,
          })),
        ]}
      />
    </>
  );
}

function InLanguage({ term, language }: { term: Term; language: Language }) {
  return <span lang={language}>{translatorFor(language)(`glossary:terms.${term}`)}</span>;
}
