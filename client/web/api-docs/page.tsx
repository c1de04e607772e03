/** The OpenAPI document as a page. It works without JavaScript and loads nothing from other hosts. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { showPage } from '../page.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { type Operation, openApiDocument, type SchemaField, schemaFieldsOf, typeText } from './fields.ts';

type OpenApiDocument = z.output<typeof openApiDocument>;
type Route = Operation & { method: string; path: string };

/** Sends the page. `document` is the OpenAPI document as JSON. */
export function showApiDocs(request: FastifyRequest, reply: FastifyReply, document: unknown): FastifyReply {
  const body = <Docs document={openApiDocument.parse(document)} />;
  return showPage(request, reply, { title: 'API', body });
}

function Docs({ document: { info, tags, paths, components } }: { document: OpenApiDocument }) {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ ...operation, method: method.toUpperCase(), path })),
  );
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
          <h2 class="govuk-heading-m">{description}</h2>
          {routes
            .filter((route) => route.tags.includes(name))
            .map((route) => (
              <RouteSection route={route} />
            ))}
        </section>
      ))}
      <section>
        <h2 class="govuk-heading-m">Schemas of the answers</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
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
    </div>
  );
}

function RouteSection({
  route: { method, path, operationId, summary, description, parameters, ...route },
}: {
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
      <h3 class="govuk-heading-s" id={operationId}>
        <code>
          {method} {path}
        </code>
      </h3>
      <p class="govuk-body">
        {summary}. {description}
      </p>
      {bodies.length > 0 && <p class="govuk-body">Request body: {bodies.map(([type]) => type).join(' or ')}.</p>}
      {fields.length > 0 && <Fields caption={`Parameters and body of ${method} ${path}`} fields={fields} />}
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(route.responses).map(([status, { description, content = {} }]) => (
          <li>
            {status}: {description}{' '}
            {Object.values(content).map(({ schema }) => (schema?.$ref ? `(${typeText(schema)})` : ''))}
          </li>
        ))}
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
