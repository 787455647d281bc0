package org.linli.divisions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Loads a division tree for whoever stands at the console, and says in words what became of it. */
@Component
public class DivisionCommand {

    private final Divisions divisions;
    private final MessageSource messages;

    DivisionCommand(Divisions divisions, MessageSource messages) {
        this.divisions = divisions;
        this.messages = messages;
    }

    /** @return the exit code: 0 when the tree is stored, 2 when nothing is */
    public int run(Path file, Consumer<String> say) throws IOException {
        try {
            Divisions.Loaded loaded = divisions.load(file, rows -> say.accept("Reading the divisions: " + rows));
            say.accept(
                    "Divisions read: " + loaded.rows() + ", new: " + loaded.added() + ", renamed: " + loaded.renamed());
            return 0;
        } catch (DivisionFileRefused refused) {
            Texts texts = new Texts(messages, Locale.ENGLISH);
            say.accept("Nothing was stored. The file has problems:");
            refused.problems()
                    .forEach(problem -> say.accept("  "
                            + (problem.line() > 0 ? texts.t("divisions.line", Long.toString(problem.line())) + " " : "")
                            + texts.of("divisions.problem", problem.kind()) + " " + problem.text()));
            return 2;
        }
    }
}
