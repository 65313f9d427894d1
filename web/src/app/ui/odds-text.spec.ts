import { TestBed } from '@angular/core/testing';
import { theConsole } from '../../testing/opened';
import { Format } from './format';
import { oddsText } from './odds-text';

it.each([
  [0.931, 1, '93.1%'],
  [0.81, 0, '81%'],
  [1, 1, '>99.9%'],
  [0.9999, 1, '>99.9%'],
  [0.999, 0, '>99%'],
  [0, 1, '<0.1%'],
  [0.004, 0, '<1%'],
  [null, 1, '–'],
])('writes a probability of %s with %s digits as %s', async (probability, digits, text) => {
  await theConsole();
  expect(oddsText(probability, TestBed.inject(Format), digits)).toBe(text);
});
