/** The OpenAPI document as pages. They work without JavaScript and load nothing from other hosts. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ShownDocument } from '../../http/dependencies.ts';
import { showPage } from '../page.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { type OpenApiDocument, openApiDocument, type Route, resolved, schemasOf } from './document.ts';
import { type SchemaField, schemaFieldsOf, typeText } from './fields.ts';

/**
 * Sends the list of all operations, or the page of one. Each is small, because one page with every operation and schema takes
 * long to load and to search.
 */
export function showApiDocs(request: FastifyRequest, reply: FastifyReply, shown: ShownDocument): FastifyReply {
  const document = openApiDocument.parse(shown.document);
  const { operationId } = shown;
  if (operationId === undefined)
    return showPage(request, reply, { title: 'API', body: <Overview document={document} /> });
  const route = routesOf(document).find((each) => each.operationId === operationId);
  if (route === undefined) {
    reply.callNotFound();
    return reply;
  }
  return showPage(request, reply, { title: `API: ${operationId}`, body: <OperationPage {...{ document, route }} /> });
}

function routesOf({ paths }: OpenApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

function Overview({ document }: { document: OpenApiDocument }) {
  const { info, tags } = document;
  const routes = routesOf(document);
  return (
    <div lang="en">
      <h1 class="govuk-heading-l">HTTP API, version {info.version}</h1>
      {info.description.split('\n\n').map((paragraph) => (
        <p class="govuk-body desk-measure">{paragraph.replaceAll('`', '')}</p>
      ))}
      <p class="govuk-body">
        For programs:{' '}
        <a class="govuk-link" href="/api/v1/openapi.json">
          openapi.json
        </a>{' '}
        (OpenAPI 3.1).
      </p>
      {tags.map(({ name, description }) => (
        <section>
          <Table
            caption={description}
            titled
            columns={OPERATION_COLUMNS}
            rows={routes.filter((route) => route.tags.includes(name))}
            empty="None."
          />
        </section>
      ))}
    </div>
  );
}

const OPERATION_COLUMNS: readonly Column<Route>[] = [
  {
    ...{ key: 'operation', title: 'Operation' },
    cell: ({ operationId, method, path }) => (
      <a class="govuk-link" href={`/api/v1/docs/${operationId}`}>
        <code>
          {method} {path}
        </code>
      </a>
    ),
  },
  { key: 'summary', title: 'What it does', cell: ({ summary }) => summary },
];

function OperationPage({ document, route }: { document: OpenApiDocument; route: Route }) {
  const schemas = schemasOf(route, document);
  return (
    <div lang="en">
      <a class="govuk-back-link" href="/api/v1/docs">
        All operations
      </a>
      <RouteSection {...{ document, route }} />
      {schemas.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">Schemas of the answers</h2>
          {schemas.map(([name, schema]) => (
            <section>
              <h3 class="govuk-heading-s" id={`schema-${name}`}>
                {name}
              </h3>
              {schema.properties ? (
                <Fields caption={`Fields of ${name}`} fields={schemaFieldsOf(schema)} />
              ) : (
                <p class="govuk-body">
                  {schema.description} ({typeText(schema)})
                </p>
              )}
            </section>
          ))}
        </section>
      )}
    </div>
  );
}

function RouteSection({
  document,
  route: { method, path, operationId, summary, description, parameters, ...route },
}: {
  document: OpenApiDocument;
  route: Route;
}) {
  const bodies = Object.entries(route.requestBody?.content ?? {});
  const fields = [
    ...parameters.map(({ name, in: where, required, description, schema }): SchemaField => {
      const parts = [schema?.description ?? description, where === 'query' ? '' : `In the ${where}.`];
      return { name, required, type: schema ? typeText(schema) : '', description: parts.filter(Boolean).join(' ') };
    }),
    ...bodies.flatMap(([, { schema }]) => (schema ? schemaFieldsOf(schema) : [])),
  ];
  return (
    <section>
      <h1 class="govuk-heading-l">{operationId}</h1>
      <p class="govuk-body">
        <code>
          {method} {path}
        </code>
      </p>
      <p class="govuk-body">
        {summary}. {description}
      </p>
      {bodies.length > 0 && <p class="govuk-body">Request body: {bodies.map(([type]) => type).join(' or ')}.</p>}
      {fields.length > 0 && <Fields caption={`Parameters and body of ${method} ${path}`} fields={fields} />}
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(route.responses).map(([status, response]) => {
          const { description, content = {} } = resolved(response, document);
          return (
            <li>
              {`${status}: ${description} `}
              {Object.values(content).map(({ schema }) => (schema?.$ref ? `(${typeText(schema)})` : ''))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const COLUMNS: readonly Column<SchemaField>[] = [
  { key: 'name', title: 'Field', cell: ({ name, required }) => <code>{required ? name : `${name}?`}</code> },
  { key: 'type', title: 'Type', cell: ({ type }) => type },
  { key: 'description', title: 'Description', cell: ({ description }) => description },
];

function Fields({ caption, fields }: { caption: string; fields: readonly SchemaField[] }) {
  return <Table caption={caption} columns={COLUMNS} rows={fields} empty="None." />;
}
