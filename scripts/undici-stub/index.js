'use strict';

/** Throws when somebody asks for what we left out: only `HttpClient.getAgentDispatcher` and its callers do. */
class ProxyAgent {
  constructor() {
    throw new Error('undici is left out of this bundle; use HttpClient.getAgent, not getAgentDispatcher');
  }
}

module.exports = { ProxyAgent };
