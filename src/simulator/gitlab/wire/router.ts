import type { Route } from '../api/route.js';
import { decodePercent } from './parameter-tree.js';

/** The target of a path. `other_method`: the path exists, but not for this method. */
export type RouteMatch =
  | { readonly kind: 'route'; readonly route: Route; readonly pathParameters: Record<string, string> }
  | { readonly kind: 'other_method'; readonly methods: readonly string[] }
  | { readonly kind: 'none' };

/** Finds the route of an undecoded path below `/api/v4`; an encoded slash never separates segments. */
export type Router = (method: string, path: string) => RouteMatch;

export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({ route, expression: compile(route.pattern) }));
  return (method, path) => {
    const methods: string[] = [];
    for (const { route, expression } of compiled) {
      const match = expression.exec(path);
      if (match === null) continue;
      if (route.method === method) {
        return { kind: 'route', route, pathParameters: decoded(match.groups ?? {}) };
      }
      methods.push(route.method);
    }
    return methods.length === 0 ? { kind: 'none' } : { kind: 'other_method', methods };
  };
}

/** The expressions of all patterns so far: each release has nearly the same. */
const expressions = new Map<string, RegExp>();

function compile(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const source = pattern.replace(/:([a-z_]+)(\+?)/g, (_whole, name: string, many: string) =>
    many === '' ? `(?<${name}>[^/]+)` : `(?<${name}>.+)`,
  );
  const expression = new RegExp(`^${source}/?$`);
  expressions.set(pattern, expression);
  return expression;
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodePercent(text)]));
}
