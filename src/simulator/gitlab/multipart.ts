import { nestFields, type FormField, type ParameterTree } from './parameter-tree.js';

/** Reads a `multipart/form-data` body; line ends inside a value stay as sent, files become `{filename, content}`. */
export function parseMultipart(body: Buffer, contentType: string): ParameterTree {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return {};
  const parts = body.toString('latin1').split(`--${name}`).slice(1, -1);
  return nestFields(parts.flatMap((part) => fieldOf(part)));
}

function fieldOf(part: string): readonly FormField[] {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const head = utf8(part.slice(0, end));
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return [];
  const value = utf8(part.slice(end + 4).replace(/\r\n$/, ''));
  const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
  return [{ name, value: filename === undefined ? value : { filename, content: value } }];
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
