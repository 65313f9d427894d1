import { mintKey, readKey } from './key-token';

describe('an API key', () => {
  it('reads back to the id and the hash that were kept', () => {
    const { id, token, hash, prefix } = mintKey();
    expect(readKey(token)).toEqual({ id, hash });
    expect(token.startsWith(prefix)).toBe(true);
  });

  it('is told from one with a single wrong letter without asking the database', () => {
    const { token } = mintKey();
    for (let at = 0; at < token.length; at++) {
      const wrong = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
      expect(readKey(wrong)).toBeNull();
    }
  });

  it('is never the same twice, even for the same id', () => {
    const { id, token } = mintKey();
    expect(mintKey(id).token).not.toBe(token);
  });
});
