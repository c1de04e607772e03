/** The pages to take screenshots of, with the person who sees each, in the order of a first visit. */

/** Reference numbers of the referrals that the pages show. */
export interface Cases {
  /** A referral with a complete lifecycle, from report file to closure. */
  whole: string;
  atTriage: string;
  /** A referral that its recipient has not acknowledged yet. */
  waiting: string;
  accepted: string;
  /** Its recipient asks the sender a question, and for consent to refer it onward. */
  asked: string;
  /** A referral without a recipient. */
  held: string;
  /** Its closure was proposed. */
  proposed: string;
  /** The id of a complete draft of the sender. */
  draft: string;
  /** The id of a supplement to `accepted` that was read from files and not sent. */
  addition: string;
  /** The id of a proposal that waits for its confirmation. */
  proposal: string;
  /** The same, of a new version of the clock policies. */
  policyProposal: string;
}

/** The pages of one kind of user. */
export interface DeskPages {
  /** Prefix of the file names of its screenshots. */
  desk: string;
  /** The id of a person of the seed. */
  person: string;
  /** Path of each page, by name of its screenshot. */
  pages: Readonly<Record<string, string>>;
}

/** The pages of all kinds of users. */
export function pagesByDesk({
  whole,
  atTriage,
  waiting,
  accepted,
  asked,
  held,
  proposed,
  draft,
  addition,
  proposal,
  policyProposal,
}: Cases): readonly DeskPages[] {
  return [
    {
      desk: 'officer',
      person: 'quinn.quartz',
      pages: {
        waiting: '/waiting',
        referrals: '/referrals',
        referral: `/referrals/${whole}`,
        clock: `/referrals/${whole}/clocks/c2`,
        new: '/referrals/new',
        'new-what': `/referrals/new/${draft}/what`,
        'new-where': `/referrals/new/${draft}/where`,
        'new-to-whom': `/referrals/new/${draft}/to-whom`,
        'new-references': `/referrals/new/${draft}/references`,
        'new-check': `/referrals/new/${draft}/check`,
        clarifications: '/clarifications',
        supplement: `/referrals/${accepted}/acts/supplement`,
        'supplement-files': `/referrals/${accepted}/supplement-files`,
        'supplement-check': `/referrals/${accepted}/supplement-files/${addition}`,
        withdraw: `/referrals/${accepted}/acts/withdraw`,
        answer: `/referrals/${asked}/acts/answer-information`,
        consent: `/referrals/${asked}/acts/consent-onward`,
        refuse: `/referrals/${asked}/acts/refuse-onward`,
        search: '/search?q=case-register:K-1',
        'search-none': '/search?q=nothing',
      },
    },
    {
      desk: 'coordinator',
      person: 'noor.rowan',
      pages: {
        waiting: '/waiting',
        triage: '/triage',
        held: '/held',
        'triage-one': `/referrals/${atTriage}`,
        'triage-change': `/referrals/${atTriage}/acts/complete-triage`,
        'triage-compare': `/triage/${atTriage}/compare`,
        duplicate: `/referrals/${atTriage}/acts/mark-duplicate?other=${waiting}`,
        referral: `/referrals/${accepted}`,
      },
    },
    {
      desk: 'partner',
      person: 'aino.alder',
      pages: {
        waiting: '/waiting',
        'waiting-acknowledge': '/waiting?task=acknowledge&select=all',
        inbox: '/inbox',
        absences: '/absences',
        reassign: '/reassign',
        referral: `/referrals/${waiting}`,
        decline: `/referrals/${waiting}/acts/decline?recipient=r1`,
        report: `/referrals/${accepted}/acts/report-outcome?recipient=r1`,
        agency: '/agency',
        address: '/agency/contact-points/fi-alder-ncp/address',
        settings: '/settings',
        help: '/help',
        'help-waiting': '/help/waiting',
        glossary: '/glossary',
      },
    },
    {
      desk: 'supervisor',
      person: 'ines.rowan',
      pages: {
        waiting: '/waiting',
        now: '/now',
        sla: '/sla',
        'sla-agencies': '/sla/agencies',
        'sla-one': `/sla/${whole}`,
        'sla-clock': `/sla/${whole}/c2`,
        dossier: `/referrals/${whole}/dossier`,
        performance: '/performance',
        trends: '/performance/trends',
        statistics: '/statistics',
        'statistics-report': '/statistics/report',
        network: '/network',
        'network-load': '/network?show=load&by=agency',
        'network-late': '/network?show=late',
        capabilities: '/network/capabilities',
        gaps: '/network/gaps',
        drills: '/drills',
        announcements: '/announcements',
        'log-alarms': '/log-alarms',
        readings: '/readings',
        erasures: '/erasures',
        'data-subjects': '/data-subjects',
      },
    },
    {
      desk: 'approver',
      person: 'otto.rowan',
      pages: {
        approvals: '/approvals',
        'approve-closure': `/referrals/${proposed}/acts/approve-closure`,
        assign: `/referrals/${held}/acts/assign-recipient`,
      },
    },
    { desk: 'auditor', person: 'vera.rowan', pages: { audit: '/audit', log: '/audit/log', sla: `/sla/${whole}` } },
    {
      desk: 'administrator',
      person: 'karl.rowan',
      pages: {
        agencies: '/admin/agencies',
        agency: '/admin/agencies/fi-alder',
        'agency-new': '/admin/agencies/new',
        'contact-point': '/admin/contact-points/fi-alder-ncp',
        'contact-point-new': '/admin/agencies/fi-alder/contact-points/new',
        people: '/admin/people',
        person: '/admin/people/aino.alder',
        'person-end-sessions': '/admin/people/aino.alder/end-sessions',
        'person-new': '/admin/people/new',
        proposals: '/admin/proposals',
        proposal: `/admin/proposals/${proposal}`,
        calendars: '/admin/calendars',
        registry: '/admin/registry',
        capability: '/admin/registry/FI/prevention',
        webhooks: '/admin/webhooks',
        'webhook-deliveries': '/admin/webhooks/deliveries',
        'webhook-deliveries-again': '/admin/webhooks/deliveries/send-again',
        policies: '/admin/policies',
        'policies-new': '/admin/policies/new',
        'policies-proposal': `/admin/proposals/${policyProposal}`,
      },
    },
  ];
}
