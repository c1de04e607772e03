/** The letters about retention and erasure in French. */

import type { LetterTexts } from '../letter-texts.ts';

type RetentionLetter = 'retention-review' | 'erasure-asked' | 'erased';

export const retentionLetters: Pick<LetterTexts['letters'], RetentionLetter> = {
  'retention-review': {
    subject: 'Décider si cette transmission est conservée ou effacée',
    request: ({ by }) => `Veuillez décider${by} si cette transmission clôturée est conservée ou effacée.`,
    paragraphs: [
      'La durée de conservation prend fin, ou l’expéditeur a ordonné l’effacement. Connectez-vous pour savoir lequel des deux cas s’applique.',
      'Sans décision à la date du réexamen, les données de l’affaire sont effacées. Leur conservation doit être motivée.',
    ],
  },
  'erasure-asked': {
    subject: 'Effacer vos copies de cette transmission et confirmer l’effacement',
    request: 'Veuillez effacer tout ce que vous détenez de cette transmission, et confirmer l’effacement.',
    paragraphs: ['Les données de cette transmission ont été effacées avant la fin de la durée de conservation.'],
  },
  erased: {
    subject: 'Les données de cette transmission sont effacées',
    request: '',
    paragraphs: ['Plus personne ne pourra les lire. Connectez-vous pour télécharger le certificat d’effacement.'],
  },
};
