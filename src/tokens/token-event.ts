import type { TriggerToken } from '../gitlab/trigger-token.js';

/** What happens while tokens are managed, for whoever tells it. */
export type TokenEvent =
  /** A call failed for a reason that passes, and will be made again. */
  | { readonly kind: 'will_repeat'; readonly why: string; readonly delayMs: number }
  /** Nobody knows whether the token was created; it is being looked for. */
  | { readonly kind: 'answer_lost'; readonly why: string }
  | { readonly kind: 'found_again'; readonly token: TriggerToken }
  | { readonly kind: 'created'; readonly token: TriggerToken }
  /** It was to expire, and GitLab has made one that does not. */
  | { readonly kind: 'expiry_ignored'; readonly token: TriggerToken }
  /** An earlier run made it, and did not come to its end. */
  | { readonly kind: 'reused'; readonly token: TriggerToken }
  | { readonly kind: 'proven'; readonly token: TriggerToken }
  /** Pipelines that are started with the new token run as another user than before. */
  | { readonly kind: 'owner_changed'; readonly from: TriggerToken; readonly to: TriggerToken }
  | {
      readonly kind: 'stored';
      readonly token: TriggerToken;
      readonly where: string;
      readonly note: string | undefined;
    }
  | { readonly kind: 'deleted'; readonly token: TriggerToken }
  /** Tokens that still work although a new one has taken their place. */
  | { readonly kind: 'left'; readonly tokens: readonly TriggerToken[] };
