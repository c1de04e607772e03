/** What is around every page: who is signed in, their desks, the search box; and nothing from anywhere else. */

import type { ComponentChildren } from 'preact';
import type { Principal } from '../http/identity/principal.ts';
import { countdownTexts, formatInstant } from '../i18n/dates.ts';
import { seesReferrals } from '../queries/list.ts';
import type { HelpTopic } from './help/topics.ts';
import { type DeskName, hasDesk, navigationEntryOf, navigationOf, navigationTextOf } from './navigation.ts';
import { Announcements } from './parts/announcements.tsx';
import { EmergencyAnnouncer } from './parts/emergency-sound.tsx';
import { Csrf } from './parts/form.tsx';
import { useViewer } from './viewer.ts';

export interface ShellProps {
  title: string;
  desk?: DeskName | undefined;
  /** Refreshes itself when something changes for the viewer, or of the one referral whose reference it is. */
  live?: boolean | string | undefined;
  /** The topic of the help of this page; undefined for the list of topics. */
  help?: HelpTopic | undefined;
  children: ComponentChildren;
}

/** The frame of every page: header, navigation and footer. */
export function Shell({ title, desk, live = false, help, children }: ShellProps) {
  const { language, colourScheme, faults, principal, t } = useViewer();
  const shown =
    faults.length > 0 ? t('everywhere:labelled', { label: t('everywhere:error.word'), value: title }) : title;
  return (
    <html lang={language} class="govuk-template" data-colours={colourScheme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${shown} – ${t('everywhere:product')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colourScheme === 'system' ? 'light dark' : colourScheme} />
        <link rel="stylesheet" href="/public/desk.css" />
        <link rel="icon" href="/public/icon.svg" type="image/svg+xml" />
        <script src="/public/desk.js" defer />
      </head>
      <body class="govuk-template__body">
        <a class="govuk-skip-link" href="#main">
          {t('everywhere:skip')}
        </a>
        <Header help={help} />
        <Navigation desk={desk} />
        <div class="govuk-width-container">
          <Printed />
          <main
            id="main"
            class="desk-main"
            data-times={JSON.stringify(countdownTexts(t))}
            {...(live === true && { 'data-new': t('waiting:new', { number: '#' }), 'data-gone': t('waiting:gone') })}
            {...(live && { 'data-live': live === true ? '' : live })}
          >
            <Announcements />
            <LoneAdministrator />
            {live && <ChangedNotice />}
            {children}
          </main>
          {principal && seesReferrals(principal.person) && <EmergencyAnnouncer />}
        </div>
        <Footer />
      </body>
    </html>
  );
}

/** Without a second administrator, each confirmation waits a day. */
function LoneAdministrator() {
  const { t, isLoneAdministrator } = useViewer();
  if (!isLoneAdministrator) return null;
  return (
    <p class="govuk-inset-text desk-no-print" role="note">
      {t('administrator:proposal.alone')}
    </p>
  );
}

/** Shown by the script if something changed while the person is typing. The entered text stays. */
function ChangedNotice() {
  const { t, address } = useViewer();
  return (
    <p id="changed-notice" class="govuk-inset-text desk-no-print" role="status" hidden>
      {t('everywhere:live.changed')} <a href={address}>{t('everywhere:live.refresh')}</a>
    </p>
  );
}

function Header({ help }: Pick<ShellProps, 'help'>) {
  const { t, principal } = useViewer();
  return (
    <header class="desk-header">
      <div class="govuk-width-container desk-header__row">
        <a class="desk-header__name" href="/">
          {t('everywhere:product')}
        </a>
        {principal && (
          <button type="button" class="desk-button-plain desk-menu-button" popovertarget="menu">
            {t('everywhere:nav.menu')}
          </button>
        )}
        {principal && <Who />}
        <HelpLink help={help} />
        {principal && maySearch(principal) && <SearchBox />}
      </div>
    </header>
  );
}

/** On the page of its results, the box keeps the text, so that the person can change it. */
function SearchBox() {
  const { t, address } = useViewer();
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const sought = pathname === '/search' ? searchParams.get('q') : null;
  return (
    <form class="desk-header__search" action="/search" method="get">
      <label class="govuk-visually-hidden" for="search">
        {t('everywhere:search.label')}
      </label>
      <input
        id="search"
        name="q"
        maxLength={300}
        placeholder={t('everywhere:search.placeholder')}
        {...(sought && { value: sought })}
      />
      <button class="desk-button-plain" type="submit">
        {t('everywhere:search.button')}
      </button>
    </form>
  );
}

/** Referrals, and agencies for those who manage them. */
function maySearch(principal: Principal): boolean {
  return seesReferrals(principal.person) || hasDesk(principal, 'agencies');
}

/** In a new tab, because what is typed on the page would be lost otherwise. */
function HelpLink({ help }: Pick<ShellProps, 'help'>) {
  const { t } = useViewer();
  return (
    <a class="desk-header__help" href={help ? `/help/${help}` : '/help'} target="_blank" rel="noopener">
      {t('help:title')} <span class="govuk-visually-hidden">{t('help:new-tab')}</span>
    </a>
  );
}

function Who() {
  const { t, principal } = useViewer();
  if (principal === undefined) return null;
  const here = principal.agencies.find(({ id }) => id === principal.person.agencyId);
  const others = principal.agencies.filter(({ id }) => id !== principal.person.agencyId);
  return (
    <div class="desk-who">
      <span class="govuk-visually-hidden">{t('everywhere:who.label')} </span>
      <a href="/settings">{t('everywhere:who.works-for', { name: principal.name, agency: here?.name ?? '' })}</a>
      {others.length > 0 && (
        <form class="desk-inline" action="/agency" method="post">
          <Csrf />
          <label class="govuk-visually-hidden" for="agency-switch">
            {t('everywhere:who.switch')}
          </label>
          <select id="agency-switch" name="agency">
            {others.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
          <button class="desk-button-plain" type="submit">
            {t('everywhere:who.switch-button')}
          </button>
        </form>
      )}
      <form class="desk-inline" action="/sign-out" method="post">
        <Csrf />
        <button class="desk-button-plain" type="submit">
          {t('everywhere:who.sign-out')}
        </button>
      </form>
    </div>
  );
}

/** Who printed the page, and as of when; the script adds the time of printing. */
function Printed() {
  const { t, principal, now, language, zone } = useViewer();
  if (principal === undefined) return null;
  const agency = principal.agencies.find(({ id }) => id === principal.person.agencyId)?.name ?? '';
  return (
    <p class="desk-printed">
      {t('everywhere:print.by', { name: principal.name, agency })}{' '}
      {t('everywhere:print.as-of', { at: formatInstant(now, language, zone), zone })}{' '}
      <span data-printed={t('everywhere:print.at', { at: '#' })} data-zone={zone} />
    </p>
  );
}

/** On phones, a menu that the browser opens without script. A browser that does not know `popover` shows it always. */
function Navigation({ desk }: { desk: DeskName | undefined }) {
  const { t, principal, address } = useViewer();
  if (principal === undefined) return null;
  const current = desk && navigationEntryOf(desk);
  const { pathname } = new URL(address, 'http://localhost');
  return (
    <nav id="menu" popover="auto" class="desk-nav" aria-label={t('everywhere:nav.label')}>
      <ul class="govuk-width-container">
        {navigationOf(principal).map(({ name, path }) => (
          <li>
            <a
              href={path}
              {...(name === current && { 'aria-current': path === pathname ? ('page' as const) : ('true' as const) })}
            >
              {t(navigationTextOf(name, principal))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Footer() {
  const { t, zone, principal } = useViewer();
  return (
    <footer class="govuk-width-container desk-footer">
      <p>{t('everywhere:footer')}</p>
      <p>{t('everywhere:time.zone', { zone })}</p>
      <ul class="desk-footer__links">
        <li>
          <a href="/glossary">{t('help:glossary')}</a>
        </li>
        {principal && (
          <li>
            <a href="/settings#shortcuts">{t('help:shortcuts')}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
