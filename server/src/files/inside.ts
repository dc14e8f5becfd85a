/** Owns whether a path lies in a folder: what a folder brings along must not have us look at what lies elsewhere. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { Unfit } from './ordinary.ts';

/** Whether a path lies in a folder, at any depth; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** Throws `Unfit` where a path leads out of a folder through links, and what the file system says where it leads nowhere. */
export function mustStayInside(folder: string, path: string): void {
  const [top, there] = [realpathSync(folder), realpathSync(path)];
  if (there !== top && !isInside(top, there))
    throw new Unfit({ zh: '是通往文件夹之外的链接，未读', en: 'it is a link that leads out of the folder and is not read' });
}
