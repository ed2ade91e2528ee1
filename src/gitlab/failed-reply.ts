import type { Reply } from './reply.js';

/** Every outcome of a call but the one we hoped for. */
export type FailedReply = Exclude<Reply<unknown>, { readonly kind: 'ok' }>;
