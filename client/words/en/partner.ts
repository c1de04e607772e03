/** English: the inbox of partner agencies, and what the network knows of them. */

export const partner = {
  inbox: {
    empty: 'Nothing waits for you. What your agency has to acknowledge, decide or report stands here.',
    acknowledge: 'Acknowledge those selected',
    result: 'Result',
    refused: 'Refused',
    summary: '{{done}} acknowledged, {{refused}} refused.',
    'none-selected': 'Nothing was selected.',
  },
} as const;
