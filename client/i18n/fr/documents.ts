/** French: documents that are downloaded, and the texts at the bars of deadlines. */

import type { documents as english } from '../en/documents.ts';
import type { Texts } from '../texts.ts';

/** Texts of documents. */
export const documents: Texts<typeof english> = {
  bar: {
    'must-act': 'Doit agir : {{agency}}',
    'had-to-act': 'Devait agir : {{agency}}',
    start: 'Début {{at}}',
    due: 'Échéance {{at}}',
    late: '{{event}} {{at}}, {{time}} de retard',
    'in-time': '{{event}} {{at}}, dans les délais',
    overdue: 'Sans réponse, en retard de {{time}}',
    left: 'Reste {{time}}',
    warned: 'avertissement à {{percent}}',
    warns: 'avertissement prévu à {{percent}}',
    paused: 'Suspendu du {{from}} au {{to}} : {{reason}}',
    'paused-since': 'Suspendu depuis le {{from}} : {{reason}}',
    closed: 'Jours de fermeture : {{days}}',
  },
  axis: 'Heures : {{zone}}, du {{from}} au {{to}}',
  lane: 'Événements (numéros de la liste)',
  events: 'Événements',
  summary_one: '{{count}} délai. Terminé en retard : {{late}}. Encore ouvert et en retard : {{overdue}}.',
  summary_other: '{{count}} délais. Terminés en retard : {{late}}. Encore ouverts et en retard : {{overdue}}.',
  marks: '{{first}} ; {{second}}',
  imprint: {
    made: 'Établi le {{at}} par {{name}}, {{agency}}.',
    policy: 'Version des règles de délai : {{versions}}.',
    checkpoint: 'Point de contrôle du journal d’audit {{origin}} : {{size}} entrées, racine {{root}}, signé le {{at}}.',
    'no-checkpoint': 'Le journal d’audit n’a pas encore de point de contrôle.',
  },
  sla: {
    lead: 'Les délais de cette transmission et leur calcul, à joindre à une procédure ou à présenter à un tribunal. Le document ne contient pas de données de l’affaire. Le journal d’audit enregistre le téléchargement.',
    heading: 'Télécharger les délais',
    language: 'Langue du document',
    download: 'Télécharger en PDF',
  },
  dossier: {
    title: 'Extrait de l’affaire {{reference}}',
    heading: 'Extrait de l’affaire',
    link: 'Télécharger l’extrait de l’affaire en PDF ou en JSON',
    lead: 'L’extrait contient ce que vous voyez de cette transmission : résumé, destinataires, délais et chronologie. Il porte le code de traitement sur chaque page, votre nom et l’heure. Le journal d’audit enregistre le téléchargement comme une communication.',
    format: 'Format',
    pdf: 'PDF, pour une procédure ou un tribunal',
    json: 'JSON, pour un système de gestion des affaires',
    without: 'Sans les données de l’affaire',
    download: 'Télécharger l’extrait',
    fact: 'Champ',
    value: 'Valeur',
    foot: '{{reference}}, page {{page}} sur {{pages}}',
  },
  recorded: {
    'sla-timeline': 'Délais téléchargés en {{format}}',
    dossier: 'Extrait de l’affaire téléchargé en {{format}}',
  },
  proof: {
    lead: 'Un fichier de preuve contient les événements de cette chronologie et ce qui les prouve devant un tribunal : qu’ils ont été enregistrés dans cet ordre et n’ont pas été modifiés depuis. Il ne contient pas de données de l’affaire. Le journal d’audit enregistre que vous le créez.',
    verifier: 'Télécharger la page qui vérifie un tel fichier sans connexion',
    make: 'Créer un fichier de preuve',
  },
};
