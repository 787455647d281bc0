package org.linli.decisions.roll;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.claims.Claims;
import org.springframework.stereotype.Component;

/** Claims and links as the registry keeps them. */
@Component
class RegisteredClaims implements HomeClaims {

    private final Claims claims;

    RegisteredClaims(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<HomeClaim> confirmed(long account, CommunityId community) {
        return claims.confirmedHomes(account).stream()
                .filter(home -> home.community().equals(community))
                .map(home -> new HomeClaim(
                        home.homeNo(),
                        home.ownerNo(),
                        home.assurance().name(),
                        home.via().name(),
                        home.underObjection()))
                .toList();
    }

    @Override
    public String asOfNow() {
        return claims.asOfNow();
    }

    @Override
    public Set<String> outdated(CommunityId community, Set<String> words) {
        return claims.outdated(community, words);
    }

    @Override
    public Optional<Integer> named(CommunityId community, int homeNo) {
        OptionalInt named = claims.designated(community, homeNo);
        return named.isPresent() ? Optional.of(named.getAsInt()) : Optional.empty();
    }
}
