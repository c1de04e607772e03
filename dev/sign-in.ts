/** Sign-in for the local stack: as any person of the database without a password, and tokens for the systems of agencies. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SCOPES } from '../client/contract/scopes.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { readDirectory } from '../prisma/store/directory.ts';
import { giveIdentities } from '../prisma/store/identities.ts';
import { listPeople } from '../prisma/store/people.ts';
import { CLIENT_ID, CLIENT_SECRET, type Identity, startIdentity } from './identity.ts';

export interface SignInOptions {
  folder: string;
  port: number;
  databaseUrl: string;
  /** The public URL of the pages. */
  publicUrl: string;
}

/** The audience of the tokens for the systems of agencies. */
const AUDIENCE = 'https://liaise.example/api';

/** Starts the server. Returns it with the environment variables for the web server. */
export async function startSignIn(options: SignInOptions): Promise<Identity & { environment: Record<string, string> }> {
  const { folder, port, databaseUrl, publicUrl } = options;
  const db = connectDatabase({ databaseUrl, connections: 1 });
  const everybody = await listPeople(db);
  const systems = everybody.filter(({ memberships }) => memberships.some(({ roles }) => roles.includes('service')));
  const identity = await startIdentity({
    ...{ port, folder, audience: AUDIENCE },
    people: () => namedPeople(db),
    redirectUris: [`${publicUrl}/sign-in/callback`],
    systems: systems.map(({ id }) => id),
  });
  await giveIdentities(db, [
    ...everybody.map(({ id }) => ({ issuer: identity.issuer, subject: id, personId: id })).filter(isPerson),
    ...systems.map(({ id, memberships: [first] }) => ({
      ...{ issuer: identity.issuer, subject: id, personId: id, agencyId: first?.agencyId ?? '', scopes: [...SCOPES] },
    })),
  ]);
  const secretFile = join(folder, 'oidc-client-secret');
  await writeFile(secretFile, CLIENT_SECRET, { mode: 0o600 });
  return {
    issuer: identity.issuer,
    environment: {
      LIAISE_OIDC_ISSUER: identity.issuer,
      LIAISE_OIDC_CLIENT_ID: CLIENT_ID,
      LIAISE_OIDC_CLIENT_SECRET_FILE: secretFile,
      LIAISE_API_AUDIENCE: AUDIENCE,
    },
    stop: async () => {
      await identity.stop();
      await db.$disconnect();
    },
  };

  function isPerson({ personId }: { personId: string }): boolean {
    return systems.every(({ id }) => id !== personId);
  }
}

/** Reads the people of the database with their agencies and roles. */
async function namedPeople(db: Database) {
  const [people, { agencies }] = await Promise.all([listPeople(db), readDirectory(db)]);
  return people.map(({ id, name, memberships }) => ({
    ...{ id, name },
    agencies: memberships.map(({ agencyId, roles }) => ({
      name: agencies.find((agency) => agency.id === agencyId)?.name ?? agencyId,
      roles,
    })),
  }));
}
