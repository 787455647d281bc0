package org.linli.decisions.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.platform.ids.CommunityId;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/** Votes, rolls and boxes of ballots as a count reads them. */
final class CountSamples {
    private final List<Voter> voters = new ArrayList<>();
    private final List<CountedBallot> ballots = new ArrayList<>();

    /** Adds heads that share an area and say the same; the first one has the rest of the division. */
    CountSamples heads(int heads, long areaDm2, @Nullable Answer answer) {
        return heads(heads, areaDm2, answer, false, false);
    }

    CountSamples heads(int heads, long areaDm2, @Nullable Answer answer, boolean delivered, boolean contested) {
        for (int i = 0; i < heads; i++) {
            String entry = String.format("%032x", voters.size() + 1);
            long area = areaDm2 / heads + (i == 0 ? areaDm2 % heads : 0);
            voters.add(Voter.of(entry, area, delivered, voters.size() % 2 == 0 ? "1幢" : "2幢"));
            if (answer != null) {
                ballots.add(new CountedBallot(entry, 1, Channel.PHONE, contested, new TreeMap<>(Map.of(1, answer))));
            }
        }
        return this;
    }

    /** Heads with an answer to each of several decisions. */
    CountSamples answering(int heads, long areaDm2, Answer... answers) {
        TreeMap<Integer, Answer> all = new TreeMap<>();
        for (Answer answer : answers) {
            all.put(all.size() + 1, answer);
        }
        int first = voters.size();
        heads(heads, areaDm2, (Answer) null);
        voters.subList(first, voters.size())
                .forEach(voter -> ballots.add(new CountedBallot(
                        java.util.Objects.requireNonNull(
                                voter.pieces().getFirst().entry()),
                        1,
                        Channel.PHONE,
                        false,
                        all)));
        return this;
    }

    /** The same answer to each of so many decisions. */
    CountSamples forItems(int items) {
        CountSamples all = new CountSamples();
        all.voters.addAll(voters);
        for (CountedBallot ballot : ballots) {
            TreeMap<Integer, Answer> answers = new TreeMap<>();
            for (int i = 1; i <= items; i++) {
                answers.put(i, ballot.answers().firstEntry().getValue());
            }
            all.ballots.add(
                    new CountedBallot(ballot.entry(), ballot.attempt(), ballot.channel(), ballot.contested(), answers));
        }
        return all;
    }

    List<Voter> voters() {
        return voters;
    }

    List<CountedBallot> ballots() {
        return ballots;
    }

    CountInput input() {
        return new CountInput(1, Map.of(1, voters), Map.of(), ballots, Map.of());
    }

    CountResult.Item count(Vote vote) {
        return Count.of(vote, input()).item(1);
    }

    static Vote vote(DecisionItem item) {
        return vote(item, DeemedPolicy.NONE, null, Initiator.COMMITTEE);
    }

    static Vote vote(DecisionItem item, DeemedPolicy policy, @Nullable String clause, Initiator initiator) {
        LocalDate notice = LocalDate.of(2023, 9, 1);
        VoteTerms terms = new VoteTerms(
                1,
                "试验表决",
                "",
                notice,
                new VotingWindow(notice.plusDays(16), notice.plusDays(30)),
                ParkingRule.OUT,
                OwnerSetRule.SAME_SET,
                BlankRule.ABSTAIN,
                null,
                policy,
                clause,
                false,
                false,
                false,
                "社区服务中心");
        return new Vote(
                new VoteId(new CommunityId(12), 3),
                "00112233445566778899aabbccddeeff",
                "taizhou-2021",
                initiator,
                false,
                "331002002001",
                "试验苑",
                null,
                terms,
                List.of(item),
                List.of(new Vote.Step(VoteState.CLOSED, notice.plusDays(31), Instant.EPOCH, "测试员", "")));
    }

    static DecisionItem yesNo(Matter matter) {
        return item(matter, DecisionKind.YES_NO, 1, 0, false);
    }

    static DecisionItem item(Matter matter, DecisionKind kind, int seats, int options, boolean byElection) {
        List<DecisionItem.Option> named = new ArrayList<>();
        for (int i = 1; i <= options; i++) {
            named.add(new DecisionItem.Option(i, "第" + i + "项", "", null, null, ""));
        }
        return new DecisionItem(1, 1, matter, kind, "是否同意？", "", seats, byElection, List.of(), named, List.of());
    }
}
