package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.Committees.Committee;
import org.linli.registry.Committees.Kind;
import org.linli.registry.Committees.Member;
import org.linli.registry.Committees.Post;
import org.linli.registry.Committees.Side;
import org.linli.registry.city.City;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits on a committee: joins, leaves, and was never as recorded. Seats and the one chair are counted at each act. */
@Service
public class Memberships {

    private final Committees committees;
    private final Members members;
    private final Reach reach;
    private final City city;

    Memberships(Committees committees, Members members, Reach reach, City city) {
        this.committees = committees;
        this.members = members;
        this.reach = reach;
        this.city = city;
    }

    /**
     * Adds a member. Refused without a free seat, for a second chair, and when the law leaves no seat for the member's side.
     *
     * @param side null on a committee, on which only owners sit
     */
    @Transactional
    public Outcome add(
            CommunityId id, int number, String name, Post post, @Nullable Side side, LocalDate from, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Committee> committee = committees.find(id, number, clerk.scope());
        if (committee.isEmpty()) {
            return new Outcome.Unknown();
        }
        Members.Facts facts = new Members.Facts(name, post, side, from, null);
        Optional<Outcome> refused = refuse(committee.get(), 0, facts);
        if (refused.isPresent()) {
            return refused.get();
        }
        members.add(id, number, name, facts, members.stamp(Act.CHANGE, "", clerk));
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** A membership ends. @param lastDay last day as a member */
    @Transactional
    public Outcome end(CommunityId id, int number, int memberNo, LocalDate lastDay, Clerk clerk) {
        return replace(id, number, memberNo, clerk, member -> {
            if (member.to() != null) {
                return new Outcome.Overtaken();
            }
            if (lastDay.isBefore(member.from())) {
                return Outcome.Refused.of("last_day", "end-before-start", member.from());
            }
            members.replace(
                    id,
                    number,
                    memberNo,
                    new Members.Facts(null, member.post(), member.side(), member.from(), lastDay.plusDays(1)),
                    members.stamp(Act.CHANGE, "", clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    /**
     * 更正: the member was never as recorded.
     *
     * @param version of the member's line when the form was opened
     * @param name null keeps the recorded one
     * @param side null on a committee, on which only owners sit
     * @param lastDay last day as a member; null: still one
     */
    @Transactional
    public Outcome correct(
            CommunityId id,
            int number,
            int memberNo,
            int version,
            @Nullable String name,
            Post post,
            @Nullable Side side,
            LocalDate from,
            @Nullable LocalDate lastDay,
            String reason,
            Clerk clerk) {
        return replace(id, number, memberNo, clerk, member -> {
            if (member.version() != version) {
                return new Outcome.Overtaken();
            }
            if (lastDay != null && lastDay.isBefore(from)) {
                return Outcome.Refused.of("last_day", "end-before-start", from);
            }
            Members.Facts facts =
                    new Members.Facts(name, post, side, from, lastDay == null ? null : lastDay.plusDays(1));
            Optional<Outcome> refused =
                    refuse(committees.find(id, number, clerk.scope()).orElseThrow(), memberNo, facts);
            if (refused.isPresent()) {
                return refused.get();
            }
            members.replace(id, number, memberNo, facts, members.stamp(Act.CORRECTION, reason, clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    private Outcome replace(CommunityId id, int number, int memberNo, Clerk clerk, Function<Member, Outcome> act) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Member> member = committees.find(id, number, clerk.scope()).stream()
                .flatMap(committee -> committee.members().stream())
                .filter(found -> found.number() == memberNo)
                .findFirst();
        Outcome outcome = member.map(act).orElseGet(Outcome.Unknown::new);
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        }
        return outcome;
    }

    /** @param but the member in question, who takes no seat from himself; 0 for a new one */
    private static Optional<Outcome> refuse(Committee committee, int but, Members.Facts facts) {
        LocalDate from = facts.from();
        LocalDate first = committee.term().termFrom();
        LocalDate last = committee.term().termTo();
        if (from.isBefore(first) || from.isAfter(last)) {
            return Optional.of(Outcome.Refused.of("member_from", "outside-term", first, last));
        }
        LocalDate to = facts.to();
        List<Member> beside = committee.members().stream()
                .filter(other -> other.number() != but)
                .filter(other -> other.to() == null || other.to().isAfter(from))
                .filter(other -> to == null || other.from().isBefore(to))
                .toList();
        if (facts.post() == Post.CHAIR && beside.stream().anyMatch(other -> other.post() == Post.CHAIR)) {
            return Optional.of(Outcome.Refused.of("post", "second-chair"));
        }
        Optional<Outcome> wrongSide = refuseSide(committee.term(), facts, beside);
        if (wrongSide.isPresent()) {
            return wrongSide;
        }
        long seats =
                beside.stream().filter(other -> other.post() != Post.ALTERNATE).count();
        int agreed = committee.term().agreedSize();
        return facts.post() != Post.ALTERNATE && seats >= agreed
                ? Optional.of(Outcome.Refused.of("name", "no-seat-left", agreed))
                : Optional.empty();
    }

    /** Owners alone sit on a committee; on a mixed body they have their share, and the street convenes the management committee. */
    private static Optional<Outcome> refuseSide(Committees.Term term, Members.Facts facts, List<Member> beside) {
        Kind kind = term.kind();
        Side side = facts.side();
        if (!kind.isMixed()) {
            return side == null || side == Side.OWNER
                    ? Optional.empty()
                    : Optional.of(Outcome.Refused.of("side", "committee-owners"));
        }
        if (side == null) {
            return Optional.of(Outcome.Refused.of("side", "required"));
        }
        if (kind == Kind.PMC && facts.post() == Post.CHAIR && side != Side.STREET) {
            return Optional.of(Outcome.Refused.of("post", "pmc-convener"));
        }
        long others = beside.stream()
                .filter(other -> other.post() != Post.ALTERNATE)
                .filter(other -> other.side() != null && other.side() != Side.OWNER)
                .count();
        boolean tooMany =
                side != Side.OWNER && facts.post() != Post.ALTERNATE && others >= kind.mostOthers(term.agreedSize());
        return tooMany ? Optional.of(Outcome.Refused.of("side", kind.word() + "-owners")) : Optional.empty();
    }
}
