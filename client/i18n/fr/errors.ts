/** French: what to enter in the forms of acts. */

import type { errors as english } from '../en/errors.ts';
import type { Texts } from '../texts.ts';

export const errors: Texts<typeof english> = {
  reason: 'Indiquez un motif',
  note: 'Saisissez une note',
  'own-reference': 'Saisissez le numéro que votre service utilise pour cette affaire',
  other: 'Saisissez le numéro de référence de l’autre transmission, par exemple XR-2026-000123',
  point: 'Sélectionnez un point de contact',
  colleague: 'Sélectionnez un collègue',
  act: 'Sélectionnez l’action à annuler',
  question: 'Saisissez la question',
  answer: 'Saisissez la réponse',
  translator: 'Sélectionnez qui doit traduire',
  language: 'Sélectionnez une langue',
  translation: 'Saisissez la traduction',
  'requested-by': 'Indiquez qui a fait la demande',
  'requested-of': 'Indiquez qui a reçu la demande',
  requested: 'Indiquez ce qui a été demandé',
  confirmation: 'Saisissez la demande par écrit',
  preserved: 'Indiquez quelles données sont conservées, et où',
  production: 'Indiquez la date et le numéro de la demande de production',
  ground: 'Sélectionnez un motif',
  urgency: 'Sélectionnez le degré d’urgence',
  country: 'Sélectionnez un pays',
  deadline: 'Sélectionnez un délai',
  amount: 'Saisissez un nombre entier, au moins 1',
  moment: 'Saisissez une date et une heure, par exemple 2026-11-24T14:00',
  outcome: 'Sélectionnez un résultat',
  link: 'Sélectionnez le lien entre les transmissions',
};
