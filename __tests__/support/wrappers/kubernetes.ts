import { hasKey, meaningFor, textAt } from './document.js';
import type { Environment, Project } from './wrapper.js';

/** The `env` of a container: each a value, or a key of a Secret. */
export function environmentOf(env: readonly unknown[], { secrets }: Project): Environment {
  const keys = meaningFor({ token: secrets.token, access_token: secrets.accessToken });
  return Object.fromEntries(
    env.map((variable) => [
      textAt(variable, 'name'),
      hasKey(variable, 'value')
        ? textAt(variable, 'value')
        : keys(textAt(variable, 'valueFrom', 'secretKeyRef', 'key')),
    ]),
  );
}
