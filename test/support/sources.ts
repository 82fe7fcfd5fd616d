import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As written: a package, `node:fs`, or a path. */
  readonly from: string;
  /** `import type`, `export type`, or every name marked so. */
  readonly typeOnly: boolean;
}

export interface FunctionFound {
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
}

/** A source file, read without running it. */
export interface Source {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments, strings and regular expressions blanked out, line for line. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export function sourceOf(path: string, text: string): Source {
  return { path, text, code: blank(text), imports: importsOf(text) };
}

/** All TypeScript of a folder. */
export function sourcesIn(folder: string): Source[] {
  return globSync(`${folder}/**/*.ts`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'))
    .sort()
    .map((path) => sourceOf(path, readFileSync(`${ROOT}/${path}`, 'utf8')));
}

function importsOf(text: string): Import[] {
  const still = /^\s*(?:import|export)\s+(type\s)?(?:([^;'"]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const later = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const found = [...text.matchAll(still)].map(([, type, names = '', from = '']) => ({
    from,
    typeOnly: type !== undefined || /^\{\s*(type\s+[\w$]+(\s+as\s+[\w$]+)?\s*,?\s*)+\}$/.test(names.trim()),
  }));
  return [...found, ...[...text.matchAll(later)].map(([, from = '']) => ({ from, typeOnly: false }))];
}

const spaces = (text: string) => text.replace(/[^\n]/g, ' ');
/** After these a `/` begins a regular expression. */
const BEFORE_REGEX = /(?:^|[=(,:[!&|?{};+\n]|=>|\breturn|\bcase)\s*$/;

/** Blanks out what is no code; what stands in `${…}` is code. Brackets, lines and columns stay where they are. */
function blank(text: string): string {
  let out = '';
  let at = 0;
  const open: number[] = [];
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return false;
    out += spaces(found);
    at += found.length;
    return true;
  };
  const template = (): void => {
    if (!skip(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y)) return;
    if (text[at] === '`') skip(/`/y);
    else if (text.startsWith('${', at)) {
      skip(/\$\{/y);
      open.push(0);
    }
  };
  while (at < text.length) {
    if (skip(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/y)) continue;
    if (text[at] === '/' && BEFORE_REGEX.test(out.slice(-80)) && skip(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y)) continue;
    if (skip(/`/y)) {
      template();
      continue;
    }
    const inside = open.length - 1;
    const depth = open[inside];
    if (depth !== undefined && text[at] === '{') open[inside] = depth + 1;
    if (depth !== undefined && text[at] === '}') {
      if (depth === 0) {
        open.pop();
        skip(/\}/y);
        template();
        continue;
      }
      open[inside] = depth - 1;
    }
    out += text[at];
    at += 1;
  }
  return out;
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Where the bracket that opens at `from` is closed. */
function closing(code: string, from: number): number {
  const wanted: string[] = [];
  for (let at = from; at < code.length; at++) {
    const sign = code[at] ?? '';
    if (PAIRS[sign]) wanted.push(PAIRS[sign]);
    else if (sign === wanted.at(-1)) wanted.pop();
    if (wanted.length === 0) return at;
  }
  return code.length;
}

function parametersIn(code: string): number {
  let depth = 0;
  let count = /\S/.test(code) ? 1 : 0;
  for (const [at, sign] of [...code].entries()) {
    if ('({['.includes(sign)) depth++;
    else if (')}]'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0 && /\S/.test(code.slice(at + 1))) count++;
  }
  return count;
}

const NO_FUNCTION = /\b(?:if|for|while|switch|catch|with|await)\s*$/;

/** Every function, method and arrow function with a body in braces: where it begins, how long it is and how many parameters it takes. */
export function functionsIn(source: Source): FunctionFound[] {
  const code = blank(stripTypeScriptTypes(source.text, { mode: 'strip' }));
  const found: FunctionFound[] = [];
  const lineOf = (at: number) => code.slice(0, at).split('\n').length;
  for (const { index } of code.matchAll(/\(/g)) {
    const end = closing(code, index);
    const body = /^\s*(?:=>\s*)?\{/.exec(code.slice(end + 1));
    const arrow = /^\s*=>/.test(code.slice(end + 1));
    if ((!body && !arrow) || NO_FUNCTION.test(code.slice(Math.max(0, index - 20), index))) continue;
    const last = body ? closing(code, end + body[0].length) : end;
    const line = lineOf(index);
    // What is handed over on the spot takes what its caller gives: that is not ours to choose.
    const handedOver = /[(,]\s*(?:async\s*)?$/.test(code.slice(0, index)) && arrow;
    found.push({ line, lines: lineOf(last) - line + 1, parameters: handedOver ? 0 : parametersIn(code.slice(index + 1, end)) });
  }
  return found;
}
