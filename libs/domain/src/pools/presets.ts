import type { PoolPolicy } from './pool-policy';
import { folkCes } from './presets/folk-ces';
import { measured } from './presets/measured';
import { platformStated } from './presets/platform-stated';
import { textbook } from './presets/textbook';

export { folkCes, measured, platformStated, textbook };

/** The rule sets that every installation has; the first is in force until an operator says otherwise. */
export const presets: readonly PoolPolicy[] = [platformStated, textbook, folkCes, measured];
