import { cleanLine } from '../base/foreign-text.js';
import { withoutTokens } from '../base/token-kind.js';

import { looksLikeHtml, pageTexts } from './html-text.js';

/** What a body turned out to be. `texts` are cleaned, hold nothing of the shape of a token, and are never empty. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'html' | 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'none' };

/** Enough of a text that is not JSON to recognise who wrote it. */
const readBytes = 65_536;

/**
 * Finds out what a body is from its content and its `content-type` together: JSON has to parse, whatever its label says; a page is one
 * when either says so. Never throws.
 */
export function readAnswerBody(contentType: string | undefined, body: Buffer): AnswerBody {
  const start = body.toString('utf8', 0, readBytes).replace(/^\ufeff/, '');
  if (start.trim() === '') return { kind: 'none' };
  if (looksLikeHtml(start)) return { kind: 'html', texts: cleaned(pageTexts(start)) };
  const value = parseJson(body.toString('utf8').replace(/^\ufeff/, ''));
  if (value !== undefined) return { kind: 'json', value };
  if (/\bx?html\b/i.test(contentType ?? '')) return { kind: 'html', texts: cleaned(pageTexts(start)) };
  return { kind: 'text', texts: cleaned([start]) };
}

/** `undefined` cannot come out of valid JSON, so it stands for everything else. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function cleaned(texts: readonly string[]): readonly string[] {
  return texts.map((text) => cleanLine(withoutTokens(text))).filter((text) => text !== '');
}
