package org.linli.decisions.reach.web;

import java.time.Instant;
import java.util.List;
import org.linli.decisions.reach.proxies.Proxy;

/**
 * A proxy as a list shows it.
 *
 * @param vote address of the vote
 * @param address of the home it was granted for
 * @param proxyName who shall cast; masked where the reader is neither of the two
 * @param said the instruction in words, for grantor and proxy only
 * @param open questions left to the proxy, only while he may cast
 */
public record ProxyLine(
        String vote,
        String voteTitle,
        int number,
        String address,
        String proxyName,
        Proxy.Form form,
        Proxy.State state,
        Instant grantedAt,
        List<Question.Said> said,
        List<Question> open,
        boolean canCast) {}
