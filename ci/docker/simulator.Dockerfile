# A simulated GitLab as a container, e.g. as a service of CI jobs: docker build -f ci/docker/simulator.Dockerfile -t gitlab-simulator:0.1.0 .
# Put the digest that you checked behind the tag (node:24.21.0-alpine@sha256:...): a tag alone can change under you, and this file cannot know which one you trust.
ARG BASE=node:24.21.0-alpine
FROM ${BASE}
COPY package.json /opt/gitlab-trigger/package.json
COPY dist /opt/gitlab-trigger/dist
USER node
ENV GITLAB_TRIGGER_HOST=0.0.0.0
ENV GITLAB_TRIGGER_PORT=8929
EXPOSE 8929
HEALTHCHECK --interval=5s --timeout=3s --start-period=2s --retries=12 CMD ["node", "-e", "const { GITLAB_TRIGGER_PORT: port, GITLAB_TRIGGER_TLS: tls } = process.env; process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; fetch(`${tls === 'true' ? 'https' : 'http'}://127.0.0.1:${port}/-/simulator/`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/opt/gitlab-trigger/dist/cli.js"]
CMD ["simulate"]
