/** The web server: pages and API in one process. */

import { join } from 'node:path';
import fastifyAccepts from '@fastify/accepts';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { XML_LIMITS } from '../../domain/exchange/xml.ts';
import { MAX_FILES } from '../contract/parse-report.ts';
import { rememberMethods } from './allowed-methods.ts';
import { keepAnnouncements } from './announcements.ts';
import { limitAnswerTime } from './answer-timeout.ts';
import { closeConnections } from './close-connections.ts';
import type { ApiDependencies, HttpDependencies } from './dependencies.ts';
import { FORM_BYTES, limitForms } from './form-limits.ts';
import { addHealth } from './health.ts';
import { scopeRequests } from './identity/agency-of-request.ts';
import { registerIdentity } from './identity/authentication.ts';
import type { IdentityDeps } from './identity/deps.ts';
import { plainPath } from './plain-path.ts';
import { refuseUnderPressure } from './pressure.ts';
import { refuseAddress } from './problem.ts';
import { rejectNullBytes } from './reject-null-bytes.ts';
import { reportForgedData } from './report-forged-data.ts';
import { stateOrigin } from './request-origin.ts';
import { addRetryAfter } from './retry-after.ts';
import { addPermissionsPolicy, answerToUnreadable, CSP_DIRECTIVES } from './security-headers.ts';
import { REQUEST_TIMEOUT_MS, tlsServer } from './tls.ts';
import { fileKeeper } from './uploads.ts';

/** The largest body: a report with its files, or a long pasted report. */
const BODY_LIMIT = FORM_BYTES.files;

/** What the server serves. It is passed in, so that pages and API can import this module. */
export interface EntryPoints {
  api: (app: FastifyInstance, deps: ApiDependencies) => Promise<void>;
  pages: {
    register: (app: FastifyInstance, deps: HttpDependencies) => void;
    showSignIn: IdentityDeps['showSignIn'];
    showApiDocs: ApiDependencies['showApiDocs'];
    makeDossierPdf: ApiDependencies['makeDossierPdf'];
    /** Answers errors and unknown addresses: problem details for programs, pages for people. */
    answerErrors: (app: FastifyInstance) => void;
  };
}

/** Not listening yet. Call `listen` or, in tests, `inject`; close it with `close()`. */
export async function buildServer(deps: HttpDependencies, { api, pages }: EntryPoints): Promise<FastifyInstance> {
  const { trustProxy } = deps;
  const app = fastify({
    loggerInstance: deps.log,
    // Fastify's request log would contain paths and queries, and so references and search terms.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    ...(deps.tls && { serverFactory: tlsServer(deps.tls) }),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    // An id from outside could carry anything into the log.
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: refuseAddress,
    rewriteUrl: ({ url = '/' }) => plainPath(url),
    clientErrorHandler: ({ code }, socket) => {
      if (code !== 'ECONNRESET' && socket.writable) socket.write(answerToUnreadable(code));
      socket.destroy();
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  closeConnections(app);
  rememberMethods(app);
  keepAnnouncements(app, deps.db);
  addPermissionsPolicy(app);
  await app.register(fastifyAccepts);
  pages.answerErrors(app);
  reportForgedData(app, deps);
  limitAnswerTime(app);
  limitForms(app);
  addRetryAfter(app);
  await app.register(fastifyHelmet, headers(deps));
  await app.register(fastifyFormbody, { bodyLimit: BODY_LIMIT });
  app.decorateRequest('uploadedBytes', 0);
  await app.register(fastifyMultipart, {
    // Text as strings, files as name and content: the form token is checked in the body before a page sees it.
    attachFieldsToBody: 'keyValues',
    onFile: fileKeeper(BODY_LIMIT),
    // A pasted report may be as long as a file. One byte more is enough to refuse a longer one by its length.
    limits: { files: MAX_FILES, fileSize: BODY_LIMIT, fields: 8, fieldSize: XML_LIMITS.bytes + 1 },
  });
  await app.register(fastifyStatic, {
    root: join(import.meta.dirname, '../web/public'),
    prefix: '/public/',
    index: false,
    cacheControl: true,
    maxAge: '1h',
  });
  addHealth(app, deps.db);
  await registerIdentity(app, { ...deps, showSignIn: pages.showSignIn });
  stateOrigin(app);
  scopeRequests(app);
  // A second limit after authentication: for each person, over all sessions and addresses.
  await app.register(fastifyRateLimit, {
    max: deps.requestsPerMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    // Everyone else was counted before authentication, by session or address.
    allowList: ({ principal }) => principal === undefined,
    keyGenerator: ({ principal, ip }) => principal?.person.personId ?? ip,
  });
  await refuseUnderPressure(app, deps.overload);
  rejectNullBytes(app);
  await api(app, { ...deps, showApiDocs: pages.showApiDocs, makeDossierPdf: pages.makeDossierPdf });
  pages.register(app, deps);
  return app;
}

function headers({ publicUrl }: HttpDependencies) {
  const isHttps = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: CSP_DIRECTIVES,
    },
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: isHttps && { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: { action: 'deny' as const },
  };
}
