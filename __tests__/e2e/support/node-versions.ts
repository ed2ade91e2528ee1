import { describe, test } from '@jest/globals';

import { fetchNode } from '../../../scripts/fetch-node.js';

/** A Node that can run the bundle. */
export interface AvailableNode {
  /** E.g. `Node 24`. */
  readonly label: string;
  readonly path: string;
}

/** A Node that should be there and is not. */
export interface MissingNode {
  readonly label: string;
  readonly reason: string;
}

/** The major that action.yml names. */
const targetMajor = '24';

/**
 * The Node that runs the tests and the one that runners have, fetched once from npm; `missing` tells why one
 * is not there.
 */
export function findNodes(): {
  readonly available: readonly AvailableNode[];
  readonly missing: readonly MissingNode[];
} {
  const installedMajor = process.versions.node.split('.')[0] ?? '';
  const installed: AvailableNode = { label: `Node ${installedMajor}`, path: process.execPath };
  if (installedMajor === targetMajor) return { available: [installed], missing: [] };
  const label = `Node ${targetMajor}`;
  try {
    const path = fetchNode(targetMajor);
    return { available: [installed, { label, path }], missing: [] };
  } catch (error) {
    return {
      available: [installed],
      missing: [{ label, reason: error instanceof Error ? error.message : String(error) }],
    };
  }
}

/** The Nodes that are there; see `findNodes`. */
export function availableNodes(): readonly AvailableNode[] {
  return findNodes().available;
}

/**
 * Declares the same tests for every Node. One that could not be fetched is a test too: it fails in CI, and
 * elsewhere is reported as skipped, so that nobody takes half a run for a whole one.
 */
export function describeEachNode(name: string, declare: (node: AvailableNode) => void): void {
  const { available, missing } = findNodes();
  for (const node of available) {
    describe(`${name}, on ${node.label}`, () => declare(node));
  }
  for (const { label, reason } of missing) {
    const declareMissing = process.env.CI === 'true' ? test : test.skip;
    declareMissing(`${name}: ${label} could not be fetched: ${reason}`, () => {
      throw new Error(reason);
    });
  }
}
