import { centsOf } from './cents-of';

it.each([
  ['300', 30_000],
  ['300.', 30_000],
  ['0.29', 29],
  ['¥1,234.50', 123_450],
  ['１', null],
  ['12.345', null],
  ['-5', null],
  ['1e3', null],
  ['', null],
  ['99999999999', null],
])('reads "%s" as %s cents', (text, cents) => {
  expect(centsOf(text)).toBe(cents);
});
