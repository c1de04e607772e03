# The engine as it runs in production: plain JavaScript, production packages only, a user without rights.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Optional packages go too: they are Prisma's own command line and compilers for a workflow bundle that is built by then.
RUN node prisma/generate.ts && npm run build && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
# Certificate authorities: connections to Temporal over TLS use the system's, not Node's.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
RUN printf '#!/bin/sh\nexec node /app/dist/client/cli/main.js "$@"\n' > /usr/local/bin/liaise && chmod 755 /usr/local/bin/liaise
WORKDIR /app
ENV NODE_ENV=production
# The commit: by it Temporal tells one build from another.
ARG LIAISE_BUILD_ID=
ENV LIAISE_BUILD_ID=$LIAISE_BUILD_ID
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Memory is given back early: by default each thread keeps several times what it holds.
ENV MALLOC_ARENA_MAX=2
USER node
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "dist/worker/main.js"]
