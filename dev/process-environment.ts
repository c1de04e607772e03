/** What each process of the local stack is given: only the variables that it reads, and its own keys and database role. */

import { serverVariables } from '../client/http/server-config.ts';
import { workerVariables } from '../worker/config.ts';

type Environment = Record<string, string>;

/** A worker signs in to the database as the engine. */
export function workerEnvironment(installation: Environment, keyFile: string): Environment {
  const { LIAISE_ENGINE_DATABASE_URL: url, ...others } = installation;
  return only(workerVariables.shape, { ...others, LIAISE_KEY_FILE: keyFile, ...(url && { LIAISE_DATABASE_URL: url }) });
}

/** The web server never reads as another role than that of the pages. */
export function webEnvironment(installation: Environment, keyFile: string): Environment {
  const { LIAISE_ENGINE_DATABASE_URL: _, LIAISE_READER_DATABASE_URL: __, ...others } = installation;
  return only(serverVariables.shape, { ...others, LIAISE_KEY_FILE: keyFile });
}

function only(read: object, given: Environment): Environment {
  const { LIAISE_LOCAL_IDENTITY: _, ...others } = given;
  return Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith('LIAISE_') || name in read));
}
