/**
 * What expiry does to a trigger token, in words for people.
 * @see GitLab 19.3, `app/models/ci/trigger.rb`, `app/workers/ci/delete_expired_trigger_token_worker.rb`; no test of GitLab's says it, and no page of its documentation.
 */
export const expiredTokenFact =
  "By GitLab's source (19.3), an expired token still starts pipelines until GitLab deletes it, 30 days later, and can meanwhile be neither listed, shown nor deleted.";
