/** Where the database is, and as which roles a process signs in there. Passwords come from files. */

import { z } from 'zod';
import { readSecret } from './config-fault.ts';

const url = z.url({ protocol: /^postgres(ql)?$/ });
const passwordFile = z.string().min(1).optional();

/** Variables for the logins of the database. */
export const databaseVariables = {
  LIAISE_DATABASE_URL: url.describe(
    'postgresql://user@host:port/database. The user is liaise_engine for workers, liaise_pages for the web server and the ' +
      'command line, liaise_owner for migrations. For TLS add ?sslmode=verify-full&sslrootcert=…&sslcert=…&sslkey=…',
  ),
  LIAISE_DATABASE_PASSWORD_FILE: passwordFile.describe('path of a file that contains only the password of that user'),
  LIAISE_ENGINE_DATABASE_URL: url
    .optional()
    .describe(
      'the same database as liaise_engine, for commands that repair, rebuild and change sign-ins; default: LIAISE_DATABASE_URL',
    ),
  LIAISE_ENGINE_DATABASE_PASSWORD_FILE: passwordFile.describe(
    'path of a file that contains only the password of that user',
  ),
  LIAISE_READER_DATABASE_URL: url
    .optional()
    .describe('the same database as liaise_reader, for metrics and "liaise check"; default: LIAISE_DATABASE_URL'),
  LIAISE_READER_DATABASE_PASSWORD_FILE: passwordFile.describe(
    'path of a file that contains only the password of that user',
  ),
};

/** The URLs of one database for each role, with passwords. */
export interface DatabaseUrls {
  /** The role of this process. */
  databaseUrl: string;
  /** For commands that repair and rebuild. */
  engineDatabaseUrl: string;
  /** For everything that reads all agencies' rows and writes nothing. */
  readerDatabaseUrl: string;
}

/** @throws ConfigFault if a password file cannot be read. */
export function databaseUrls(variables: z.infer<z.ZodObject<typeof databaseVariables>>): DatabaseUrls {
  const own = withPassword('LIAISE_DATABASE', variables.LIAISE_DATABASE_URL, variables.LIAISE_DATABASE_PASSWORD_FILE);
  const other = (name: 'LIAISE_ENGINE_DATABASE' | 'LIAISE_READER_DATABASE') => {
    const otherUrl = variables[`${name}_URL`];
    return otherUrl === undefined ? own : withPassword(name, otherUrl, variables[`${name}_PASSWORD_FILE`]);
  };
  return {
    databaseUrl: own,
    engineDatabaseUrl: other('LIAISE_ENGINE_DATABASE'),
    readerDatabaseUrl: other('LIAISE_READER_DATABASE'),
  };
}

function withPassword(name: string, address: string, file: string | undefined): string {
  if (file === undefined) return address;
  const complete = new URL(address);
  complete.password = encodeURIComponent(readSecret(`${name}_PASSWORD_FILE`, file));
  return complete.href;
}
