export * from './attribute-sale';
export * from './commission';
export * from './earning-months';
export * from './payout-ahead';
