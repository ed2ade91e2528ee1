import type { TextFiles } from './input-source.js';
import { ok, wrong, type Outcome } from './outcome.js';
import { readableFile } from './readable-file.js';

const cure =
  'Give the text of one or more certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE----- with its line ends kept, or the path of a file with them.';

/** Reads PEM text, or the file that a path names, into PEM certificates that could all be decoded. Never shows what it read. */
export async function parseCaCertificate(given: string, files: TextFiles): Promise<Outcome<string>> {
  const text = given.trim();
  if (text.includes('-----BEGIN')) return certificatesOf(text);
  if (/[\r\n]/.test(text)) return wrong({ what: 'is neither a certificate nor a path (not shown)', cure });
  const file = await readableFile(files, text);
  return file.kind === 'ok' ? certificatesOf(file.value) : file;
}

async function certificatesOf(text: string): Promise<Outcome<string>> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return wrong({
      what: 'holds a private key',
      cure: `Take it out, and replace it if others could see it. ${cure}`,
    });
  }
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || blocks.length !== text.split('-----BEGIN CERTIFICATE-----').length - 1) {
    return wrong({ what: 'holds no certificate, or one that is cut off (not shown)', cure });
  }
  // Loaded here because hardly anybody gives a certificate.
  const { X509Certificate } = await import('node:crypto');
  const bad = blocks.findIndex((block) => !isReadable(() => new X509Certificate(block)));
  if (bad >= 0) return wrong({ what: `holds a certificate that cannot be read, number ${bad + 1}`, cure });
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
