/** French: the lists and the triage queue of liaison officers. */

import type { officer as english } from '../en/officer.ts';
import type { Texts } from '../texts.ts';

export const officer: Texts<typeof english> = {
  change: {
    title: 'Ce qui changerait les pays proposés',
    if: {
      verified: 'Si l’indice « {{basis}} » ({{country}}) était vérifié',
      'not-verified': 'Si l’indice « {{basis}} » ({{country}}) n’était pas vérifié',
      'no-proxy': 'Si aucun proxy n’était soupçonné pour l’indice « {{basis}} » ({{country}})',
      proxy: 'Si un proxy était soupçonné pour l’indice « {{basis}} » ({{country}})',
      'of-suspect': 'Si l’indice « {{basis}} » ({{country}}) indiquait le lieu du suspect',
      'of-victim': 'Si l’indice « {{basis}} » ({{country}}) indiquait le lieu de la victime',
      'of-unknown': 'Si l’on ignorait de qui l’indice « {{basis}} » ({{country}}) indique le lieu',
      absent: 'Sans l’indice « {{basis}} » ({{country}})',
      added: 'Avec un indice de plus : {{basis}} ({{country}})',
    },
    result: {
      clear: '{{countries}} seulement',
      tie: 'égalité entre {{countries}}',
      none: 'aucun pays, donc une personne décide',
    },
  },
  why: {
    'kind-needs': '{{kind}} : nécessite {{capability}}',
    with: '{{one}}, avec {{other}}',
    'asked-as': 'demandé par l’expéditeur : {{urgency}}',
    'asked-as-unfounded': 'demandé par l’expéditeur sans motif : {{urgency}}',
    'asked-for': 'demandé par l’expéditeur : {{capability}}',
    'nothing-to-act-upon': 'information sans action demandée',
    'no-sign': 'aucun indice de compétence',
    'too-little': 'Compétence territoriale incertaine : score trop faible ({{points}} au plus)',
    'too-close': 'Égalité : {{countries}}',
    only: '{{country}} : seul pays indiqué',
    before: '{{one}} ({{points}}) devant {{other}} ({{less}})',
    'without-country_one': '{{count}} indice sans pays',
    'without-country_other': '{{count}} indices sans pays',
    verified: 'dont vérifiés : {{count}}',
    doubted: 'dont proxy soupçonné : {{count}}',
    'of-suspect': 'dont du suspect : {{count}}',
    'of-victim': 'dont de la victime : {{count}}',
  },
  absence: {
    title: 'Absences',
    about:
      'Les courriels destinés à une personne absente sont aussi envoyés à son suppléant. Saisissez ici votre absence. Les superviseurs et les administrateurs peuvent saisir celles des autres.',
    none: 'Personne n’est absent. Les absences saisies apparaissent ici jusqu’à leur fin.',
    enter: 'Saisir une absence',
    save: 'Enregistrer l’absence',
    person: 'Personne',
    from: 'Premier jour',
    until: 'Dernier jour',
    deputy: 'Suppléant',
    'deputy-hint': 'Un collègue qui traite des transmissions. Sans suppléant, seule la personne reçoit les courriels.',
    now: 'Absent',
    note: '{{name}} (absence jusqu’au {{until}})',
    'note-with-deputy': '{{name}} (absence jusqu’au {{until}} ; suppléant : {{deputy}})',
    fault: {
      from: 'Saisissez le premier jour.',
      until: 'Saisissez un dernier jour qui n’est pas passé, qui ne précède pas le premier et le suit d’un an au plus.',
      deputyId: 'Sélectionnez une autre personne qui traite des transmissions dans votre service.',
    },
  },
  reassign: {
    about:
      'Les personnes qui traitent ces transmissions ont quitté votre service ou n’y sont plus agents. Les courriels sont envoyés au point de contact. Attribuez ces transmissions à quelqu’un d’autre.',
    none: 'Aucune transmission n’est traitée par une personne partie. De telles transmissions apparaissent ici.',
    'by-officer': 'Un agent de votre service peut les attribuer sur cette page.',
  },
  'open-work': {
    title: 'Travail en cours : {{agency}}',
    none: 'Aucune transmission en cours n’en dépend.',
    task: 'En attente de',
    'nothing-due': 'Rien pour l’instant',
    'next-person':
      'Les transmissions restent attribuées à cette personne jusqu’à ce qu’un agent du service les attribue à quelqu’un d’autre sur la page « Réattribuer ». Les courriels sont envoyés au point de contact.',
    'next-agency':
      'Les transmissions reçues par le service passent au point de contact suivant en moins d’une minute. S’il n’y en a pas, elles sont sans destinataire, et un superviseur en désigne un.',
    'next-point':
      'Les transmissions sans accusé de réception passent au point de contact suivant en moins d’une minute. S’il n’y en a pas, un superviseur désigne un destinataire. Le service garde celles dont il a accusé réception ; un autre de ses points de contact en reçoit les courriels.',
  },
  reachable: {
    title: 'Joignable',
    yes: 'Oui',
    no: 'Non : fermé, sans permanence',
    'duty-line': 'Oui : par la permanence',
    opens: 'le point de contact ouvre {{at}}',
  },
  'route-change': {
    title: 'Ce qui désignerait un autre point de contact',
    instead: '{{point}} serait désigné si la transmission ne pouvait pas être reçue par : {{others}}.',
    without: '{{point}} serait désigné si ceci ne s’appliquait pas : {{reasons}}.',
    both: '{{point}} serait désigné si la transmission ne pouvait pas être reçue par : {{others}}, et si ceci ne s’appliquait pas : {{reasons}}.',
    handicap: {
      closed: 'Injoignable actuellement',
      'drill-failed': 'N’a pas répondu à son dernier exercice',
      'capability-not-full': 'Capacité non enregistrée comme complète',
    },
  },
  'no-referrals':
    'Aucune transmission ne correspond. Les transmissions que votre service envoie, coordonne ou reçoit figurent ici.',
  'no-clarifications':
    'Aucune question et aucune demande de consentement ne vous attend. Elles apparaissent ici lorsqu’un destinataire ou le service coordinateur vous en adresse une.',
  column: { do: 'Répondre', asked: 'Demande' },
  asked: { question: 'Question', consent: 'Consentement à une transmission ultérieure' },
  filter: {
    me: 'Moi',
    nobody: 'Personne',
    left: 'Une personne partie',
    open: 'Ouverte ou clôturée',
    'is-open': 'Ouverte',
    'is-closed': 'Clôturée ou effacée',
    relation: 'Notre rôle',
    country: 'Pays d’un destinataire',
    breached: 'Une échéance a été manquée',
    narrower: 'Le lien suivi restreint cette liste au-delà de ces champs. « Effacer les filtres » affiche tout.',
  },
  triage: {
    empty: 'Aucune transmission n’attend le tri. Les nouvelles transmissions figurent ici dès leur envoi.',
    'no-proposal': 'Les règles n’ont pas encore fait de proposition.',
    accept: 'Accepter la proposition',
    change: 'Modifier la proposition',
    nobody:
      'Aucun point de contact de ce pays ne peut recevoir la transmission : {{country}}. Si vous acceptez la proposition, la transmission reste sans destinataire jusqu’à ce qu’un superviseur en désigne un.',
    decide: 'Décider',
    compare_one: 'Doublon possible : comparer avec l’autre transmission',
    compare_other: 'Doublon possible : comparer avec {{count}} autres transmissions',
  },
  held: {
    countries: 'Pays sans destinataire',
    acts: 'Actions',
    supervisor: 'Un superviseur peut désigner un destinataire.',
    empty:
      'Aucune transmission n’est sans destinataire. Une transmission apparaît ici lorsqu’aucun point de contact ne peut la recevoir ou que le dernier destinataire ne répond pas.',
  },
  assign: {
    hint: 'Les règles examinent chaque point de contact. Vous pouvez en désigner un malgré un motif contraire : indiquez pourquoi.',
    another: 'Un autre point de contact',
    'only-one': 'Choisissez un seul point de contact : l’un de la liste, ou un autre',
    'best-of-its-country': 'Approprié : passe en premier dans son pays',
    'all-at-capacity': 'Charge maximale atteinte, comme pour tous les points de contact appropriés de son pays',
  },
  compare: {
    title: 'Comparer {{reference}}',
    none: 'Aucune transmission que vous pouvez voir ne partage de référence ou d’empreinte avec elle.',
    mark: 'Marquer {{reference}} comme doublon de {{other}}',
    fact: 'Élément comparé',
    table: 'Transmissions côte à côte',
    shared: 'Valeurs communes',
    differs: 'différent',
    unstated: 'non indiqué',
    first: 'Comparez ci-dessous cette transmission avec {{other}}. Si c’est un doublon, marquez-la de nouveau.',
    'nothing-shared': 'Elles n’ont en commun ni référence, ni empreinte, ni fichier.',
  },
  found: {
    reference: 'par sa référence',
    'own-reference': 'par votre numéro d’affaire',
    origin: 'par une référence d’origine',
    hash: 'par une empreinte',
  },
};
