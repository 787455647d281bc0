package org.linli.decisions.scrutiny;

import java.util.List;
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
 * Proves at the same screen that the other person is there: staff by password and authenticator, an owner chosen for it by a code on
 * the phone. Nobody is signed in by it.
 */
@Component
class SecondPeople {

    private final SignIn signIn;
    private final People people;
    private final Scrutineers chosen;

    SecondPeople(SignIn signIn, People people, Scrutineers chosen) {
        this.signIn = signIn;
        this.people = people;
        this.chosen = chosen;
    }

    Optional<SecondPerson> staff(Vote vote, String username, String password, String code) {
        return signIn.password(username, password)
                .filter(account -> signIn.totp(account.id(), code))
                .flatMap(account -> staff(vote, account));
    }

    private Optional<SecondPerson> staff(Vote vote, Account account) {
        List<Role> roles = people.listHats(account.id()).stream()
                .filter(hat -> isOver(vote, hat))
                .map(Grant::role)
                .toList();
        long id = account.id().value();
        if (roles.contains(Role.STREET)) {
            return Optional.of(new SecondPerson(id, SecondPerson.Kind.STAFF, true));
        }
        return roles.contains(Role.COMMUNITY_WORKER)
                ? Optional.of(new SecondPerson(id, SecondPerson.Kind.STAFF, false))
                : Optional.empty();
    }

    private static boolean isOver(Vote vote, Grant hat) {
        return hat.scope() instanceof Scope.OfDivision(DivisionCode division)
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
                .filter(account -> chosen.isOwnerIn(vote, account))
                .filter(account -> chosen.isChosen(vote.id(), account.id().value()))
                .findFirst()
                .map(account -> new SecondPerson(account.id().value(), SecondPerson.Kind.OWNER, false));
    }
}
