/** Where the servers of a test are. */

export interface TemporalAddress {
  address: string;
  namespace: string;
}

export function mailOptions(port: number) {
  return {
    ...{ host: '127.0.0.1', port, secure: false },
    ...{ from: 'Liaise <liaise@hub.example>', messageIdDomain: 'hub.example' },
  };
}
