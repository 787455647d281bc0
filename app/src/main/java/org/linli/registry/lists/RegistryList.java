package org.linli.registry.lists;

import java.util.List;

/** One of the lists. */
public enum RegistryList {
    ENGAGEMENTS(
            "engagements",
            "engagements",
            "service-kind",
            List.of("PROFESSIONAL", "ZONE", "SELF_MANAGED", "BASIC"),
            List.of("RUNNING", "NOT_STARTED", "CONTINUING", "OVER"),
            List.of("kind", "company", "contract_from", "contract_to", "service_start_on", "fee_text")),
    COMMITTEES(
            "committees",
            "committees",
            "registry.committee-kind",
            List.of("COMMITTEE", "PMC", "PREPARATORY_GROUP"),
            List.of("IN_TERM", "EXPIRED"),
            List.of("kind", "term_from", "term_to", "agreed_size", "members", "filing_no")),
    SPECIALISTS(
            "specialists",
            "committees",
            "lists.part",
            List.of("MAIN", "DEPUTY"),
            List.of("SERVING", "ENDED"),
            List.of("kind", "specialist_name", "staff_no", "appointed_on", "ended_on", "deputies", "company")),
    ENDED(
            "ended-communities",
            "file",
            "registry.ending",
            List.of("DEMOLISHED", "MERGED"),
            List.of("GONE"),
            List.of("kind", "gone_from", "into_name"));

    private final String path;
    private final String tab;
    private final String kindWords;
    private final List<String> kinds;
    private final List<String> states;
    private final List<String> columns;

    RegistryList(
            String path, String tab, String kindWords, List<String> kinds, List<String> states, List<String> columns) {
        this.path = path;
        this.tab = tab;
        this.kindWords = kindWords;
        this.kinds = kinds;
        this.states = states;
        this.columns = columns;
    }

    public String path() {
        return "/registry/" + path;
    }

    /** Where in a community's file its rows stand. */
    public String tab() {
        return tab;
    }

    /** Prefix of the text keys of the kinds. */
    public String kindWords() {
        return kindWords;
    }

    public List<String> kinds() {
        return kinds;
    }

    public List<String> states() {
        return states;
    }

    /** What a row tells beside its community and state, by the names of fields. */
    public List<String> columns() {
        return columns;
    }
}
