/**
 * Owners decide: the votes of a management area, from the draft to the filing.
 *
 * <p>A {@link org.linli.decisions.Vote} 一次表决 has one notice, window, ledger record and bundle and holds one or more
 * {@link org.linli.decisions.DecisionItem} 议题, each with its own electorate and outcome. {@link org.linli.decisions.Votes} reads
 * them; the packages below own the steps: {@code drafting} (draft, checker, notice), {@code roll}, {@code casting} (ballots and
 * ledger), {@code reach} (delivery, paper, proxies, assistance, anomalies), {@code counting} (count, objections, result, duties).
 * Nothing is edited or deleted: each step is a row of its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "divisions",
            "people",
            "figures",
            "publishing",
            "publishing :: gate",
            "publishing :: ledger",
            "publishing :: notices",
            "publishing :: papers",
            "registry",
            "registry :: city",
            "registry :: claims"
        })
@NullMarked
package org.linli.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
