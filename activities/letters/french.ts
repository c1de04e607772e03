/** French, in the wording of administrative letters. */

import { codes } from './french/codes.ts';
import { digest } from './french/digest.ts';
import { letters } from './french/letter-templates.ts';
import type { Language } from './language.ts';

export const french: Language = {
  locale: 'fr-FR',
  letters,
  codes,
  digest,
  urgencyMark: { emergency: 'URGENCE ABSOLUE - ', urgent: 'URGENT - ', standard: '', informational: '' },
  labels: {
    reference: 'Référence',
    sender: 'Service expéditeur',
    recipient: 'Destinataire',
    requested: 'Objet de la demande',
    urgency: 'Urgence',
    handling: 'Traitement',
    link: 'Ouvrir la transmission (une connexion vous sera demandée)',
  },
  by: (due) => `avant le ${due}`,
  colon: ' :',
  nothingAsked: 'Pour votre information : rien ne vous est demandé.',
  somebody: 'Le service concerné',
  anything: 'donner suite à la transmission',
  footer: [
    'Liaise permet aux services partenaires de se transmettre des affaires et de voir qui doit répondre, et pour quand. ' +
      'Cette lettre a été rédigée automatiquement.',
    "À dessein, cette lettre ne contient aucune donnée de l'affaire : elles ne sont montrées qu'après connexion. Ne répondez " +
      "jamais par courriel avec des données de l'affaire.",
    ({ addressee }) => `Elle est adressée à ${addressee}. Si elle vous est parvenue par erreur, veuillez la supprimer.`,
  ],
};
