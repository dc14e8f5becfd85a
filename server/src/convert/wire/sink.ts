/** Owns writing JSON as UTF-8 bytes, piece by piece, into room that grows. */

/** Bytes that are written one behind the other. */
export class Sink {
  #bytes: Buffer;
  #at = 0;

  /** `room`: how many bytes are probably needed. */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

  /** How many bytes are written. */
  get length(): number {
    return this.#at;
  }

  /** Writes a text that holds nothing but ASCII. */
  ascii(text: string): void {
    this.#need(text.length);
    for (let index = 0; index < text.length; index += 1) this.#bytes[this.#at + index] = text.charCodeAt(index);
    this.#at += text.length;
  }

  /** Writes any text. */
  text(text: string): void {
    this.#need(text.length * 3);
    this.#at += this.#bytes.write(text, this.#at);
  }

  /** Writes a whole number that is not negative. */
  number(value: number): void {
    this.#need(16);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    let rest = value;
    for (let index = this.#at + digits - 1; index >= this.#at; index -= 1) {
      const next = Math.floor(rest / 10);
      this.#bytes[index] = 48 + rest - 10 * next;
      rest = next;
    }
    this.#at += digits;
  }

  /** Writes the bytes of another text from `start` to `end`. */
  copy(from: Buffer, start: number, end: number): void {
    this.#need(end - start);
    from.copy(this.#bytes, this.#at, start, end);
    this.#at += end - start;
  }

  /** Puts ASCII over what was written from `at` on. */
  over(at: number, text: string): void {
    this.#bytes.write(text, at, 'latin1');
  }

  /** All that was written from `start` on. */
  from(start: number): Buffer {
    return this.#bytes.subarray(start, this.#at);
  }

  #need(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(2 * this.#bytes.length + more);
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
  }
}
