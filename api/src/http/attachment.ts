/**
 * The header that has a browser save an answer under a name in any script (RFC 6266): a plain name for old ones, and the
 * right one. Signs that a file system or a header would trip over become blanks.
 *
 * @param name without its ending
 * @param plain the same in ASCII
 */
export function attachment(name: string, plain: string, ending: string): string {
  const safe = name.replace(/[\p{C}\\/:*?"<>|“”\s]+/gu, ' ').trim();
  const encoded = encodeURIComponent(`${safe}.${ending}`).replace(/['()*]/g, escaped);
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}`;
}

const escaped = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
