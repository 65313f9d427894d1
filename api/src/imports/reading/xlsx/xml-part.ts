import { SaxesParser } from 'saxes';
import { asRefused, FileRefused } from '../refusals';
import type { ZipParts } from './zip-parts';

export type Attributes = Readonly<Record<string, string>>;

/** Who listens to a part. Names come without their prefix: strict, transitional and prefixed files read the same. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a part and tells the listener; yields after each piece, so that who asked can hand on what came together.
 *
 * @throws FileRefused 'xml-doctype' where entities could be declared, 'damaged' where it is no XML
 */
export async function* xmlPart(
  zip: ZipParts,
  part: string,
  listener: XmlListener,
  consumed: (bytes: number) => void = () => undefined,
): AsyncGenerator<void, void, void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    throw new FileRefused({ code: 'xml-doctype', entry: part });
  });
  parser.on('opentag', ({ name, attributes }) => listener.open(withoutPrefix(name), attributes));
  if (listener.close) parser.on('closetag', ({ name }) => listener.close?.(withoutPrefix(name)));
  if (listener.text) {
    parser.on('text', (text) => listener.text?.(text));
    parser.on('cdata', (text) => listener.text?.(text));
  }
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of zip.unpack(part)) {
      decoder ??= new TextDecoder(encodingOfXml(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
      consumed(chunk.length);
      yield;
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    throw asRefused(error, part);
  }
}

/** A small part in one go. */
export async function wholePart(zip: ZipParts, part: string, listener: XmlListener): Promise<void> {
  const pieces = xmlPart(zip, part, listener);
  while (!(await pieces.next()).done);
}

/** The value of an attribute whose prefix each writer chooses, such as `r:id`. */
export const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

function withoutPrefix(name: string): string {
  // Nearly all names of a sheet are `c` and `v`.
  if (name.length < 3) return name;
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOfXml(beginning: Buffer): string {
  if (beginning[0] === 0xff || beginning[1] === 0) return 'utf-16le';
  return beginning[0] === 0xfe || beginning[0] === 0 ? 'utf-16be' : 'utf-8';
}
