/** French: every code of the domain, in plain words. */

import { caseCodes } from './codes/case.ts';
import { processCodes } from './codes/process.ts';
import { refusalCodes } from './codes/refusals.ts';

export const codes = { ...caseCodes, ...processCodes, ...refusalCodes };
