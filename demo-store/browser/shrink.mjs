// Makes pictures of screens small enough for the guides: at most 256 colours, and fewer until a file has at most 80 kB.
// As a command: node shrink.mjs FILE...
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';

const MOST = 80 * 1024;
const COLOURS = [256, 128, 64, 32, 16];
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunks(png) {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return found;
}

const paeth = (left, up, corner) => {
  const [l, u, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
};

/** Three bytes for each point; what shines through is shown on white. Null when the file is not 8-bit RGB or RGBA. */
function points(png) {
  const parts = chunks(png);
  const header = parts[0][1];
  const [width, height, depth, kind, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced) return null;
  const each = kind === 2 ? 3 : 4;
  const stride = width * each;
  const raw = inflateSync(Buffer.concat(parts.filter(([type]) => type === 'IDAT').map(([, data]) => data)));
  const colours = new Uint8Array(width * height * 3);
  let before = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const line = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const left = x < each ? 0 : line[x - each];
      const corner = x < each ? 0 : before[x - each];
      line[x] += [0, left, before[x], (left + before[x]) >> 1, paeth(left, before[x], corner)][filter];
    }
    for (let x = 0; x < width; x++) {
      const seen = each === 3 ? 1 : line[x * 4 + 3] / 255;
      for (let i = 0; i < 3; i++) colours[(y * width + x) * 3 + i] = Math.round(line[x * each + i] * seen + 255 * (1 - seen));
    }
    before = line;
  }
  return { width, height, colours };
}

/** Heckbert's median cut: the box with the most points on its longest side is halved until there are enough. */
function palette(counted, most) {
  const box = (list) => {
    const spans = [0, 1, 2].map((i) => list.reduce(([low, high], [c]) => [Math.min(low, c[i]), Math.max(high, c[i])], [255, 0]));
    const sides = spans.map(([low, high]) => high - low);
    const axis = sides.indexOf(Math.max(...sides));
    return { list, axis, weight: sides[axis] * Math.sqrt(list.reduce((sum, [, n]) => sum + n, 0)) };
  };
  const boxes = [box(counted)];
  while (boxes.length < most) {
    boxes.sort((a, b) => b.weight - a.weight);
    if (boxes[0].weight === 0) break;
    const { list, axis } = boxes.shift();
    list.sort(([a], [b]) => a[axis] - b[axis]);
    const half = list.reduce((sum, [, n]) => sum + n, 0) / 2;
    let at = 0;
    for (let sum = 0; at < list.length - 1 && sum < half; at++) sum += list[at][1];
    at = Math.max(1, Math.min(at, list.length - 1));
    boxes.push(box(list.slice(0, at)), box(list.slice(at)));
  }
  return boxes.map(({ list }) => {
    const [often] = list.reduce((best, each) => (each[1] > best[1] ? each : best)); // a colour of the screen, not a mixture
    return { colour: often, keys: list.map(([, , key]) => key) };
  });
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function written({ width, height, colours }, counted, most) {
  const boxes = palette(counted, most);
  const place = new Map();
  boxes.forEach(({ keys }, i) => keys.forEach((key) => place.set(key, i)));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = place.get(key(colours, (y * width + x) * 3));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(boxes.flatMap(({ colour }) => colour))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

const key = (colours, at) => (colours[at] << 16) | (colours[at + 1] << 8) | colours[at + 2];

/** Writes the picture anew unless it is small already; the same picture gives the same file. */
export function shrink(file) {
  const png = readFileSync(file);
  const picture = points(png);
  if (!picture) return png.length;
  const counts = new Map();
  for (let at = 0; at < picture.colours.length; at += 3) {
    const of = key(picture.colours, at);
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  const counted = [...counts].map(([of, n]) => [[of >> 16, (of >> 8) & 255, of & 255], n, of]);
  let small = png;
  for (const most of COLOURS) {
    const attempt = written(picture, [...counted], most);
    if (attempt.length < small.length) small = attempt;
    if (small.length <= MOST) break;
  }
  writeFileSync(file, small);
  return small.length;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const file of process.argv.slice(2)) console.log(`${shrink(file)} ${file}`);
}
