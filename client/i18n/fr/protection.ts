/** French: pages of data protection: erasures and their confirmations. */

/** Texts of the pages of data protection. */
export const protection = {
  ground: {
    'retention-ended': 'Fin de la conservation',
    'sender-order': 'Ordre de l’expéditeur',
    'supervisor-order': 'Décision d’un superviseur',
  },
  erasures: {
    about:
      'Ces destinataires ont reçu l’ordre d’effacer leurs copies d’une affaire. Chacun a {{days}} jours pour le confirmer.',
    none: 'Aucun destinataire n’a reçu l’ordre d’effacer ses copies.',
    referral: 'Affaire',
    agency: 'Service',
    ground: 'Motif',
    ordered: 'Ordonné',
    due: 'Échéance',
    confirmed: 'Confirmé',
    state: 'Confirmation',
    is: { open: 'Non confirmé. Échéance', overdue: 'En retard depuis', confirmed: 'Confirmé' },
  },
};
