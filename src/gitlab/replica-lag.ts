/**
 * GitLab answers reads from a replica of its database until that is this far behind, and 8 MB as well (its
 * defaults). An answer may be as old.
 * @see https://docs.gitlab.com/administration/postgresql/database_load_balancing/
 */
export const replicaLagMs = 60_000;

/** GitLab aborts a request after this time. */
const requestWorkMs = 60_000;

/** Extra time: requests wait in front of GitLab, and it measures its replicas only now and then. */
const reserveMs = 15_000;

/** From this time after an event on, every replica in use shows it. */
export const replicaSettleMs = replicaLagMs + reserveMs;

/** From this time after a request was sent on, every replica in use shows what the request did. */
export const requestSettleMs = requestWorkMs + replicaSettleMs;
