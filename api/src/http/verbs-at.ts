import { operations } from '@poolrise/contracts';

const addresses = Object.values(operations).map(({ method, path }) => ({
  verb: method.toUpperCase(),
  shape: new RegExp(`^${path.replace(/{\w+}/g, '[^/]+')}$`),
}));

/** Which verbs the contract knows at an address; none: there is no such address. Asked only when no route was found. */
export function verbsAt(url: string): string[] {
  const [path = ''] = url.split('?');
  return addresses.filter(({ shape }) => shape.test(path)).map(({ verb }) => verb);
}
