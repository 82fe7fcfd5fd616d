export * from './adviser.ts';
export * from './asker.ts';
export * from './asker-answers.ts';
export * from './asker-forms.ts';
export * from './desk.ts';
