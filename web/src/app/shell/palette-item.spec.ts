import { matches, searchedFor } from './palette-item';

const id = '33333333-0000-4000-8000-000000000001';

describe('what the palette asks for', () => {
  it.each([
    ['cold brew', 'cold brew'],
    ['  茶  ', '茶'],
    [id, id],
    [`http://localhost:4300/w/99999999-0000-4000-8000-000000000009/notes/${id}?x=1`, id],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('of %s', (typed, asked) => expect(searchedFor(typed)).toBe(asked));
});

describe('what fits a page or an action', () => {
  it.each([
    ['', 'Overview', true],
    ['theme dark', 'Dark theme', true],
    ['WALL', 'Wallet', true],
    ['wallets', 'Wallet', false],
  ])('%s in %s', (query, title, fits) => expect(matches(query, title)).toBe(fits));
});
