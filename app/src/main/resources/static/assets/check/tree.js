// The Merkle tree of RFC 9162 section 2.1 over the suite's hash, grown leaf by leaf.
import { hash } from "./suite.js";
import { join, u8 } from "./bytes.js";

const LEAF = u8(0);
const NODE = u8(1);
const node = (left, right) => hash(NODE, left, right);

export class Tree {
  /** Roots of the full subtrees from left to right; their sizes are the binary digits of `size`. */
  #peaks = [];
  size = 0;

  add(leaf) {
    let root = hash(join(LEAF, leaf));
    for (let size = this.size; size % 2 === 1; size = (size - 1) / 2) root = node(this.#peaks.pop(), root);
    this.#peaks.push(root);
    this.size++;
  }

  root() {
    if (this.size === 0) return hash(new Uint8Array(0));
    return this.#peaks.reduceRight((right, left) => node(left, right));
  }
}
