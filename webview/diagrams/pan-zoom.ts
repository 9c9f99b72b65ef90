/** What part of a picture is seen, and how large. Pure: lengths of the picture are its own, all others those of the screen. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** A point of the picture stands at `scale` times its place, moved by x and y. */
export interface Look extends Point {
  readonly scale: number;
}

/** Free space between a picture and its frame. */
export const MARGIN = 12;
/** So much larger than it was drawn a picture may be seen: beyond it there is nothing more to read. */
const LARGEST = 4;
/** A picture much wider than its frame gets more height than it needs, or there would be nothing to zoom into. */
const LEAST_HEIGHT = 200;
/** Beyond this height a picture is made smaller rather than the page longer. */
const MOST_HEIGHT = 2000;
/** How much a picture may grow or shrink by an edit and still be the same to the reader. */
const SIMILAR = 1.5;

/** The whole picture in the middle of its frame; `largest` is for pictures smaller than that. */
export function fitted(picture: Size, frame: Size, largest = 1): Look {
  const fits = Math.min((frame.width - 2 * MARGIN) / picture.width, (frame.height - 2 * MARGIN) / picture.height);
  return limited({ scale: Math.min(largest, Math.max(fits, 0.01)), x: 0, y: 0 }, picture, frame);
}

/** How high the frame of a picture is in a page of this width: as high as the picture is when it has that width. */
export function frameHeight(picture: Size, width: number): number {
  const scale = Math.min(1, Math.max(0, width - 2 * MARGIN) / picture.width);
  const least = Math.min(picture.height, LEAST_HEIGHT);
  return Math.round(Math.min(Math.max(picture.height * scale, least), MOST_HEIGHT) + 2 * MARGIN);
}

/** What lies at `at` stays there. */
export function zoomed(look: Look, picture: Size, frame: Size, factor: number, at: Point): Look {
  const least = fitted(picture, frame).scale;
  const scale = Math.min(Math.max(look.scale * factor, least), LARGEST);
  const ratio = scale / look.scale;
  return limited({ scale, x: at.x - (at.x - look.x) * ratio, y: at.y - (at.y - look.y) * ratio }, picture, frame);
}

export function panned(look: Look, picture: Size, frame: Size, x: number, y: number): Look {
  return limited({ scale: look.scale, x: look.x + x, y: look.y + y }, picture, frame);
}

/** The frame has changed: what was in its middle stays there. */
export function reframed(look: Look, picture: Size, before: Size, frame: Size): Look {
  return panned(look, picture, frame, (frame.width - before.width) / 2, (frame.height - before.height) / 2);
}

/** The picture was drawn anew: the same part of it is seen, unless it has become another picture. */
export function carried(look: Look, before: Size, picture: Size, frame: Size): Look | undefined {
  const [wider, higher] = [picture.width / before.width, picture.height / before.height];
  if (Math.max(wider, higher, 1 / wider, 1 / higher) > SIMILAR) return undefined;
  const [x, y] = [frame.width / 2, frame.height / 2];
  return limited({ scale: look.scale, x: x - (x - look.x) * wider, y: y - (y - look.y) * higher }, picture, frame);
}

/** Moved as little as brings this part of the picture into sight. */
export function revealing(look: Look, picture: Size, frame: Size, part: Box): Look {
  const shift = (from: number, length: number, room: number): number => {
    if (from < MARGIN || length > room - 2 * MARGIN) return MARGIN - from;
    return Math.min(0, room - MARGIN - (from + length));
  };
  const { scale } = look;
  const x = shift(look.x + part.x * scale, part.width * scale, frame.width);
  const y = shift(look.y + part.y * scale, part.height * scale, frame.height);
  return panned(look, picture, frame, x, y);
}

/** Whether there is more of the picture than is seen, to which side ever. */
export function isLarger(look: Look, picture: Size, frame: Size): boolean {
  return hidden(picture.width * look.scale, frame.width) || hidden(picture.height * look.scale, frame.height);
}

export function isSame(one: Look, other: Look): boolean {
  return Math.abs(one.scale / other.scale - 1) < 0.001 && Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y - other.y) < 0.5;
}

/** A picture smaller than its frame stands in the middle, a larger one never leaves an edge of it empty. */
function limited({ scale, x, y }: Look, picture: Size, frame: Size): Look {
  const within = (at: number, length: number, room: number): number =>
    hidden(length, room) ? Math.min(Math.max(at, room - length - MARGIN), MARGIN) : (room - length) / 2;
  return { scale, x: within(x, picture.width * scale, frame.width), y: within(y, picture.height * scale, frame.height) };
}

function hidden(length: number, room: number): boolean {
  // Half a pixel is lost in rounding.
  return length + 2 * MARGIN > room + 0.5;
}
