// Reads a .zip by its central directory: stored and deflated files, nothing else. Sizes are bounded before anything is unpacked.
import { NotABundle } from "./refusal.js";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const COMMENT_MOST = 65535;
const FILES_MOST = 10003;
const ENCRYPTED = 1;

/** @param roomFor how many bytes a file of this name may have, or null when it has no place in a bundle */
export async function readZip(blob, roomFor) {
  const files = new Map();
  for (const entry of await directory(blob)) {
    if (files.has(entry.name)) throw new NotABundle("FILES", entry.name);
    const room = roomFor(entry.name);
    if (room === null) throw new NotABundle("FILES", entry.name);
    if (entry.size > room) throw new NotABundle("SIZE", entry.name);
    files.set(entry.name, await unpack(blob, entry));
  }
  return files;
}

async function directory(blob) {
  const tailStart = Math.max(0, blob.size - END_SIZE - COMMENT_MOST);
  const tail = await view(blob, tailStart, blob.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && !(tail.getUint32(end, true) === END && isLast(tail, end))) end--;
  if (end < 0) throw new NotABundle("ZIP", "");
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count > FILES_MOST || start + size > blob.size) throw new NotABundle("ZIP", "");
  return entries(await view(blob, start, start + size), count);
}

function isLast(tail, end) {
  return end + END_SIZE + tail.getUint16(end + 20, true) === tail.byteLength;
}

function entries(central, count) {
  const found = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > central.byteLength || central.getUint32(at, true) !== CENTRAL) throw new NotABundle("ZIP", "");
    const nameLength = central.getUint16(at + 28, true);
    const next = at + 46 + nameLength + central.getUint16(at + 30, true) + central.getUint16(at + 32, true);
    if (next > central.byteLength) throw new NotABundle("ZIP", "");
    found.push({
      flags: central.getUint16(at + 8, true),
      method: central.getUint16(at + 10, true),
      crc: central.getUint32(at + 16, true),
      packed: central.getUint32(at + 20, true),
      size: central.getUint32(at + 24, true),
      local: central.getUint32(at + 42, true),
      name: new TextDecoder().decode(new Uint8Array(central.buffer, at + 46, nameLength)),
    });
    at = next;
  }
  return found;
}

async function unpack(blob, entry) {
  const head = await view(blob, entry.local, entry.local + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL || entry.flags & ENCRYPTED) {
    throw new NotABundle("ZIP", entry.name);
  }
  const start = entry.local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (start + entry.packed > blob.size) throw new NotABundle("ZIP", entry.name);
  const packed = blob.slice(start, start + entry.packed);
  let stream = packed.stream();
  if (entry.method === 8) stream = stream.pipeThrough(new DecompressionStream("deflate-raw"));
  else if (entry.method !== 0) throw new NotABundle("ZIP", entry.name);
  const bytes = await fill(stream, entry);
  if (crc32(bytes) !== entry.crc) throw new NotABundle("ZIP", entry.name);
  return bytes;
}

/** A file that unpacks to more than it said is given up at once. */
async function fill(stream, entry) {
  const bytes = new Uint8Array(entry.size);
  const reader = stream.getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new NotABundle("ZIP", entry.name); });
    if (done) break;
    if (at + value.length > entry.size) {
      reader.cancel().catch(() => {});
      throw new NotABundle("ZIP", entry.name);
    }
    bytes.set(value, at);
    at += value.length;
  }
  if (at !== entry.size) throw new NotABundle("ZIP", entry.name);
  return bytes;
}

async function view(blob, start, end) {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}

const CRC = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes) {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = CRC[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
