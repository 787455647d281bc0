package org.linli.platform.sections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Texts;

/** Inverted port: a feature tells what the city's home page, a community's page and its file on the desk show of it. */
public interface PageSections {

    /** What anybody sees of the whole city. */
    List<Section> ofCity(Texts texts);

    /** What anybody sees of one community. */
    List<Section> ofCommunity(CommunityId community, Texts texts);

    /** What the hat worn sees in the file of a community, limited to its rows. */
    List<Section> ofFile(CommunityId community, Viewer viewer, RowScope rows, Texts texts);

    /**
     * @param title in the reader's language, as all texts here
     * @param empty what it says without lines
     * @param more where it leads on to, null for nowhere
     */
    record Section(
            String title,
            List<Line> lines,
            String empty,
            @Nullable Line more) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** @param note may be empty @param href begins with a slash */
    record Line(String text, String note, String href) {}
}
