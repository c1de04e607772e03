/** `npm run --silent new-keys > keys.json`: the key file of a new installation, on standard output. */

import { newKeyFile } from '../domain/keyring.ts';

const month = new Date().toISOString().slice(0, 7);
console.log(JSON.stringify(newKeyFile(month), null, 2));
