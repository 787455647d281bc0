package org.linli.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sections.PageSections;
import org.linli.registry.Boundary;
import org.linli.registry.Committees;
import org.linli.registry.CommunityDetail;
import org.linli.registry.CommunityFile;
import org.linli.registry.Ending;
import org.linli.registry.Engagement;
import org.linli.registry.EngagementFile;
import org.linli.registry.HistoryEntry;
import org.linli.registry.HomeLine;
import org.linli.registry.Homes;
import org.linli.registry.PreparatorySteps;
import org.linli.registry.Specialists;
import org.linli.rules.registry.BaseField;

/**
 * The file of a community; only the chosen tab's rows are there.
 *
 * @param place the division in words
 * @param day as of
 * @param absent the community was not registered on that day; the file shown is today's
 * @param mayWrite whether this hat may record something; nobody may of a community that has ended
 * @param mayWithdraw whether this hat may say that it never ended
 * @param missing mandatory fields that are blank
 * @param serving the engagement in force
 * @param building the homes' filter, 0 for all
 * @param nextHome continue after this home, 0 at the end
 * @param preparations what its preparatory groups do by a day
 * @param sections what features show of the community to this hat
 * @param ending by which act it ended; empty while it is there
 * @param mayDrop whether this hat may take it for another one's duplicate
 * @param duplicates records dropped in favour of this one, by code and name
 */
public record CommunityPage(
        CommunityFile file,
        String place,
        String tab,
        LocalDate day,
        LocalDate today,
        boolean absent,
        boolean mayWrite,
        boolean mayWithdraw,
        boolean seesOwners,
        List<BaseField> missing,
        List<Fact> facts,
        Optional<Engagement> serving,
        List<Homes.Building> buildings,
        int building,
        List<HomeLine> homes,
        int nextHome,
        List<Engagement> engagements,
        List<EngagementFile> files,
        List<Committees.Committee> committees,
        List<PreparatorySteps.Line> preparations,
        List<Specialists.Specialist> specialists,
        List<HistoryEntry> history,
        List<PageSections.Section> sections,
        Optional<Ending> ending,
        boolean mayDrop,
        List<String> duplicates) {

    /** @param field its name in forms @param value a text, {@code ~} and a text key, or null when blank */
    public record Fact(String field, @Nullable String value, boolean missing) {}

    /** All but the details nobody has filled in. */
    public List<Fact> shownFacts() {
        return facts.stream().filter(fact -> !isBlankDetail(fact)).toList();
    }

    public List<Fact> blankDetails() {
        return facts.stream().filter(CommunityPage::isBlankDetail).toList();
    }

    private static boolean isBlankDetail(Fact fact) {
        return fact.value() == null && CommunityDetail.COLUMNS.contains(fact.field());
    }

    public List<String> tabs() {
        return seesOwners
                ? List.of("file", "homes", "engagements", "committees", "history")
                : List.of("file", "engagements", "committees", "history");
    }

    /** The newest first. */
    public List<EngagementFile> filesOf(Engagement engagement) {
        return files.stream()
                .filter(file -> file.engagement() == engagement.number())
                .toList();
    }

    /** What a preparatory group does by a day; none for other bodies. */
    public List<PreparatorySteps.Line> preparationsOf(Committees.Committee committee) {
        return preparations.stream()
                .filter(line -> line.group() == committee.number())
                .toList();
    }

    /** Its boundary as the outline of a drawing. */
    public Optional<String> outline() {
        return Optional.ofNullable(file.base().details().get(CommunityDetail.BOUNDARY))
                .flatMap(text -> Boundary.parse(text.toString()))
                .map(Boundary::path);
    }

    public String path() {
        return "/registry/communities/" + file.id();
    }

    public String query(String chosen) {
        return "?tab=" + chosen + (day.equals(today) ? "" : "&asOf=" + day);
    }
}
