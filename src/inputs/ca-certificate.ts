import { UnfitTextError } from '../base/encoding.js';
import { AbortedError } from '../base/errors.js';
import { FileTooLargeError } from '../base/files.js';
import type { TextFiles } from '../model/requests.js';
import { type InputOutcome, ok, wrong } from './parsing.js';
import { shownText } from './scalars.js';

/**
 * The text of a file that an input names, without a byte order mark. A file that cannot be read is a problem
 * with its error code.
 * @throws {AbortedError} when the run is stopped while the file is read.
 */
export async function readableFile(files: TextFiles, path: string): Promise<InputOutcome<string>> {
  try {
    return ok((await files.readText(path)).replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof AbortedError) throw error;
    if (error instanceof FileTooLargeError) {
      return wrong({ at: ` ${shownText(path)}`, what: error.why, hint: 'Give the path of a text file.' });
    }
    if (error instanceof UnfitTextError) {
      const hint = 'Save the file as UTF-8, or as UTF-16 with a byte order mark.';
      return wrong({ at: ` ${shownText(path)}`, what: error.why, hint });
    }
    if (codeOf(error) === 'ELOOP') {
      return wrong({
        at: ` ${shownText(path)}`,
        what: 'is a symbolic link, or leads through one, which may have come with a checkout and is not followed',
        hint: 'Give the path of the file that it leads to; outside of the working folder, links are followed.',
      });
    }
    return wrong({
      at: ` ${shownText(path)}`,
      what: `cannot be read (${codeOf(error)})`,
      hint: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
    });
  }
}

function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : 'no error code';
}

const hint =
  'Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them.';

/**
 * Reads PEM certificates from the given text, or from the file with the given path, and checks that all can
 * be decoded. Never shows what it read.
 */
export async function parseCaCertificate(given: string, files: TextFiles): Promise<InputOutcome<string>> {
  const text = given.trim();
  if (text.includes('-----BEGIN')) return certificatesOf(text);
  const isPath = !/[\r\n]/.test(text) && text.length <= longestPath;
  const file = isPath ? await readableFile(files, text) : neither;
  if (file.kind === 'ok') return certificatesOf(file.value);
  const what = whatOfBase64(text);
  return what === undefined ? file : wrong({ what, hint: decodeHint });
}

const neither = wrong({ what: 'is neither a certificate nor a path (not shown)', hint });

/** No system allows a longer path. */
const longestPath = 4096;

const decodeHint =
  'Decode it first (base64 -d), or give the text of the certificate itself, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept.';

/** The likely content of a base64 text; no certificate is shorter than two hundred characters. */
function whatOfBase64(text: string): string | undefined {
  const lines = text.replaceAll(/[\r\n]/g, '');
  if (lines.length < 200 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(lines)) return undefined;
  // The first bytes of PEM and of DER.
  if (text.startsWith('LS0tLS1CRUdJTi'))
    return 'is a text of certificates in base64, not the text itself (not shown)';
  if (lines !== text) return undefined;
  return text.startsWith('MII')
    ? 'is a certificate in base64 without its lines BEGIN and END (not shown)'
    : 'is neither a certificate nor a path, but a text in base64 (not shown)';
}

async function certificatesOf(text: string): Promise<InputOutcome<string>> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return wrong({
      what: 'holds a private key',
      hint: `Take it out, and replace it if others could see it. ${hint}`,
    });
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || blocks.length !== text.split('-----BEGIN CERTIFICATE-----').length - 1) {
    return wrong({ what: 'holds no certificate, or one that is cut off (not shown)', hint });
  }
  // Loaded here because few users give a certificate.
  const { X509Certificate } = await import('node:crypto');
  const bad = blocks.findIndex((block) => !isReadable(() => new X509Certificate(block)));
  if (bad >= 0) return wrong({ what: `holds a certificate that cannot be read, number ${bad + 1}`, hint });
  return ok(`${blocks.join('\n')}\n`);
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
