package org.linli.registry.claims.web;

import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.CommunityList;
import org.linli.registry.claims.Letters;

/** @param query what the communities were searched by */
public record LettersPage(String query, CommunityList found) {

    /** @param name of the community */
    public record Ask(CommunityId community, String name, List<String> buildings) {}

    /** @param address of the page where the code is typed */
    public record Print(CommunityId community, String building, List<Letters.Letter> letters, String address) {}
}
