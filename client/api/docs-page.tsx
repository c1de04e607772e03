/** The OpenAPI document, and a page to read it by: of our own making, with nothing fetched from anywhere. */

import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { showPage } from '../web/page.tsx';
import { type Column, Table } from '../web/parts/table.tsx';
import { type Field, fieldsOf, type Operation, openApiDocument, wordsFor } from './docs-fields.ts';

type Document = z.output<typeof openApiDocument>;
type Route = Operation & { method: string; path: string };

export function docsRoutes(api: FastifyInstance): void {
  const unlisted = { schema: { hide: true } };
  api.get('/openapi.json', unlisted, (_, reply) => reply.type('application/json').send(api.swagger()));
  api.get('/docs', unlisted, (request, reply) => {
    const document = openApiDocument.parse(api.swagger());
    return showPage(request, reply, { title: 'API', body: <Docs document={document} /> });
  });
}

function Docs({ document: { info, tags, paths, components } }: { document: Document }) {
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
        The same for programs:{' '}
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
              <RouteParts route={route} />
            ))}
        </section>
      ))}
      <section>
        <h2 class="govuk-heading-m">What answers hold</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <section>
            <h3 class="govuk-heading-s" id={`schema-${name}`}>
              {name}
            </h3>
            {schema.properties ? (
              <Fields caption={`Fields of ${name}`} fields={fieldsOf(schema)} />
            ) : (
              <p class="govuk-body">
                {schema.description} ({wordsFor(schema)})
              </p>
            )}
          </section>
        ))}
      </section>
    </div>
  );
}

function RouteParts({
  route: { method, path, operationId, summary, description, parameters, ...route },
}: {
  route: Route;
}) {
  const bodies = Object.entries(route.requestBody?.content ?? {});
  const fields = [
    ...parameters.map(({ name, in: where, required, description, schema }): Field => {
      const about = [schema?.description ?? description, where === 'query' ? '' : `In the ${where}.`];
      return { name, required, holds: schema ? wordsFor(schema) : '', about: about.filter(Boolean).join(' ') };
    }),
    ...bodies.flatMap(([, { schema }]) => (schema ? fieldsOf(schema) : [])),
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
      {bodies.length > 0 && <p class="govuk-body">Takes {bodies.map(([type]) => type).join(' or ')}.</p>}
      {fields.length > 0 && <Fields caption={`What ${method} ${path} takes`} fields={fields} />}
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(route.responses).map(([status, { description, content = {} }]) => (
          <li>
            {status}: {description}{' '}
            {Object.values(content).map(({ schema }) => (schema?.$ref ? `(${wordsFor(schema)})` : ''))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const COLUMNS: readonly Column<Field>[] = [
  { key: 'name', title: 'Field', cell: ({ name, required }) => <code>{required ? name : `${name}?`}</code> },
  { key: 'holds', title: 'Holds', cell: ({ holds }) => holds },
  { key: 'about', title: 'About', cell: ({ about }) => about },
];

function Fields({ caption, fields }: { caption: string; fields: readonly Field[] }) {
  return <Table caption={caption} columns={COLUMNS} rows={fields} empty="Nothing." />;
}
