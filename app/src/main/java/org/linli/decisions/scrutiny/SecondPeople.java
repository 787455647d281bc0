package org.linli.decisions.scrutiny;

import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.people.Account;
import org.linli.people.Grant;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.people.SignIn;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.springframework.stereotype.Component;

/**
 * Proves at the same screen that the other person is there: staff by password and authenticator, an owner of the area by a code on
 * the phone. Nobody is signed in by it.
 */
@Component
class SecondPeople {

    private final SignIn signIn;
    private final People people;

    SecondPeople(SignIn signIn, People people) {
        this.signIn = signIn;
        this.people = people;
    }

    Optional<SecondPerson> staff(Vote vote, String username, String password, String code) {
        return signIn.password(username, password)
                .filter(account -> signIn.totp(account.id(), code))
                .filter(account -> people.listHats(account.id()).stream().anyMatch(hat -> isStaffOf(vote, hat)))
                .map(account -> new SecondPerson(account.id().value(), SecondPerson.Kind.STAFF));
    }

    private static boolean isStaffOf(Vote vote, Grant hat) {
        return (hat.role() == Role.STREET || hat.role() == Role.COMMUNITY_WORKER)
                && hat.scope() instanceof Scope.OfDivision(DivisionCode division)
                && division.covers(new DivisionCode(vote.division()));
    }

    /** @return whether a code went out; also when nobody has the phone, so that nothing is learnt from it */
    boolean sendCode(String phone, String origin) {
        return Phone.parse(phone).map(number -> signIn.sendCode(number, origin)).orElse(false);
    }

    Optional<SecondPerson> owner(Vote vote, String phone, String code) {
        Optional<Phone> number = Phone.parse(phone);
        if (number.isEmpty() || !signIn.code(number.get(), code)) {
            return Optional.empty();
        }
        return signIn.listByPhone(number.get()).stream()
                .filter(account -> isOwnerIn(vote, account))
                .findFirst()
                .map(account -> new SecondPerson(account.id().value(), SecondPerson.Kind.OWNER));
    }

    private boolean isOwnerIn(Vote vote, Account account) {
        return people.listHats(account.id()).stream()
                .anyMatch(hat -> hat.role() == Role.OWNER
                        && hat.scope().equals(new Scope.OfCommunity(vote.id().community())));
    }
}
