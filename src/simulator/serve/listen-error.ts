import { InputError } from '../../base/errors.js';
import { isObject } from '../../base/is-object.js';

/** Where a server was to listen. */
export interface ListenPlace {
  readonly host: string;
  readonly port: number;
}

type Blame = Pick<InputError['parts'], 'what' | 'why' | 'hint'>;

/** What of the place is at fault, by the code that the system gives. */
const blames: Readonly<Record<string, (place: ListenPlace) => Blame>> = {
  EADDRINUSE: ({ host, port }) => ({
    what: `port ${port} cannot be used`,
    why: `Another program listens on ${host}:${port}.`,
    hint: 'Give another port, or none for any that is free.',
  }),
  EACCES: ({ port }) => ({
    what: `port ${port} cannot be used`,
    why: 'This user may not listen on it; ports below 1024 are often for administrators only.',
    hint: 'Give a higher port, or none for any that is free.',
  }),
  EADDRNOTAVAIL: ({ host }) => ({
    what: `host ${host} cannot be used`,
    why: 'It is no address of this machine.',
    hint: 'Give an address of this machine: 127.0.0.1, or 0.0.0.0 for every one.',
  }),
  EAFNOSUPPORT: ({ host }) => ({
    what: `host ${host} cannot be used`,
    why: 'This machine has no addresses of that kind, as where IPv6 is switched off.',
    hint: 'Give an address of this machine: 127.0.0.1, or 0.0.0.0 for every one.',
  }),
  ENOTFOUND: ({ host }) => ({
    what: `host ${host} cannot be used`,
    why: 'The name cannot be resolved.',
    hint: 'Give an address of this machine: 127.0.0.1, or 0.0.0.0 for every one.',
  }),
};

const sameAs: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'ENOTFOUND',
  EAI_NONAME: 'ENOTFOUND',
  EINVAL: 'EADDRNOTAVAIL',
  EPERM: 'EACCES',
};

/** The error for an address that nothing can listen on: it names the part that is at fault. */
export function listenError(place: ListenPlace, error: unknown): InputError {
  const code = isObject(error) && 'code' in error ? String(error.code) : 'no error code';
  const blame = blames[sameAs[code] ?? code]?.(place) ?? {
    what: `nothing can listen on port ${place.port} of host ${place.host}`,
    why: `The system says ${code}.`,
    hint: 'Give another port, or another address.',
  };
  return new InputError({ code: 'invalid_input', ...blame, cause: error });
}
