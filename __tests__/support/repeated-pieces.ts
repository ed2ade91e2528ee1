/** Beginnings of what readers of texts look for: a text of nothing else makes a careless one start over. */
export const repeatedPieces = [
  '<',
  '<a',
  '<script',
  '<title>',
  '&',
  '&#',
  '&amp;',
  '\u001b[',
  '\u001b]',
  '{"message":',
  '[',
  ' ',
  '\n',
  '\u0000',
  '"\\',
] as const;
