# The production image: compiled JavaScript, production packages only, an unprivileged user.

# The version that the tests use. A digest pins it: see "Packages and images" in docs/operations.md.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Optional packages are removed too: the Prisma CLI, and compilers that are needed only to build the workflow bundle.
RUN node prisma/generate.ts && npm run build && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
# TLS connections to Temporal use the certificate authorities of the system, not those of Node.js.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
RUN printf '#!/bin/sh\nexec node /app/dist/client/cli/main.js "$@"\n' > /usr/local/bin/liaise && chmod 755 /usr/local/bin/liaise
WORKDIR /app
ENV NODE_ENV=production
# The commit. Temporal distinguishes builds by this id.
ARG LIAISE_BUILD_ID=
ENV LIAISE_BUILD_ID=$LIAISE_BUILD_ID
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Limits allocator arenas, so that free memory returns to the system. By default each thread retains several times its use.
ENV MALLOC_ARENA_MAX=2
# State of the sealer and the witness, and the erasure register.
RUN mkdir /state /erasures && chown node:node /state /erasures
USER node
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "dist/worker/main.js"]
