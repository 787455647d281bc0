package org.linli.decisions.casting.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;

/**
 * A place behind the last public head. It says the same whether there is a leaf or not, so that nobody can count ballots, nor tell when
 * one came, between two public heads.
 *
 * @param size leaves under the last public head, 0 without one
 * @param headAt when that head was made, null without one
 */
public record LeafWaitsPage(
        Vote vote, long place, long size, @Nullable Instant headAt) {}
