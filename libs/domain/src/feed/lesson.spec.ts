import { EventProcess, OwnStream } from '../simulation/own-stream';
import { Lesson } from './lesson';

/** Serves 400 times what is believed to bring `believed` opens and really brings `true` ones. */
function taught(first: number, truth: number, times = 400): Lesson {
  const lesson = new Lesson(Math.log(first), 50);
  const opens = new EventProcess(new OwnStream(5, 'lesson'));
  for (let i = 0; i < times; i++) {
    lesson.count(opens.expose(10 * truth), 10 * Math.exp(lesson.value), 1);
    lesson.learn(0.99);
  }
  return lesson;
}

it('finds a factor that was believed three times too large', () => {
  // About a hundred steps are remembered, a thousand opens: the standard error is 3 %.
  expect(Math.abs(Math.exp(taught(3, 1).value) - 1)).toBeLessThan(0.12);
});

it('leaves a right belief where it is', () => {
  expect(Math.abs(Math.exp(taught(1, 1).value) - 1)).toBeLessThan(0.12);
});

it('does not move without answers, and stays in its range', () => {
  const lesson = new Lesson(1, 10, [0.5, 2]);
  expect(lesson.learn(0.99)).toBe(1);
  lesson.count(1_000, 1, 1);
  expect(lesson.learn(0.99)).toBe(2);
});

it('learns how fast notes age from what they get at every age', () => {
  const lesson = new Lesson(1 / 20, 10 * 20 ** 2, [0.0001, 1]);
  const opens = new EventProcess(new OwnStream(6, 'ageing'));
  for (let round = 0; round < 60; round++) {
    for (let age = 0; age < 96; age += 4)
      lesson.count(opens.expose(40 * Math.exp(-age / 72)), 40 * Math.exp(-age * lesson.value), -age);
    lesson.learn(0.99);
  }
  expect(1 / lesson.value).toBeGreaterThan(66);
  expect(1 / lesson.value).toBeLessThan(78);
});
