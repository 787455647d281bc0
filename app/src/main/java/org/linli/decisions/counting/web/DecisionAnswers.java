package org.linli.decisions.counting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionId;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.VoteState;
import org.linli.decisions.counting.DecisionList;
import org.linli.decisions.counting.Results.Result;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Threshold;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/** The shapes of the decisions API. Areas are whole numbers of 0.01 m². */
final class DecisionAnswers {

    private DecisionAnswers() {}

    /** One of the four comparisons. */
    @Schema(description = "One of the four exact comparisons behind an outcome")
    record FractionAnswer(
            Fraction.Step step,

            @Schema(description = "AREA in 0.01 m², HEADS in owners")
            Axis axis,

            Threshold threshold,
            long part,
            long whole,

            @Schema(description = "The smallest part that would be enough")
            long least,

            boolean met) {
        static List<FractionAnswer> of(Verdict verdict) {
            return verdict.fractions().stream()
                    .map(fraction -> new FractionAnswer(
                            fraction.step(),
                            fraction.axis(),
                            fraction.threshold(),
                            fraction.part(),
                            fraction.whole(),
                            fraction.least(),
                            fraction.isMet()))
                    .toList();
        }
    }

    /** The vote a decision belongs to. */
    record VoteAnswer(
            @Schema(example = "12-3") String id,
            String title,
            String community,
            @Schema(example = "331002002001") String division,
            LocalDate noticeOn,
            LocalDate opensOn,
            LocalDate lastDay) {}

    /** A line of the list. */
    @Schema(description = "A decision, one item of a vote; of an election or a choice the tally is the leading one's")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LineAnswer(
            @Schema(example = "12-3-1") String id,
            String wording,

            @Schema(description = "Code of the matter", example = "D4")
            String matter,

            @Schema(name = "class", description = "How much consent the matter needs")
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            DecisionClass decisionClass,

            DecisionKind kind,
            Outcome outcome,

            @Schema(description = "Step of the vote; INVALIDATED and REVOKED decisions count for nothing")
            VoteState state,

            LocalDate decidedOn,

            @Schema(description = "Null while objections may wait") @Nullable
            LocalDate finalOn,

            List<FractionAnswer> fractions,
            VoteAnswer vote,
            String href) {
        static LineAnswer of(DecisionList.Line line) {
            return new LineAnswer(
                    line.id().toString(),
                    line.wording(),
                    line.matter().code(),
                    line.decisionClass(),
                    line.kind(),
                    line.outcome(),
                    line.state(),
                    line.decidedOn(),
                    line.finalOn(),
                    FractionAnswer.of(DoubleMajority.decide(line.decisionClass(), line.tally())),
                    new VoteAnswer(
                            line.id().vote().toString(),
                            line.voteTitle(),
                            line.communityName(),
                            line.division(),
                            line.noticeOn(),
                            line.opensOn(),
                            line.lastDay()),
                    "/api/v1/decisions/" + line.id());
        }
    }

    /** A page of the list. */
    @Schema(description = "Decisions decided until a day, in the order of their addresses")
    record PageAnswer(
            String division,
            LocalDate asOf,
            List<LineAnswer> decisions,

            @Schema(description = "Give it as after to continue; empty at the end")
            String next) {}

    /** A candidate, an option. */
    record OptionAnswer(
            int option,
            String label,
            Weight agreed,
            @Schema(description = "Whether it alone passes") boolean passes,
            ItemView.Place place,
            List<FractionAnswer> fractions) {}

    /** The record of the vote. */
    record LedgerAnswer(
            long size,

            @Schema(description = "Merkle root, hexadecimal")
            String root) {}

    /** One decision whole. */
    @Schema(description = "A decision with its exact figures")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DecisionAnswer(
            @Schema(example = "12-3-1") String id,
            String wording,
            String matter,

            @com.fasterxml.jackson.annotation.JsonProperty("class")
            DecisionClass decisionClass,

            DecisionKind kind,
            Outcome outcome,
            VoteState state,
            LocalDate decidedOn,
            @Nullable LocalDate finalOn,
            Weight total,
            Weight voted,
            Weight agreed,
            List<FractionAnswer> fractions,

            @Schema(description = "The tally of what was cast where deemed votes were added, else null") @Nullable
            Tally raw,

            List<OptionAnswer> options,

            @Schema(description = "Options adopted, candidates elected by rank")
            List<Integer> chosen,

            @Schema(description = "Readings under which the outcome would be another")
            List<String> flips,

            @Schema(description = "Ballots that wait for a ruling")
            int contested,

            @Schema(description = "SHA-256 of the first count")
            String firstCount,

            VoteAnswer vote,
            @Nullable LedgerAnswer ledger) {

        static DecisionAnswer of(DecisionId id, Result result) {
            ItemView view = ResultPage.of(result, id.number()).items().getFirst();
            var counted = view.counted();
            Tally tally = view.verdict().tally();
            var vote = result.vote();
            var head = result.head();
            return new DecisionAnswer(
                    id.toString(),
                    view.item().wording(),
                    counted.matter(),
                    counted.decisionClass(),
                    counted.kind(),
                    counted.outcome(),
                    result.voided().contains(id.number()) ? VoteState.INVALIDATED : vote.state(),
                    result.decidedOn(),
                    result.dayOf(VoteState.FINAL),
                    tally.total(),
                    tally.voted(),
                    tally.agreed(),
                    FractionAnswer.of(view.verdict()),
                    counted.leading().deemed() == null
                            ? null
                            : counted.leading().raw(),
                    options(view),
                    counted.chosen(),
                    counted.flips().stream().map(Enum::name).toList(),
                    counted.contested(),
                    result.first().digest(),
                    new VoteAnswer(
                            vote.id().toString(),
                            vote.terms().title(),
                            vote.communityName(),
                            vote.division(),
                            vote.terms().noticeOn(),
                            vote.terms().window().opensOn(),
                            vote.terms().window().lastDay()),
                    head == null ? null : new LedgerAnswer(head.size(), head.root()));
        }

        private static List<OptionAnswer> options(ItemView view) {
            if (view.isYesNo()) {
                return List.of();
            }
            return view.options().stream()
                    .map(option -> new OptionAnswer(
                            option.number(),
                            option.label(),
                            option.agreed(),
                            option.meets(),
                            option.place(),
                            view.counted().lines().stream()
                                    .filter(line -> line.option() == option.number())
                                    .map(line -> FractionAnswer.of(
                                            line.verdict(view.counted().decisionClass())))
                                    .findFirst()
                                    .orElseThrow()))
                    .toList();
        }
    }
}
