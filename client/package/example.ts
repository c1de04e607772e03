/** An example of the client: the system of one agency submits a case, and that of another acknowledges what arrives. */

import { dataOf, type FollowOptions, followChanges, type LiaiseClient } from './liaise-client.ts';

/**
 * Submits a case of the own register, and returns its reference number. `id` is its number in that register. With the key, the
 * case is submitted once, however often the program runs.
 */
export async function submitCase(client: LiaiseClient, id: string): Promise<string> {
  const answer = await client.POST('/api/v1/referrals', {
    params: { header: { 'idempotency-key': id } },
    body: {
      kind: 'case-referral',
      crimeAreas: ['csam-distribution'],
      capability: 'investigation',
      summary: 'An account distributed material. The account holder is probably in Finland.',
      indicators: [{ country: 'FI', basis: 'ip-geolocation', value: '192.0.2.1' }],
      originReferences: [{ system: 'case-register', id }],
    },
  });
  return dataOf(answer).reference;
}

/**
 * Follows the changes, and acknowledges each referral that arrives at the own agency. Yields the reference number of each, with the
 * deadline of the decision that is due next.
 */
export async function* acknowledgeArrivals(
  client: LiaiseClient,
  options: FollowOptions = {},
): AsyncGenerator<{ reference: string; decideBy: string | undefined }, void> {
  for await (const { reference } of followChanges(client, options)) {
    const path = { ref: reference };
    const referral = dataOf(await client.GET('/api/v1/referrals/{ref}', { params: { path } }));
    const recipientId = referral.acts.find(({ type }) => type === 'acknowledge')?.recipientId;
    if (recipientId === undefined) continue;
    const header = { 'idempotency-key': `acknowledge ${reference} ${recipientId}`.replaceAll(' ', '-') };
    dataOf(
      await client.POST('/api/v1/referrals/{ref}/acts/acknowledge', {
        params: { path, header },
        body: { recipientId },
      }),
    );
    const { clocks } = dataOf(await client.GET('/api/v1/referrals/{ref}/clocks', { params: { path } }));
    yield { reference, decideBy: clocks.find(({ clock }) => clock.name === 'decide')?.clock.dueAt };
  }
}
