import { globMatcher } from '../base/glob.js';
import type { Environment } from './proxy-bypass.js';

/** The parts of Node that print the headers of requests, the body, or the password of a proxy when NODE_DEBUG names them; some do so in some versions only. */
const telltaleParts = ['http', 'https', 'http2', 'net', 'stream', 'tls'];

/**
 * The parts of Node that NODE_DEBUG has print what is sent; empty when none would. Node reads the variable when it starts, so that it is too late to take it away.
 * It is a list with commas, `*` stands for any text, and case does not count.
 */
export function debugsRequests(environment: Environment): readonly string[] {
  const patterns = (environment.NODE_DEBUG ?? '').toLowerCase().split(',').map(globMatcher);
  return telltaleParts.filter((part) => patterns.some((fitsPattern) => fitsPattern(part)));
}
