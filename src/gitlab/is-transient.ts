import { meaningOf, type CallKind } from './answer-meaning.js';
import type { FailedReply } from './failed-reply.js';

/**
 * Whether the same request may well succeed a little later, as the table of meanings has it: true for everything that came from the way there, from a stranger or from
 * a server in trouble; false for what GitLab itself would say again. Not meant for requests that make something.
 */
export function isTransient(
  reply: FailedReply,
  call: Exclude<CallKind, 'start' | 'create_token'> = 'poll',
): boolean {
  return meaningOf(call, reply) === 'passing';
}
