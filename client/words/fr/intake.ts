/** French: handing a referral in, by form or by file. */

import type { intake as english } from '../en/intake.ts';
import type { Texts } from '../texts.ts';

export const intake: Texts<typeof english> = {
  part: {
    indicators: 'Indices de pays',
    origins: 'Vos propres références',
    materials: 'Références de contenus',
    'materials-hint': 'Empreintes uniquement. Jamais un fichier, jamais un lien vers un fichier.',
  },
  row: {
    indicator: 'Indice {{n}}',
    origin: 'Référence {{n}}',
    material: 'Empreinte {{n}}',
    basis: 'Fondement',
    'no-country': 'Aucun pays ne peut être indiqué',
    value: 'Valeur constatée',
    'value-hint': 'Une adresse IP, un numéro de téléphone, un lieu. Chiffré.',
    verified: 'Vérifié',
    proxy: 'Proxy ou VPN soupçonné',
    system: 'Système',
    'system-hint': 'Par exemple : registre des affaires, NCMEC',
    number: 'Numéro',
    algorithm: 'Algorithme',
    hash: 'Empreinte',
    source: 'Origine de l’empreinte',
    'source-hint': 'Par exemple : fournisseur, ligne de signalement',
    classification: 'Classification',
  },
};
