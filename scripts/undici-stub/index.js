'use strict';

/** Throws when a caller asks for what is left out: `HttpClient.getAgentDispatcher` and its callers do. */
class ProxyAgent {
  constructor() {
    throw new Error('undici is left out of this bundle; use HttpClient.getAgent, not getAgentDispatcher');
  }
}

module.exports = { ProxyAgent };
