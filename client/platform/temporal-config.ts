/** Where Temporal is, and how a process identifies itself there: by a client certificate and a token, both from files. */

import { ConfigFault, readSecret } from './config-fault.ts';

/** Address and namespace of Temporal. Without `tls`, the connection is not encrypted: on one machine only. */
export interface TemporalPlace {
  /** `host:port` of the frontend. */
  address: string;
  namespace: string;
  tls?: TemporalTls;
  /** For Temporal's authoriser. */
  apiKey?: string;
}

/** In the form that the SDK takes, for clients and workers. */
interface TemporalTls {
  serverRootCACertificate: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
}

interface TemporalVariables {
  LIAISE_TEMPORAL_ADDRESS: string;
  LIAISE_TEMPORAL_NAMESPACE: string;
  LIAISE_TEMPORAL_CA_FILE?: string | undefined;
  LIAISE_TEMPORAL_CERT_FILE?: string | undefined;
  LIAISE_TEMPORAL_CERT_KEY_FILE?: string | undefined;
  LIAISE_TEMPORAL_TOKEN_FILE?: string | undefined;
}

/** @throws ConfigFault if a file cannot be read, or if one of two files that belong together is missing. */
export function temporalPlace(variables: TemporalVariables): TemporalPlace {
  const token = variables.LIAISE_TEMPORAL_TOKEN_FILE;
  const tls = tlsOf(variables);
  if (token !== undefined && tls === undefined) {
    throw new ConfigFault('LIAISE_TEMPORAL_TOKEN_FILE needs LIAISE_TEMPORAL_CA_FILE: a token is sent by TLS only.');
  }
  return {
    ...{ address: variables.LIAISE_TEMPORAL_ADDRESS, namespace: variables.LIAISE_TEMPORAL_NAMESPACE },
    ...(tls && { tls }),
    ...(token !== undefined && { apiKey: readSecret('LIAISE_TEMPORAL_TOKEN_FILE', token) }),
  };
}

function tlsOf(variables: TemporalVariables): TemporalTls | undefined {
  const {
    LIAISE_TEMPORAL_CA_FILE: authority,
    LIAISE_TEMPORAL_CERT_FILE: certificate,
    LIAISE_TEMPORAL_CERT_KEY_FILE: key,
  } = variables;
  if ((certificate === undefined) !== (key === undefined) || (certificate !== undefined && authority === undefined)) {
    throw new ConfigFault(
      'LIAISE_TEMPORAL_CERT_FILE, LIAISE_TEMPORAL_CERT_KEY_FILE and LIAISE_TEMPORAL_CA_FILE belong together.',
    );
  }
  if (authority === undefined) return undefined;
  const read = (variable: string, path: string) => Buffer.from(`${readSecret(variable, path)}\n`);
  return {
    serverRootCACertificate: read('LIAISE_TEMPORAL_CA_FILE', authority),
    ...(certificate !== undefined &&
      key !== undefined && {
        clientCertPair: {
          crt: read('LIAISE_TEMPORAL_CERT_FILE', certificate),
          key: read('LIAISE_TEMPORAL_CERT_KEY_FILE', key),
        },
      }),
  };
}
