/** French: oral requests, translations and consent to onward referrals. */

import type { clarification as english } from '../en/clarification.ts';
import type { Texts } from '../texts.ts';

export const clarification: Texts<typeof english> = {
  field: {
    'requested-by': 'Demandé par',
    'requested-of': 'Demandé à',
    'requested-hint': 'La personne, sa fonction et son service. Chiffré ; jamais dans les courriels.',
    'requested-at': 'Heure de la demande',
    requested: 'Ce qui a été demandé',
    confirmation: 'La demande par écrit',
    'confirmation-hint': 'Répétez ce qui a été demandé. Tous ceux qui ont la transmission peuvent le lire.',
    preserved: 'Données conservées',
    'preserved-hint':
      'Quelles données, où elles sont conservées, et depuis quel jour. Le délai court à compter de ce compte rendu. Chiffré.',
    production: 'Demande de production',
    'production-hint': 'Sa date et son numéro. Chiffré.',
    of: 'Qui doit traduire',
    languages: 'Langues',
    'languages-hint': 'Une traduction dans l’une d’elles suffit.',
    'to-translate': 'Ce qui doit être traduit',
    'translation-language': 'Langue de la traduction',
    translation: 'Traduction',
    'translation-hint':
      'Chiffrée. Tous ceux qui ont la transmission peuvent lire une traduction de l’affaire par le service expéditeur ou coordinateur.',
    'needed-language': 'Langue dans laquelle vous avez besoin de la réponse',
    'needed-language-hint': 'Si la réponse est dans une autre langue, le service expéditeur doit la traduire.',
    'answer-language': 'Langue de la réponse',
    'answer-language-hint':
      'Si une autre langue est nécessaire, votre service doit fournir une traduction après la réponse.',
  },
  translation: 'Traduction {{id}}',
  translations: 'Traductions',
  needed: 'Langue nécessaire : {{languages}}',
  answered: {
    question: 'Question',
    reason: 'Motif de la transmission ultérieure',
    withdrawal: 'Motif du retrait',
    closure: 'Motif joint à la proposition',
    erasure: 'Motif de l’ordre d’effacement',
    lead: 'Le texte est chiffré. Votre lecture et sa finalité sont enregistrées avant qu’il soit affiché.',
    show: 'Afficher le texte',
    asked: '{{asker}} a posé cette question le',
  },
  consent: {
    handling: 'Pourquoi le consentement est requis',
    'no-basis-needed': '{{country}} fait partie de l’UE : aucun fondement de transfert n’est nécessaire',
  },
  onward: {
    'asked-by': 'Demandé par',
    receiver: 'Recevrait la transmission',
    final: 'Le bouton ci-dessous donne le consentement de votre service. Ce consentement ne peut pas être retiré.',
    confirm:
      'J’ai vérifié qui recevrait la transmission. Mon service donne son consentement. Ce consentement ne peut pas être retiré.',
    unconfirmed: 'Confirmez que votre service donne son consentement',
    consent: 'Confirmation',
  },
};
