import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Page, PageAnswer } from '../core/pages.ts';
import { refuse } from './body.ts';

/** A part of a path: nothing that is not seen, nothing that leads elsewhere. The router takes no longer ones either. */
const PARAM = /^[^\p{C}/\\]{1,100}$/u;
/** What programs on the way add to an address may be longer: it is left out. */
const LONGEST_QUERY = 200;

/** What stands in a request's path; undefined when it can name nothing. */
function paramsOf({ params }: Request): Record<string, string> | undefined {
  const given = Object.entries<unknown>(params ?? {}).map(([name, value]) => [name, String(value)] as const);
  return given.every(([, value]) => PARAM.test(value)) ? Object.fromEntries(given) : undefined;
}

function queryOf(request: Request): Record<string, string> {
  const given = [...new URLSearchParams(request.getQuery())];
  return Object.fromEntries(given.filter(([name, value]) => name.length <= LONGEST_QUERY && value.length <= LONGEST_QUERY));
}

/** Whether the asker has it already: `If-None-Match` is a list, in which weak ones count like others. */
function isHeld(header: string | undefined, etag: string): boolean {
  const held = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}

/** The name as all understand it, and as it is. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const whole = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function headersOf({ fileName, maxAgeSeconds, isPublic = false }: PageAnswer, etag: string): Record<string, string> {
  return {
    etag,
    'cache-control': `${isPublic ? 'public' : 'private'}, max-age=${maxAgeSeconds}`,
    'x-content-type-options': 'nosniff',
    ...(fileName !== undefined && { 'content-disposition': disposition(fileName) }),
  };
}

function send(request: Request, response: Response, answer: PageAnswer): void {
  const body = Buffer.from(answer.body);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = headersOf(answer, etag);
  if (isHeld(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': answer.type, 'content-length': String(body.length) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Shows pages to GET and HEAD. */
export function addPages(server: Server, pages: readonly Page[]): void {
  for (const { path, answer } of pages) {
    const show = async (request: Request, response: Response) => {
      const params = paramsOf(request);
      const found = params && (await answer(params, queryOf(request)));
      if (!found) return refuse(response, 404, 'There is nothing here.');
      send(request, response, found);
    };
    server.get(path, show);
    server.head(path, show);
  }
}
