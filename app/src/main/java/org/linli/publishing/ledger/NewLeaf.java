package org.linli.publishing.ledger;

/**
 * A leaf to be appended.
 *
 * @param kind the leaf's kind, as its owner names it
 * @param content canonical bytes; not copied, nobody changes them
 */
public record NewLeaf(String kind, byte[] content) {}
