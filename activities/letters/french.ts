/** French, in the wording of administrative letters. */

import { digest } from './fr/digest.ts';
import { letters } from './fr/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const french: LetterTexts = {
  letters,
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
  unnamedAgency: 'Le service concerné',
  unnamedTask: 'donner suite à la transmission',
  footer: [
    'Liaise permet aux services partenaires de se transmettre des affaires et de voir qui doit répondre, et pour quand. ' +
      'Cette lettre a été rédigée automatiquement.',
    "À dessein, cette lettre ne contient aucune donnée de l'affaire : elles ne sont montrées qu'après connexion. Ne répondez " +
      "jamais par courriel avec des données de l'affaire.",
    ({ addressee }) => `Elle est adressée à ${addressee}. Si elle vous est parvenue par erreur, veuillez la supprimer.`,
  ],
};
