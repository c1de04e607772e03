/** How recipients are found, in English. */

import type { RoutingWords } from '../vocabulary-words.ts';

export const routingWords: RoutingWords = {
  triageVerdict: {
    clear: 'Jurisdiction clear',
    tie: 'Tie between countries',
    none: 'Jurisdiction unclear',
  },
  openedBy: {
    route: 'selected by the rules',
    replacement: 'as a replacement',
    onward: 'referred onward',
    override: 'assigned by a supervisor',
  },
  heldCause: {
    'no-recipient-found': 'no recipient was found',
    'no-recipient-left': 'no recipient is left',
  },
  passedOver: {
    'best-of-its-country': 'Selected: first suitable contact point of its country',
    'all-at-capacity': 'Selected although at capacity: so is every suitable contact point',
    'at-capacity': 'At capacity',
    disabled: 'Disabled',
    'sender-itself': 'Is the sending agency',
    excluded: 'Excluded by the sending agency',
    'already-tried': 'Already tried',
    'not-on-chain': "Not in the country's fallback chain: only a supervisor can choose it",
    'lacks-capability': 'Does not have the capability',
    'does-not-accept-kind': 'Does not accept this kind of referral',
    'no-common-language': 'No common language',
    'no-clearance': 'Not cleared for the handling code',
    'not-verified-recently': 'Details not confirmed recently',
    'needs-transfer-basis': 'Transfer basis missing',
    'hotline-for-removal-only': 'Hotline: content removal only',
    'after-the-one-taken': 'Suitable, but another contact point comes first',
  },
  nobodyFound: {
    'nobody-in-directory': 'No contact point in the directory',
    'nobody-left': 'No suitable contact point is left',
    'needs-transfer-basis': 'Transfer basis missing',
  },
};
