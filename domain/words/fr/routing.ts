/** How recipients are found, in French. */

import type { RoutingWords } from '../vocabulary-words.ts';

export const routingWords: RoutingWords = {
  triageVerdict: {
    clear: 'Compétence territoriale claire',
    tie: 'Plusieurs pays à égalité',
    none: 'Compétence territoriale incertaine',
  },
  openedBy: {
    route: 'choisi par les règles',
    replacement: 'en remplacement',
    onward: 'par transmission ultérieure',
    override: 'désigné par un superviseur',
  },
  heldCause: {
    'no-recipient-found': 'aucun destinataire n’a été trouvé',
    'no-recipient-left': 'il ne reste aucun destinataire',
  },
  passedOver: {
    'best-of-its-country': 'Retenu : premier point de contact approprié de son pays',
    'all-at-capacity':
      'Désigné bien que sa charge maximale soit atteinte : c’est le cas de tous les points de contact appropriés',
    'at-capacity': 'Charge maximale atteinte',
    disabled: 'Désactivé',
    'sender-itself': 'Est le service expéditeur',
    excluded: 'Exclu par le service expéditeur',
    'already-tried': 'Déjà sollicité',
    'not-on-chain': 'Hors de la chaîne de repli du pays : seul un superviseur peut le choisir',
    'lacks-capability': 'N’a pas la capacité demandée',
    'does-not-accept-kind': 'N’accepte pas ce type de transmission',
    'no-common-language': 'Aucune langue commune',
    'no-clearance': 'Non habilité pour le code de traitement',
    'not-verified-recently': 'Coordonnées non confirmées récemment',
    'needs-transfer-basis': 'Fondement du transfert manquant',
    'hotline-for-removal-only': 'Ligne de signalement : retrait de contenus uniquement',
    'after-the-one-taken': 'Approprié, mais un autre point de contact passe avant',
  },
  nobodyFound: {
    'nobody-in-directory': 'Aucun point de contact dans l’annuaire',
    'nobody-left': 'Plus aucun point de contact approprié',
    'needs-transfer-basis': 'Fondement du transfert manquant',
  },
};
