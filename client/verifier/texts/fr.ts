/** French texts of the verifier. */

import type { VerifierTexts } from './verifier-texts.ts';

export const fr: VerifierTexts = {
  title: 'Vérifier un fichier de preuve',
  intro: 'Cette page vérifie le fichier sur cet appareil. Elle n’envoie rien et ne nécessite aucune connexion.',
  file: 'Fichier de preuve ou preuve de cohérence',
  key: 'Clés publiques du journal d’audit et de ses témoins',
  keyHint: 'Une clé par ligne, d’une source fiable, et non de la personne qui vous a remis le fichier.',
  verify: 'Vérifier',
  proved: 'Le fichier de preuve est valable.',
  notProved: 'Le fichier de preuve n’est PAS valable.',
  proves: {
    referral:
      'Le journal {origin} contient les événements ci-dessous de la transmission {referral} (nombre\u202f: {count}).',
    unchanged:
      'L’heure, l’événement, le service et le changement d’état sont ceux qui ont été scellés dans le journal.',
    signed: 'Le journal a été signé par {keys} lorsqu’il comptait {size} entrées.',
    witnessed:
      '{witness} a contresigné le journal le {time}\u202f: depuis, ces événements ne pouvaient plus être modifiés sans que cela se voie.',
    order: 'Les événements figurent dans le journal dans l’ordre de la liste.',
  },
  erasure:
    'La transmission {referral} a été effacée le {time} ({ground}). Détruits\u202f: clés {keys}, textes {texts}, empreintes {digests}, numéros propres {references}.',
  erasureGrounds: {
    'retention-ended': 'la durée de conservation avait pris fin',
    'sender-order': 'sur ordre de l’expéditeur',
    'supervisor-order': 'sur ordre d’un superviseur',
  },
  leavesOpen: {
    true: 'Il n’est pas prouvé que le contenu des événements est vrai. Ce qui est prouvé, c’est ce qui a été enregistré.',
    complete:
      'Il n’est pas prouvé que la liste est complète\u202f: d’autres événements peuvent ne pas être visibles pour le lecteur.',
    persons:
      'Les personnes d’autres services ne sont pas montrées. Leurs noms sont scellés dans le journal\u202f; un tribunal peut les faire révéler.',
    made: 'Il n’est pas prouvé pour qui ni quand le fichier a été établi. Le fichier indique\u202f: pour {agency}, le {time}.',
    unwitnessed: 'Aucun témoin n’a contresigné. L’exploitant du journal aurait pu à lui seul établir un autre journal.',
  },
  provesTitle: 'Ce qui est prouvé',
  leavesOpenTitle: 'Ce qui n’est pas prouvé',
  faultsTitle: 'Ce qui ne va pas',
  places: {
    start: 'le début du fichier',
    header: 'l’en-tête',
    event: 'l’événement {number}',
    hash: 'l’empreinte {number}',
    hashes: 'la liste des empreintes',
    checkpoint: 'le point de contrôle et ses signatures',
    end: 'la fin du fichier',
  },
  faults: {
    damaged: 'Le fichier a été modifié ou endommagé à partir de l’octet {byte} ({place}).',
    'checkpoint-malformed': 'Le point de contrôle est illisible. {reason}',
    'other-log': 'Le point de contrôle est celui d’un autre journal\u202f: {origin}.',
    'not-signed': 'Aucune des clés indiquées n’a signé le point de contrôle.',
    'invalid-signature':
      'La signature de {key} n’est pas valable\u202f: le point de contrôle ou la signature a été modifié.',
    'too-few-witnesses': 'Témoins qui ont contresigné le point de contrôle\u202f: {found}\u202f; il en faut {quorum}.',
    'no-events': 'Le fichier ne contient aucun événement\u202f: il ne prouve rien sur la transmission qu’il nomme.',
    order: 'L’événement {number} n’est pas à sa place, ou dépasse la fin du journal.',
    'not-in-log':
      'Les événements et les empreintes ne mènent pas au journal signé\u202f: un événement, une empreinte ou leur ordre a été modifié.',
  },
  consistency: {
    proved: 'Le fichier est une preuve de cohérence, et elle est valable.',
    notProved: 'Le fichier est une preuve de cohérence, et elle n’est PAS valable.',
    proves: {
      continues:
        'Le journal {origin} de {size} entrées commence par celui de {first} entrées\u202f: rien n’y a été modifié, supprimé ou inséré.',
      witnessed: '{witness} a contresigné le journal de {size} entrées le {time}.',
    },
    leavesOpen: {
      true: 'Il n’est pas prouvé que le contenu des entrées est vrai. Ce qui est prouvé, c’est qu’elles n’ont pas été modifiées.',
      events:
        'Ce que le journal indique au sujet d’une transmission n’est pas prouvé. Pour cela, établissez un fichier de preuve.',
      later: 'La preuve ne dit rien des entrées qui suivent les {size} premières.',
    },
    which: { first: 'Point de contrôle antérieur', second: 'Point de contrôle postérieur' },
    faults: {
      malformed: 'Le fichier a été modifié ou endommagé. {reason}',
      'wrong-order':
        'Le point de contrôle antérieur compte {first} entrées, plus que le point de contrôle postérieur, qui en compte {second}.',
      'not-consistent':
        'Les empreintes ne mènent pas de {first} à {second} entrées\u202f: une empreinte a été modifiée, ou le journal a été dédoublé.',
    },
  },
  events: 'Événements',
  columns: {
    ...{ number: 'N°', position: 'Entrée du journal', at: 'Heure (UTC)', event: 'Événement' },
    ...{ agency: 'Service', person: 'Personne', change: 'Changement' },
  },
  byRule: 'par les règles',
  noFile: 'Choisissez un fichier de preuve ou une preuve de cohérence.',
  noKey: 'La clé est illisible. {reason}',
};
