/** Options that several commands take. */
export const BANK = ['--bank <id>', 'ressursbanken det gjelder'] as const;
export const JSON_OUT = ['--json', 'skriv resultatet som JSON'] as const;
