/** Which desks a person has: by role, and by what the agency is. */

import type { Role } from '../../domain/people.ts';
import type { Principal } from '../http/identity/principal.ts';

interface Desk {
  name: DeskName;
  path: string;
  roles: readonly Role[];
  /** Only where the agency triages and routes. */
  coordinating?: true;
}

/** The name of a page in the navigation. */
export type DeskName =
  | 'referrals'
  | 'new-referral'
  | 'triage'
  | 'held'
  | 'clarifications'
  | 'inbox'
  | 'agency'
  | 'now'
  | 'sla'
  | 'performance'
  | 'network'
  | 'approvals'
  | 'audit'
  | 'readings'
  | 'erasures'
  | 'data-subjects'
  | 'log-alarms'
  | 'agencies'
  | 'people'
  | 'proposals'
  | 'calendars'
  | 'policies';

const DESKS: readonly Desk[] = [
  { name: 'now', path: '/now', roles: ['supervisor'] },
  { name: 'triage', path: '/triage', roles: ['liaison-officer', 'supervisor'], coordinating: true },
  { name: 'held', path: '/held', roles: ['liaison-officer', 'supervisor'], coordinating: true },
  { name: 'inbox', path: '/inbox', roles: ['partner-officer'] },
  { name: 'referrals', path: '/referrals', roles: ['liaison-officer', 'partner-officer', 'supervisor'] },
  { name: 'new-referral', path: '/referrals/new', roles: ['liaison-officer'] },
  { name: 'clarifications', path: '/clarifications', roles: ['liaison-officer'] },
  { name: 'approvals', path: '/approvals', roles: ['supervisor'], coordinating: true },
  { name: 'sla', path: '/sla', roles: ['supervisor', 'auditor'] },
  { name: 'performance', path: '/performance', roles: ['supervisor'] },
  { name: 'network', path: '/network', roles: ['supervisor'] },
  { name: 'audit', path: '/audit', roles: ['supervisor', 'auditor', 'data-protection-officer'] },
  { name: 'readings', path: '/readings', roles: ['supervisor', 'data-protection-officer'] },
  { name: 'data-subjects', path: '/data-subjects', roles: ['supervisor', 'data-protection-officer'] },
  { name: 'erasures', path: '/erasures', roles: ['supervisor', 'data-protection-officer'], coordinating: true },
  { name: 'log-alarms', path: '/log-alarms', roles: ['supervisor'], coordinating: true },
  { name: 'agency', path: '/agency', roles: ['partner-officer', 'liaison-officer'] },
  { name: 'agencies', path: '/admin/agencies', roles: ['administrator'] },
  { name: 'people', path: '/admin/people', roles: ['administrator'] },
  { name: 'proposals', path: '/admin/proposals', roles: ['administrator'] },
  { name: 'calendars', path: '/admin/calendars', roles: ['administrator'] },
  { name: 'policies', path: '/admin/policies', roles: ['administrator'] },
];

/** In the order of the navigation; the first is where the person lands. */
export function desksOf({ person, coordinating }: Principal): readonly Desk[] {
  return DESKS.filter(
    (desk) => desk.roles.some((role) => person.roles.includes(role)) && (coordinating || !desk.coordinating),
  );
}

/** @returns whether the person has this desk: pages ask before they read anything. */
export function hasDesk(principal: Principal, name: DeskName): boolean {
  return desksOf(principal).some((desk) => desk.name === name);
}
