package org.linli.publishing.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.publishing.papers.OfficialPapers;
import org.linli.publishing.papers.TemplateVersion;

/** The templates. @param lines one a paper @param refused what was just refused, null otherwise @param paper which one it was about */
public record TemplatesPage(List<Line> lines, OfficialPapers.@Nullable Refused refused, String paper) {

    /**
     * @param inForce version in force, 0 for Linli's own
     * @param uses papers made with it, one a matter and day
     * @param required placeholders that a template must use
     * @param optional placeholders that it may use
     */
    public record Line(
            String paper,
            int inForce,
            long uses,
            List<String> required,
            List<String> optional,
            List<TemplateVersion> versions) {}
}
