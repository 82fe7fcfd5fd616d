export * from './adviser.ts';
export * from './asker.ts';
export * from './desk.ts';
