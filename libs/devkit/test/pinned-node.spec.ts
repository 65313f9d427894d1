import { rmSync } from 'node:fs';
import path from 'node:path';
import { aCheckout, type Checkout } from './checkout';

/** Makes this Node believe that it is an old one; programs it starts do not inherit that. */
const oldNode = [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.19.0'})`,
];
const startHelp = [...oldNode, 'libs/devkit/bin/start.mjs', '--help'];

describe('a command typed on an old Node', () => {
  let checkout: Checkout;

  beforeAll(() => {
    checkout = aCheckout();
  });
  afterAll(() => checkout.remove());

  it('runs on the Node that npm brought', async () => {
    const command = checkout.run(startHelp);
    await command.says('begin with an empty installation');
    expect(await command.ended).toBe(0);
  });

  it('says what to do when npm has not run', async () => {
    rmSync(path.join(checkout.root, 'node_modules'), { recursive: true });
    const command = checkout.run(startHelp);
    await command.says(/Poolrise needs Node 26 and this is .*: run "npm ci"/);
    expect(await command.ended).toBe(1);
  });
});
