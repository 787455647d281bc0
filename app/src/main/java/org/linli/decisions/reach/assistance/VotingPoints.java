package org.linli.decisions.reach.assistance;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.CompanyStaff;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.ReachLock;
import org.linli.people.Account;
import org.linli.people.People;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where and by whom owners are helped to vote: registered before, with two named staff, never the company's. */
@Service
public class VotingPoints {

    private static final int TEXT_AT_MOST = 120;

    private final AssistanceStore store;
    private final CompanyStaff staff;
    private final People people;
    private final ReachLock lock;
    private final BusinessTime time;

    VotingPoints(AssistanceStore store, CompanyStaff staff, People people, ReachLock lock, BusinessTime time) {
        this.store = store;
        this.staff = staff;
        this.people = people;
        this.lock = lock;
        this.time = time;
    }

    public List<VotingPoint> list(Vote vote) {
        return store.points(vote.id());
    }

    Optional<VotingPoint> find(Vote vote, int number) {
        return list(vote).stream().filter(point -> point.number() == number).findFirst();
    }

    /** @param first username of one of the two @param second of the other */
    @Transactional
    public Act register(
            Vote vote, VotingPoint.Kind kind, String place, String hours, String first, String second, Actor by) {
        if (vote.state() != VoteState.NOTICED && vote.state() != VoteState.OPEN) {
            return Act.refused(Problem.NOT_OPEN);
        }
        if (place.isBlank() || hours.isBlank() || place.length() > TEXT_AT_MOST || hours.length() > TEXT_AT_MOST) {
            return Act.refused(Problem.REASON_MISSING);
        }
        Optional<Account> one = people.findStaff(first.strip());
        Optional<Account> other = people.findStaff(second.strip());
        if (one.isEmpty() || other.isEmpty()) {
            return Act.refused(Problem.NOT_STAFF);
        }
        if (one.get().id().equals(other.get().id())) {
            return Act.refused(Problem.TWO_STAFF);
        }
        for (Account account : List.of(one.get(), other.get())) {
            Optional<Problem> problem = problem(vote, account.id().value());
            if (problem.isPresent()) {
                return Act.refused(problem.get());
            }
        }
        lock.hold(vote.id(), "voting points");
        int number = list(vote).size() + 1;
        VotingPoint point =
                new VotingPoint(number, kind, place.strip(), hours.strip(), staff(one.get()), staff(other.get()));
        store.insert(vote.id(), point, time.now(), by);
        return new Act.Done(number);
    }

    private static VotingPoint.Staff staff(Account account) {
        return new VotingPoint.Staff(account.id().value(), account.name());
    }

    /** Why an account may not help owners of this vote, asked at registration and again whenever it acts. */
    Optional<Problem> problem(Vote vote, long account) {
        if (staff.isOne(account, vote.id().community())) {
            return Optional.of(Problem.COMPANY_STAFF);
        }
        return staff.isPublicStaff(account, vote.id().community(), vote.division())
                ? Optional.empty()
                : Optional.of(Problem.NOT_STAFF);
    }
}
