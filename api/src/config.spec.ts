import { readConfig } from './config';

const usual = { DATABASE_URL: 'postgres://owner:secret@db.example/poolrise' };

describe('the settings of a process', () => {
  it.each([
    ['127.0.0.1', '1'],
    ['localhost', '1'],
    ['::1', '1'],
    ['0.0.0.0', '0'],
    ['10.0.0.7', '0'],
    ['127.0.0.1.example.com', '0'],
  ])('on %s leave cookies insecure: %s', (HOST, insecure) => {
    expect(readConfig({ ...usual, HOST }).INSECURE_COOKIES).toBe(insecure);
  });

  it('are safe or not on any address, as somebody said', () => {
    expect(readConfig({ ...usual, HOST: '0.0.0.0', INSECURE_COOKIES: '1' }).INSECURE_COOKIES).toBe('1');
    expect(readConfig({ ...usual, INSECURE_COOKIES: '0' }).INSECURE_COOKIES).toBe('0');
  });

  it('trust no proxy, one, or those that are named', () => {
    expect(readConfig(usual).TRUST_PROXY).toBeUndefined();
    expect(readConfig({ ...usual, TRUST_PROXY: '1' }).TRUST_PROXY).toBe(1);
    expect(readConfig({ ...usual, TRUST_PROXY: 'loopback,10.0.0.0/8, 2001:db8::/32' }).TRUST_PROXY).toBe(
      'loopback,10.0.0.0/8, 2001:db8::/32',
    );
  });

  it.each(['true', '0', '', 'proxy.example', '10.0.0.0/33', '10.0.0.1/'])(
    'do not trust "%s", which would be everybody or nobody',
    (TRUST_PROXY) => {
      expect(() => readConfig({ ...usual, TRUST_PROXY })).toThrow('TRUST_PROXY is not usable');
    },
  );

  it.each(['postgres://owner@db.example/poolrise', 'postgres://db.example/poolrise'])(
    'refuse %s, from which everybody could derive the application’s password',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(/DATABASE_URL is not usable: .* needs a password/);
    },
  );

  it.each(['postgres://owner@localhost/poolrise', 'postgres://owner@[::1]:5433/poolrise'])(
    'take %s, whose server asks nobody on this machine for a password',
    (DATABASE_URL) => {
      expect(readConfig({ DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL);
    },
  );
});
