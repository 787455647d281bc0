package org.linli.decisions.demo;

/** @param possible whether the reader's area holds the community of the demo's owners */
public record FreshVotePage(boolean possible) {}
