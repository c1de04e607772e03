/** Which pages each role may open, and addresses that are no pages of a desk. */

import type { Actor } from './who-may.ts';

/** Whose each page is, as `desks.md` says it. */
export const PAGES: Record<string, (actor: Actor) => boolean> = {
  '/waiting': ({ role }) => ['liaison-officer', 'partner-officer', 'supervisor'].includes(role),
  '/now': ({ role }) => role === 'supervisor',
  '/triage': ({ role, relation }) => relation === 'coordinator' && ['liaison-officer', 'supervisor'].includes(role),
  '/held': ({ role, relation }) => relation === 'coordinator' && ['liaison-officer', 'supervisor'].includes(role),
  '/inbox': ({ role }) => role === 'partner-officer',
  '/referrals': ({ role }) => ['liaison-officer', 'partner-officer', 'supervisor'].includes(role),
  '/referrals/new': ({ role }) => role === 'liaison-officer',
  '/clarifications': ({ role }) => role === 'liaison-officer',
  '/approvals': ({ role, relation }) => relation === 'coordinator' && role === 'supervisor',
  '/sla': ({ role }) => ['supervisor', 'auditor'].includes(role),
  '/performance': ({ role }) => role === 'supervisor',
  '/statistics': ({ role }) => role === 'supervisor',
  '/statistics/report': ({ role }) => role === 'supervisor',
  '/network': ({ role }) => role === 'supervisor',
  '/audit': ({ role }) => ['supervisor', 'auditor', 'data-protection-officer'].includes(role),
  '/audit/log': ({ role }) => ['supervisor', 'auditor', 'data-protection-officer'].includes(role),
  '/readings': ({ role }) => ['supervisor', 'data-protection-officer'].includes(role),
  '/data-subjects': ({ role }) => ['supervisor', 'data-protection-officer'].includes(role),
  '/erasures': ({ role, relation }) =>
    relation === 'coordinator' && ['supervisor', 'data-protection-officer'].includes(role),
  '/log-alarms': ({ role, relation }) => relation === 'coordinator' && role === 'supervisor',
  '/agency': ({ role }) => ['liaison-officer', 'partner-officer'].includes(role),
  '/admin/agencies': ({ role }) => role === 'administrator',
  '/admin/agencies/new': ({ role, relation }) => role === 'administrator' && relation === 'coordinator',
  '/admin/people': ({ role }) => role === 'administrator',
  '/admin/people/new': ({ role }) => role === 'administrator',
  '/admin/proposals': ({ role }) => role === 'administrator',
  '/admin/calendars': ({ role }) => role === 'administrator',
  '/admin/registry': ({ role, relation }) => relation === 'coordinator' && role === 'administrator',
  '/drills': ({ role, relation }) => relation === 'coordinator' && ['supervisor', 'administrator'].includes(role),
  '/network/capabilities': ({ role }) => role === 'supervisor',
  '/network/gaps': ({ role }) => role === 'supervisor',
  '/performance/trends': ({ role }) => role === 'supervisor',
  '/sla/agencies': ({ role }) => role === 'supervisor' || role === 'auditor',
  '/admin/policies/new': ({ role }) => role === 'administrator',
  '/admin/webhooks': ({ role }) => role === 'administrator',
  '/admin/webhooks/deliveries': ({ role }) => role === 'administrator',
  '/admin/webhooks/deliveries/send-again': ({ role }) => role === 'administrator',
  '/admin/policies': ({ role }) => role === 'administrator',
  '/reassign': ({ role }) => ['liaison-officer', 'partner-officer', 'supervisor'].includes(role),
  '/absences': ({ role }) => ['liaison-officer', 'partner-officer', 'supervisor', 'administrator'].includes(role),
  '/announcements': ({ role, relation }) =>
    ['supervisor', 'administrator'].includes(role) && relation === 'coordinator',
  '/settings': () => true,
  '/help': () => true,
  '/help/waiting': () => true,
  '/glossary': () => true,
  '/search?q=nothing': () => true,
};

/** Not pages of a desk: sign-in, health, the stream of changes, and addresses that forms are sent to. */
export const SIGNED_OUT = ['/health', '/ready', '/sign-in', '/sign-in/start', '/sign-in/callback', '/changes'];
export const FORM_ADDRESSES = [
  ...['/', '/seen', '/views', '/views/delete', '/settings/calendar', '/settings/calendar/revoke', '/agency/confirm'],
  ...['/absences/remove', '/announcements/withdraw', '/waiting/assign', '/triage/accept', '/inbox/acknowledge'],
  '/referrals/new/file',
];
