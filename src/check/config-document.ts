import { Composer, Parser } from 'yaml';

import { isDeeperThan } from '../base/yaml-depth.js';

/** GitLab's own configuration is nested less than twenty deep. */
const maxDepth = 100;

/** A value that repeats another by its name is not copied, so this only stops texts that are made to be read for ever. */
const maxAliases = 10_000;

/** A map out of a configuration. */
export type ConfigMap = Readonly<Record<string, unknown>>;

/** The documents of a YAML text, each as plain values; `undefined` when it cannot be read. GitLab's own tags stand for the plain value behind them. */
export function configDocumentsIn(text: string): readonly unknown[] | undefined {
  const tokens = Array.from(new Parser().parse(text));
  if (tokens.some((token) => isDeeperThan(maxDepth, token))) return undefined;
  try {
    const documents = Array.from(new Composer({ logLevel: 'silent' }).compose(tokens));
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map((document): unknown => document.toJS({ maxAliasCount: maxAliases }));
  } catch {
    // Too many aliases, or one of nothing.
    return undefined;
  }
}

export function isConfigMap(value: unknown): value is ConfigMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts; a single text is a list of one; `undefined` for everything else. */
export function textsIn(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'string') ? items : undefined;
}
