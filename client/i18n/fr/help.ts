/** French: the help of each page. */

import type { help as english } from '../en/help.ts';
import type { Texts } from '../texts.ts';

export const help: Texts<typeof english> = {
  title: 'Aide',
  glossary: 'Glossaire',
  lead: 'Les termes de ces pages et des courriels, dans toutes les langues. Chaque notion a un seul terme.',
  terms: 'Termes de cette page',
  term: 'Terme',
  meaning: 'Sens',
  'for-page': 'À quoi sert cette page',
  others: 'Aide pour vos pages',
  further: 'Aide pour d’autres pages',
  contact: 'Pour toute autre aide, adressez-vous à un administrateur de votre service.',
  shortcuts: 'Raccourcis clavier',
  'new-tab': '(s’ouvre dans un nouvel onglet)',
  names: {
    referral: 'Une transmission',
    act: 'Formulaires d’une transmission',
    deadline: 'Calcul d’un délai',
    timeline: 'Chronologie d’une transmission',
    compare: 'Comparer des doublons possibles',
    extract: 'Télécharger une transmission',
    search: 'Recherche',
    'contact-point': 'Point de contact',
  },
  pages: {
    waiting:
      'Montre tout ce que votre service doit faire maintenant, le plus pressant en premier. Chaque ligne mène au formulaire de sa tâche. Sélectionnez des lignes pour accuser réception ou attribuer plusieurs transmissions à la fois.',
    referrals:
      'Montre les transmissions de votre service. Les filtres font partie de l’adresse : une vue peut être enregistrée et partagée. Les transmissions modifiées depuis votre dernière visite sont marquées.',
    'new-referral':
      'Soumet une transmission en cinq étapes, ou à partir d’un fichier de signalement. Chaque étape est enregistrée comme brouillon. Avant l’envoi, la page montre les erreurs et les parties du fichier qui n’ont pas été lues.',
    triage:
      'Montre les transmissions qui attendent le tri, avec l’urgence et les pays que les règles proposent. Une transmission est ouverte à côté de la liste. Acceptez la proposition, modifiez-la, interrogez l’expéditeur, ou signalez un doublon.',
    held: 'Montre les transmissions sans destinataire. Désignez un point de contact pour chacune, ou mettez-y fin.',
    clarifications:
      'Montre les questions et les demandes de consentement auxquelles votre service doit répondre. Un délai du destinataire peut être suspendu jusqu’à votre réponse.',
    inbox:
      'Montre les transmissions envoyées à votre service, par échéance. Sélectionnez des lignes pour accuser réception de plusieurs à la fois.',
    agency:
      'Montre les points de contact de votre service : adresses, horaires, langues, suppléants et capacités. Confirmez-les régulièrement, car les règles s’en servent pour choisir les destinataires.',
    now: 'Compte ce qui est en retard, à risque, sans destinataire, sans réponse ou en attente d’approbation. Chaque nombre mène à sa liste.',
    sla: 'Montre les délais en cours de chaque transmission sous forme de barres. Ouvrez une transmission pour voir tous ses délais sur un seul axe.',
    performance:
      'Montre par service, pays, type et mois combien de transmissions ont reçu une réponse dans les délais, et en combien de temps. Chaque chiffre mène à ses transmissions.',
    statistics:
      'Montre les demandes et les réponses par mois, pour les rapports aux autorités. Les chiffres ne contiennent aucune donnée de l’affaire.',
    network:
      'Montre ce que chaque pays peut faire, sur une carte et dans un tableau, et où aucun destinataire n’a été trouvé.',
    approvals:
      'Montre ce qu’un superviseur décide : clôtures, retraits, abaissements du degré d’urgence, désignations et conservation. Chaque demande a un résumé.',
    audit:
      'Recherche dans le journal d’audit par transmission, personne, service, opération et date. Une preuve montre que le journal n’a pas été modifié.',
    readings: 'Montre qui a lu des données de l’affaire, quand et pour quelle finalité, et ce qui était inhabituel.',
    erasures: 'Montre les effacements et les gels juridiques. Un effacement est définitif.',
    'data-subjects':
      'Trouve les transmissions sur une personne qui demande l’accès, la rectification ou l’effacement, et consigne la décision.',
    'log-alarms':
      'Montre les signes que le journal d’audit a été modifié ou est incomplet. Examinez chaque alerte avant de l’acquitter.',
    agencies:
      'Montre les services de l’annuaire. Un changement est une proposition jusqu’à ce qu’un autre administrateur le confirme.',
    people:
      'Montre les personnes avec leurs rôles et leurs comptes. Mettez fin ici aux sessions d’une personne si un compte est perdu ou volé.',
    proposals:
      'Montre les changements de l’annuaire qui attendent d’être confirmés. Comparez l’état avant et après, puis confirmez ou rejetez.',
    calendars:
      'Montre les jours de fermeture des bureaux d’un service. Les délais en jours ouvrables ne courent pas ces jours-là.',
    registry: 'Montre ce que chaque pays peut faire, par qui, et quand cela a été confirmé pour la dernière fois.',
    webhooks:
      'Envoie des messages signés sur les changements aux systèmes de votre service, et montre les envois. Un envoi en échec peut être renouvelé.',
    drills:
      'Envoie des transmissions d’essai aux points de contact, et montre qui a accusé réception dans les délais. Les exercices ne comptent pas dans les statistiques.',
    policies:
      'Montre les durées, les avertissements et les suites de tous les délais. Avant une proposition, la page montre son effet sur le mois dernier.',
    reassign:
      'Montre les tâches en cours de collègues partis ou dont les rôles ont été retirés, pour que d’autres les reprennent.',
    absences:
      'Enregistre vos absences et celles de vos collègues. Les courriels destinés à la personne absente sont alors aussi envoyés au suppléant.',
    announcements:
      'Annonce une maintenance prévue ou une panne de la messagerie. Chaque page la montre jusqu’à la fin.',
    settings:
      'Règle votre langue, votre fuseau horaire, les couleurs, le courriel récapitulatif et les récépissés ; montre vos sessions et les raccourcis clavier.',
    referral:
      'Montre une transmission telle qu’elle est communiquée à votre service, avec les actions possibles maintenant. Indiquez une finalité pour lire les données de l’affaire : la lecture est consignée.',
    act: 'Effectue une action sur une transmission. La page montre sur quoi elle porte, puis la prochaine échéance. Si quelqu’un a agi avant vous, votre texte est conservé.',
    deadline:
      'Explique un délai minute par minute : début, suspensions, jours fermés, et sur quel fondement il échoit.',
    timeline:
      'Montre tous les délais d’une transmission sur un seul axe : suspensions, avertissements, prolongations, réponses et jours fermés. Le tableau a les mêmes données, et un PDF peut être téléchargé.',
    compare:
      'Montre une transmission à côté de ses doublons possibles, et les numéros, empreintes et fichiers qu’ils ont en commun.',
    extract:
      'Télécharge une transmission, telle qu’elle est communiquée à votre service, en PDF ou en JSON. Le téléchargement est consigné comme une communication, avec sa finalité.',
    search:
      'Trouve des transmissions par référence, numéro de votre service, référence d’origine ou empreinte, et des services par une partie de leur nom.',
    'contact-point':
      'Modifie un point de contact : adresse, horaires, langues, types de transmissions, charge maximale et suppléant. Le changement est une proposition jusqu’à ce qu’un autre administrateur le confirme.',
  },
};
