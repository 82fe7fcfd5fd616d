import type { Request, Response } from 'restify';

/** A Teams activity is at most some 100 KB; beyond this nothing is read on. */
export const MAX_BODY_BYTES = 256 * 1024;

/** A route's handler: `request.body` is the parsed JSON. */
export type JsonHandler = (request: Request, response: Response) => Promise<void>;

/** One generic sentence, never a library's message. */
export function refuse(response: Response, status: number, error: string): void {
  response.json(status, { error });
}

/** The request's bytes, or why there are none. */
function readBytes(request: Request): Promise<Buffer | 'too large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What comes after is read and dropped, so that the sender gets to see the answer.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve('too large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}

function parseJson(bytes: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(bytes.toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What is wrong with a request before a byte of its body was read. */
function refusalOf({ headers }: Request): { status: number; error: string } | undefined {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') return { status: 415, error: 'A content-encoding is not supported.' };
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { status: 413, error: 'The body is too large.' };
  // Asked for strictly: a page in a browser can't send this type to another origin unasked.
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  return isJson ? undefined : { status: 400, error: 'The content-type must be application/json.' };
}

/**
 * Reads a JSON body before `handler`, and refuses what is none. The framework's own body parser is not used: it unpacks, and an
 * archive that is broken or too big ends the process.
 */
export function withJson(handler: JsonHandler): JsonHandler {
  return async (request, response) => {
    const refused = refusalOf(request);
    if (refused) {
      request.resume();
      return refuse(response, refused.status, refused.error);
    }
    const bytes = await readBytes(request);
    if (bytes === 'gone') return;
    if (bytes === 'too large') return refuse(response, 413, 'The body is too large.');
    if (bytes.length === 0) return refuse(response, 400, 'The body is empty.');
    const parsed = parseJson(bytes);
    if (!parsed) return refuse(response, 400, 'The body is not JSON.');
    request.body = parsed.value;
    await handler(request, response);
  };
}
