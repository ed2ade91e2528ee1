import zlib from 'node:zlib';

import { crc32 as slowCrc32 } from '../base/crc32.js';

/** Node has its own since 20.15 and 22.2. */
const sinceNode20: Partial<Pick<typeof zlib, 'crc32'>> = zlib;

/** The checksum of zip archives; `before` is that of the bytes that came before. */
export const crc32: (bytes: Uint8Array, before?: number) => number = sinceNode20.crc32 ?? slowCrc32;
