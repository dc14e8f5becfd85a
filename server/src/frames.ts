/**
 * Owns looking at what comes in on standard input before it is believed: messages framed as the base protocol of LSP 3.17
 * says. The library waits in silence on a header that it cannot read, for ever; a client is better served by a server that
 * says what is wrong and ends, because then it starts a new one.
 */
import type { Bilingual } from './core/rules/meta.ts';

/** A header is two short lines; more bytes than this are none. */
const longestHeader = 4096;
/** More bytes than a message can have: a draft may have some millions of characters. */
const longestBody = 512 * 1024 * 1024;
const separator = '\r\n\r\n';

/** Follows the frames of a stream, in chunks cut anywhere. */
export class Frames {
  /** Bytes of a header that has not ended. */
  #header = Buffer.alloc(0);
  /** What is there of the message, and how many bytes are still to come; `undefined` between messages. */
  #body: { readonly chunks: Buffer[]; missing: number } | undefined;

  /** Takes the next bytes. Gives what is wrong with the stream; nothing that comes after that can be read. */
  take(chunk: Buffer): Bilingual | undefined {
    let rest = chunk;
    while (rest.length > 0) {
      const step = this.#body ? this.#takeBody(this.#body, rest) : this.#takeHeader(rest);
      if (!Buffer.isBuffer(step)) return step;
      rest = step;
    }
    return undefined;
  }

  #takeHeader(bytes: Buffer): Buffer | Bilingual {
    const known = this.#header.length;
    // One byte more than is allowed is enough to know, and the end is found wherever the chunks were cut.
    const joined = Buffer.concat([this.#header, bytes.subarray(0, longestHeader + separator.length - known)]);
    const end = joined.indexOf(separator);
    if (end < 0) {
      if (joined.length > longestHeader)
        return { zh: `消息头超过 ${longestHeader} 字节`, en: `a header of more than ${longestHeader} bytes` };
      this.#header = joined;
      return Buffer.alloc(0);
    }
    const header = joined.toString('latin1', 0, end);
    const length = /^content-length:[ \t]*(\d{1,12})[ \t]*$/im.exec(header)?.[1];
    if (length === undefined) return { zh: '消息头没有 Content-Length', en: 'a header without Content-Length' };
    const missing = Number(length);
    if (missing > longestBody) return { zh: `消息长达 ${missing} 字节`, en: `a message of ${missing} bytes` };
    this.#header = Buffer.alloc(0);
    this.#body = { chunks: [], missing };
    const rest = bytes.subarray(end + separator.length - known);
    return missing === 0 ? this.#takeBody(this.#body, rest) : rest;
  }

  #takeBody(body: { readonly chunks: Buffer[]; missing: number }, bytes: Buffer): Buffer | Bilingual {
    const part = bytes.subarray(0, body.missing);
    body.chunks.push(part);
    body.missing -= part.length;
    if (body.missing > 0) return Buffer.alloc(0);
    this.#body = undefined;
    try {
      JSON.parse(Buffer.concat(body.chunks).toString());
    } catch {
      return { zh: '消息不是 JSON', en: 'a message that is not JSON' };
    }
    return bytes.subarray(part.length);
  }
}
