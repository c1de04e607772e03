/** French: pages of data protection: erasures, and what is held about data subjects. */

/** Texts of the pages of data protection. */
export const protection = {
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
  subjects: {
    about:
      'Recherchez ce que votre service détient sur une personne qui le demande. Aucune donnée de l’affaire n’est affichée. La recherche et sa finalité sont inscrites au journal d’audit. L’identifiant ne l’est pas.',
    identifier: 'Identifiant',
    hint: 'Par exemple une adresse électronique, un compte, une adresse IP, un numéro de téléphone ou un nom',
    search: 'Rechercher',
    result: '{{found}} des {{searched}} affaires examinées contiennent cet identifiant.',
    more: 'Toutes les affaires n’ont pas encore été examinées.',
    continue: 'Poursuivre la recherche',
    none: 'Aucune affaire examinée ne contient cet identifiant.',
    caption: 'Ce qui est détenu',
    referral: 'Affaire',
    status: 'État',
    found: 'Identifiant dans',
    held: 'Autres catégories',
    people: 'Personnes de l’affaire',
    from: 'Reçu de',
    to: 'Communiqué à',
    basis: 'Fondement juridique',
    until: 'Examen',
    hold: 'Gel juridique',
    law: 'Il vous appartient de décider si la réponse doit être limitée ou différée (directive (UE) 2016/680, art. 15, telle que votre droit national l’applique). Liaise n’en décide pas. Les affaires effacées, les brouillons et le journal d’audit ne sont pas examinés.',
    searched: 'Recherche pour répondre à une personne concernée',
    category: {
      identity: 'Identité',
      contact: 'Coordonnées',
      account: 'Compte',
      'network-address': 'Adresse réseau',
      device: 'Appareil',
      location: 'Lieu',
      'case-number': 'Numéro d’affaire',
      'material-reference': 'Référence de contenu',
      'free-text': 'Texte libre',
      other: 'Autre',
    },
  },
};
