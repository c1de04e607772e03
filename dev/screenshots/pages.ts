/** Which pages there are, and whose: the order in which somebody new would look at them. */

import type { Cases } from './cases.ts';

export interface Album {
  /** Begins the names of its pictures. */
  desk: string;
  /** By name, as the development sign-in shows it. */
  person: string;
  /** Name of the picture and path of the page. */
  pages: Readonly<Record<string, string>>;
}

export function albums({ whole, atTriage, waiting, accepted }: Cases): readonly Album[] {
  return [
    {
      desk: 'officer',
      person: 'Quinn Quartz',
      pages: {
        referrals: '/referrals',
        referral: `/referrals/${whole}`,
        new: '/referrals/new',
        clarifications: '/clarifications',
        withdraw: `/referrals/${accepted}/acts/withdraw`,
        search: `/search?q=${whole}-none`,
      },
    },
    {
      desk: 'coordinator',
      person: 'Noor Rowan',
      pages: { triage: '/triage', 'triage-one': `/referrals/${atTriage}`, referral: `/referrals/${accepted}` },
    },
    {
      desk: 'partner',
      person: 'Aino Alder',
      pages: {
        inbox: '/inbox',
        referral: `/referrals/${waiting}`,
        decline: `/referrals/${waiting}/acts/decline?recipient=r1`,
        agency: '/agency',
        settings: '/settings',
      },
    },
    {
      desk: 'supervisor',
      person: 'Ines Rowan',
      pages: {
        now: '/now',
        sla: '/sla',
        'sla-one': `/sla/${whole}`,
        'sla-clock': `/sla/${whole}/c2`,
        performance: '/performance',
        network: '/network',
        approvals: '/approvals',
      },
    },
    { desk: 'auditor', person: 'Vera Rowan', pages: { audit: '/audit', sla: `/sla/${whole}` } },
    {
      desk: 'administrator',
      person: 'Karl Rowan',
      pages: {
        agencies: '/admin/agencies',
        people: '/admin/people',
        calendars: '/admin/calendars',
        policies: '/admin/policies',
      },
    },
  ];
}
