# Builds the server and its pages, then copies only the files that the server needs at run time.
FROM node:24-bookworm-slim AS build
WORKDIR /app
# Packages first, so that a change of the source does not rebuild their layer. The install scripts need the source.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build
# Removes the optional embedded PostgreSQL and TensorFlow: the image uses the PostgreSQL of DATABASE_URL.
RUN npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 PULSO_DATA_DIR=/var/lib/pulso
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/models ./models
COPY --from=build /app/prisma ./prisma
# The directory of uploads and your own models. A new volume inherits its owner. Commands may also write here, such as rejected rows.
RUN mkdir -p /var/lib/pulso && chown node:node /var/lib/pulso
RUN ln -s /app/bin/pulso.js /usr/local/bin/pulso
WORKDIR /var/lib/pulso
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/app/bin/pulso.js", "serve"]
