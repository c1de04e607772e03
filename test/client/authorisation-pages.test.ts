/** Every role × every relation × every page, compared with a table: a page shows no more than the API. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ACT_FORMS } from '../../client/web/referral/act-forms.ts';
import { pagesByDesk } from '../../dev/screenshots/pages.ts';
import { ROLES } from '../../domain/people.ts';
import { type Browser, type TestDesk, testDesk } from '../support/desk.ts';
import { acceptsText, formsIn, send } from '../support/forms.ts';
import type { RecordedReferral } from '../support/recorded-referral.ts';
import { routesOf } from '../support/routes.ts';
import { everyActor, referralsByState } from './parties.ts';
import { ACT_CASES, type Actor, type CaseState, expected, type PartyRelation, RELATIONS, sees } from './who-may.ts';
import { FORM_ADDRESSES, PAGES, SIGNED_OUT } from './who-opens.ts';

let desk: TestDesk;
let referrals: Record<CaseState, RecordedReferral>;
let browsers: Map<string, { actor: Actor; browser: Browser }>;

beforeAll(async () => {
  desk = await testDesk();
  const actors = await everyActor(desk.db);
  referrals = await referralsByState(desk);
  const signedIn = actors.map(async (actor) => {
    const browser = await desk.browser(actor.personId);
    return [`${actor.role} ${actor.relation}`, { actor, browser }] as const;
  });
  browsers = new Map(await Promise.all(signedIn));
});

const ACTOR_KINDS = RELATIONS.flatMap((relation) => ROLES.map((role) => [role, relation] as const));

function found(role: string, relation: PartyRelation): { actor: Actor; browser: Browser } {
  const one = browsers.get(`${role} ${relation}`);
  if (one === undefined) throw new Error(`There is no ${role} ${relation}.`);
  return one;
}

test('the table here names every page that has no parameter', () => {
  const pages = routesOf(desk.app, 'GET').filter((path) => !/[:*]|^\/api\//.test(path));
  const named = Object.keys(PAGES).map((path) => path.replace(/\?.*/, ''));
  const known = new Set([...named, ...SIGNED_OUT, ...FORM_ADDRESSES]);
  expect(pages.filter((path) => !known.has(path))).toEqual([]);
});

test('an address that a form is sent to shows nothing, and leads to a page', async () => {
  for (const { browser } of browsers.values()) {
    for (const path of FORM_ADDRESSES) expect((await browser.get(path)).statusCode, path).toBe(303);
  }
});

describe.each(ACTOR_KINDS)('a %s, agency: %s', (role, relation) => {
  test('can open the pages of their desks, and no others', async () => {
    const { actor, browser } = found(role, relation);
    const results = await Promise.all(
      Object.keys(PAGES).map(async (path) => {
        const { statusCode } = await browser.get(path);
        // What belongs to another agency has the same answer as what does not exist.
        return [path, statusCode === 404 ? 403 : statusCode] as const;
      }),
    );
    const wanted = Object.entries(PAGES).map(([path, isTheirs]) => [path, isTheirs(actor) ? 200 : 403] as const);
    expect(Object.fromEntries(results)).toEqual(Object.fromEntries(wanted));
  });

  test('sees only disclosed parts of a referral, and only buttons that the table permits', async () => {
    const { actor, browser } = found(role, relation);
    for (const [at, kept] of Object.entries(referrals)) {
      const { statusCode, body } = await browser.get(`/referrals/${kept.id}`);
      expect(statusCode, at).toBe(sees(actor) ? 200 : 404);
      const offered = [...body.matchAll(/\/acts\/([a-z-]+)/g)].map(([, type]) => type);
      expect(
        offered.filter((type) => !theirs(actor).has(type)),
        at,
      ).toEqual([]);
      if (relation === 'recipient') expect(body, at).not.toMatch(/\br2\b|juniper/i);
    }
  });

  test('makes a proof of a referral that is disclosed, and of no other', async () => {
    const { actor, browser } = found(role, relation);
    // No sealer runs.
    const { statusCode } = await browser.post(`/referrals/${referrals.referred.id}/proof`);
    expect(statusCode).toBe(sees(actor) ? 503 : 404);
  });

  test('cannot open the form of an act that the table does not permit', async () => {
    const { actor, browser } = found(role, relation);
    const forms = ACT_CASES.filter(({ type }) => !theirs(actor).has(type));
    const results = await Promise.all(
      forms.map(async ({ type, at }) => {
        const about = `?recipient=r1&question=q1`;
        const { statusCode } = await browser.get(`/referrals/${referrals[at].id}/acts/${type}${about}`);
        return [`${type}, ${at}`, statusCode] as const;
      }),
    );
    for (const [form, status] of results) expect([403, 404, 409], `${form}: ${status}`).toContain(status);
  });
});

/** The acts that the table gives them somewhere; of r2 they are those of r1. */
function theirs(actor: Actor): Set<string | undefined> {
  const relation = actor.relation === 'other-recipient' ? 'recipient' : actor.relation;
  return new Set(ACT_CASES.filter((act) => expected({ ...actor, relation }, act) === 'done').map(({ type }) => type));
}

test('a referral that is not theirs has the same page as one that is not there', async () => {
  const { browser } = found('liaison-officer', 'none');
  const of = async (reference: string) => {
    const { statusCode, body } = await browser.get(`/referrals/${reference}`);
    return { statusCode, body: body.replaceAll(/(name="_csrf" value|data-since)="[^"]*"/g, '') };
  };
  expect(await of(referrals.referred.id)).toEqual(await of('00000000-0000-4000-8000-000000000000'));
});

describe('an address', () => {
  const ODD = [
    '%00',
    '%ff',
    '%F0%9F%98%80',
    "'",
    '-1',
    '1e99',
    '__proto__',
    'x'.repeat(3_000),
    '<script>',
    '9999-99-99',
    '+275760-09-13T00:00:00.000Z',
  ];
  const NAMES =
    'q sort order cursor limit status desk urgency kind handler dueBefore country recipientAgency from before referral personId agencyId operation month by format back done seen recipient question'.split(
      ' ',
    );

  test.each(['supervisor', 'liaison-officer', 'partner-officer', 'auditor', 'administrator'] as const)(
    'breaks no page, whatever stands in it: %s',
    async (role) => {
      const { actor, browser } = found(role, 'coordinator');
      const { id } = referrals.referred;
      const theirs = Object.keys(PAGES).filter((path) => PAGES[path]?.(actor) && !path.includes('?'));
      const pages = [...theirs, '/search', `/referrals/${id}`, `/referrals/${id}/acts/recall`, `/sla/${id}`];
      for (const page of pages) {
        for (const value of ODD) {
          const query = NAMES.map((name) => `${name}=${value}`).join('&');
          const name = NAMES[(page.length + value.length) % NAMES.length];
          // Each value comes to each page in one way or another.
          const ways = [`${page}?${query}`, `${page}?${name}=${value}&${name}=2`, `${page}/${value}`];
          const path = ways[(page.length + ODD.indexOf(value)) % ways.length] ?? page;
          expect((await browser.get(path)).statusCode, path).toBeLessThan(500);
        }
      }
    },
  );
});

describe('a form', () => {
  const PROBE = `"><img src=x onerror=alert(1)><script>alert(2)</script>'`;
  /** Forms without texts, sign-in, and entry points of the API. */
  const WORDLESS = [
    '/admin/policies/new',
    ...['/agency', '/agency/confirm', '/sign-out', '/sign-out-everywhere', '/seen', '/inbox/acknowledge'],
    ...['/waiting/assign', '/audit/log'],
    ...['/settings/calendar', '/settings/calendar/revoke'],
    '/triage/accept',
    ...['/readings', '/log-alarms/:id/acknowledge', '/absences', '/absences/remove'],
    ...['/announcements', '/announcements/withdraw'],
    ...['/sessions/end', '/sign-in/provider-logout'],
    ...['/views/delete', '/referrals/new', '/referrals/new/:id/delete', '/admin/contact-points/:id/verify'],
    ...[
      '/admin/people/:id/deactivate',
      '/admin/people/:id/take-identity',
      '/admin/people/:id/pseudonymise',
      '/admin/people/:id/end-sessions',
    ],
    ...['/admin/calendars/:agencyId/:day/remove', '/admin/people/:id/roles', '/agency/address/:id'],
    ...['/admin/agencies/:id/disable', '/admin/agencies/:id/enable', '/admin/webhooks', '/drills/:id'],
    ...['/admin/contact-points/:id/disable', '/admin/contact-points/:id/enable'],
    ...['/admin/registry/:country/:capability', '/admin/registry/:country/:capability/confirm'],
    ...['remove', 'secret', 'enable'].map((step) => `/admin/webhooks/:id/${step}`),
    ...['/admin/webhooks/deliveries/send-again', '/admin/webhooks/deliveries/:id/send-again'],
    ...['confirm', 'reject', 'withdraw'].map((step) => `/admin/proposals/:id/${step}`),
    ...[
      '/referrals/:reference/proof',
      '/sla/:reference/pdf',
      '/referrals/:reference/erasure-certificate',
      '/referrals/:reference/supplement-files',
    ],
    ...['/referrals/:reference/supplement-files/:draft'],
  ];

  async function proposal(): Promise<string> {
    const dora = await desk.browser('dora.rowan');
    const { headers } = await dora.post('/admin/people/vera.rowan/deactivate');
    return /proposals\/([\w-]+)/.exec(String(headers.location))?.[1] ?? '';
  }

  /** Every page with its reader: those that pictures are taken of, and each act where it may be done. */
  async function pages(): Promise<[browser: Browser, path: string][]> {
    const quinn = await desk.browser('quinn.quartz');
    const draft = String((await quinn.post('/referrals/new')).headers.location).split('/')[3] ?? '';
    const [whole, atTriage] = [referrals.closed.id, referrals['at-intake'].id];
    const proposed = await proposal();
    const cases = {
      whole,
      atTriage,
      waiting: referrals.referred.id,
      accepted: referrals.accepted.id,
      asked: referrals.accepted.id,
      held: referrals.held.id,
      proposed: referrals['closure-proposed'].id,
      draft,
      addition: draft,
      proposal: proposed,
      policyProposal: proposed,
    };
    const pictured = pagesByDesk(cases).map(async ({ person, pages: theirs }) => {
      const browser = await desk.browser(person);
      return Object.values(theirs).map((path): [Browser, string] => [browser, path]);
    });
    const acts = ACT_CASES.map(({ type, at, who: [party = ''], body }): [Browser, string] => {
      const [role = '', relation] = party.split(' of the ');
      const { actor, browser } = found(role, relation as PartyRelation);
      const { recipientId, questionId } = body(actor, '') as Record<string, string>;
      const about = new URLSearchParams({
        ...(recipientId && { recipient: recipientId }),
        ...(questionId && { question: questionId }),
      });
      return [browser, `/referrals/${referrals[at].id}/acts/${type}?${about}`];
    });
    // A view can be kept where there is a filter.
    return [[quinn, '/referrals?urgency=urgent'], ...(await Promise.all(pictured)).flat(), ...acts];
  }

  test('shows entered values again exactly as they were entered', async () => {
    const sent = new Set<string>();
    const all = await pages();
    for (const [browser, path] of all) {
      const page = await browser.get(path);
      for (const form of formsIn(page.body).filter(({ fields }) => fields.some(acceptsText))) {
        const answer = await send(browser, form, PROBE);
        sent.add(form.action.split('?')[0] ?? '');
        if (answer.statusCode !== 200) expect([422, 409, 503, 404], path).toContain(answer.statusCode);
        if (form.isPost && [422, 503].includes(answer.statusCode)) expect(answer.body, path).toContain('&lt;img src=x');
        expect(answer.body, `${path}: ${form.action}`).not.toMatch(/<img|<script>/);
      }
    }
    for (const [browser, path] of all) expect((await browser.get(path)).body, path).not.toMatch(/<img|<script>/);

    const wordy = Object.entries(ACT_FORMS).flatMap(([type, { fields }]) =>
      fields.some(({ kind }) => ['text', 'reference', 'addition'].includes(kind.of)) ? [type] : [],
    );
    const acts = [...sent].flatMap((action) => /\/acts\/([\w-]+)$/.exec(action)?.[1] ?? []);
    expect(wordy.filter((type) => !acts.includes(type))).toEqual([]);
    const silent = routesOf(desk.app, 'POST').filter((route) => {
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
      return !/^\/(api|test-sign-in)\//.test(route) && ![...sent].some((action) => pattern.test(action));
    });
    const isWordlessAct = (route: string) => {
      const [, act] = /\/acts\/([\w-]+)$/.exec(route) ?? [];
      return act !== undefined && !wordy.includes(act);
    };
    expect(silent.filter((route) => !WORDLESS.includes(route) && !isWordlessAct(route))).toEqual([]);
  }, 120_000);
});
