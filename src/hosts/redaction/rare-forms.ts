import { base64Cores } from './masked-forms.js';
import { piecesOf } from './secret-pieces.js';

/**
 * Forms of a secret that are searched for in our own texts. A host is not told them: its masks cost time for
 * every line of every step.
 */
export interface RareForms {
  /** As programs print it, with its pieces as telling as those of the secret itself. */
  readonly whole: readonly string[];
  /** In base64 within base64. A piece of eight characters is four of the secret. */
  readonly nested: readonly string[];
  /**
   * In UTF-16. A piece of eight characters is two or three of the secret, so only longer pieces count:
   * `widePieces`.
   */
  readonly wide: readonly string[];
}

/**
 * As many characters of the wide forms are six to nine of the secret. Lines of `base64` and of dumps are
 * longer.
 */
const widePieceLength = 24;

/** `isRandom`: a key or a token, whose letters in another case are no ordinary word. */
export function rareForms(text: string, { isRandom }: { readonly isRandom: boolean }): RareForms {
  const secret = text.trim();
  const bytes = Buffer.from(secret, 'utf8');
  // Without its last byte, which is zero, the little-endian form is part of the big-endian one, too.
  const wide = Buffer.from(secret, 'utf16le').subarray(0, -1);
  const folded = isRandom ? [secret.toUpperCase(), secret.toLowerCase()] : [];
  return {
    whole: [...folded, ...quotedForms(secret), ...wordDumps(bytes)],
    nested: twiceBase64(bytes),
    wide: [...new Set([...base64Cores(wide), wide.toString('hex')])],
  };
}

/** Every piece of a wide form that is long enough. */
export function widePieces(form: string): readonly string[] {
  return piecesOf(form, widePieceLength);
}

/** How a shell or a file format writes the marks in a text that it quotes. Backslashes are read elsewhere. */
const quotings: readonly (readonly [marks: RegExp, as: string])[] = [
  // Shells, in single quotes; as `shlex` of Python does; as SQL, YAML and PowerShell do.
  [/'/g, "'\\''"],
  [/'/g, `'"'"'`],
  [/'/g, "''"],
  // CSV, SQL and Visual Basic.
  [/"/g, '""'],
  // Make and Compose; batch files and `printf`.
  [/\$/g, '$$$$'],
  [/%/g, '%%'],
  // The command line of Windows, and PowerShell in double quotes.
  [/[&|<>^()]/g, '^$&'],
  [/[$`"]/g, '`$&'],
];

function quotedForms(secret: string): readonly string[] {
  return quotings.map(([marks, as]) => secret.replace(marks, as)).filter((form) => form !== secret);
}

/** As `hexdump` and `od -x` print bytes: in words of two, the second one first. */
function wordDumps(bytes: Buffer): readonly string[] {
  return [bytes, bytes.subarray(1)].map((from) =>
    Buffer.from(from.subarray(0, from.length & ~1))
      .swap16()
      .toString('hex'),
  );
}

/** Base64 in base64, as a password is in the settings of a registry in a Secret of Kubernetes. */
function twiceBase64(bytes: Buffer): readonly string[] {
  const inner = new Set(base64Cores(bytes));
  return [...inner].flatMap((core) => base64Cores(Buffer.from(core, 'latin1')));
}
