package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.DemoHome;
import org.linli.testing.LinliProcess;
import org.linli.testing.Visitor;

/** {@code kill -9} while an import is being stored, three times: afterwards there is all of it or nothing, and never twice. */
class KilledDuringAnImportIT {

    private static final int ROWS = 800;
    private static final int[] KILL_AFTER_MILLIS = {5, 60, 250};
    private static final Pattern SELECT = Pattern.compile("<select[^>]*name=\"column\".*?</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");

    @TempDir
    Path folder;

    @Test
    void storesAllOrNothingAndLeavesNoDatabaseServerBehind() throws Exception {
        Path home = DemoHome.at(folder.resolve("home"));
        int port = LinliProcess.freePort();
        LinliProcess linli = LinliProcess.start(home, port);
        assertThat(opens(port, linli.line("  security "))).isTrue();
        Visitor clerk = DemoHome.signedIn(home, port, "city");
        assertThat(clerk.get("/desk").statusCode()).isEqualTo(200);
        long before = communities(clerk);

        for (int millis : KILL_AFTER_MILLIS) {
            String address = upload(clerk);
            map(clerk, address);
            await(() -> accepts(clerk.get(address)));
            clerk.post(address + "/acceptance");
            Thread.sleep(millis);
            assertThat(linli.hadServers()).isTrue();
            linli.kill();
            assertThat(linli.leavesNoOrphan()).isTrue();

            linli = LinliProcess.start(home, port);
            assertThat(communities(clerk)).isIn(before, before + ROWS);
            await(() -> clerk.get(address).body().contains(address + "/undo"));
            assertThat(communities(clerk)).isEqualTo(before + ROWS);
            clerk.post(address + "/undo");
            assertThat(communities(clerk)).isEqualTo(before);
        }
        linli.stop();
        assertThat(linli.leavesNoOrphan()).isTrue();
    }

    /** Whether a sign-in of the demo opens the first of the two doors as the console says it. */
    private static boolean opens(int port, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        try (Visitor visitor = new Visitor(port)) {
            visitor.get("/sign-in?way=staff");
            return visitor.post(
                                    "/sign-in/staff",
                                    "username",
                                    words.getFirst(),
                                    "password",
                                    words.get(words.indexOf("password") + 1),
                                    "next",
                                    "/account")
                            .statusCode()
                    < 400;
        }
    }

    private static long communities(Visitor visitor) {
        return visitor.json("/api/v1/figures/communities?division=3310")
                .get("numerator")
                .asLong();
    }

    /** A sheet without any problem, so that nothing is left to answer. */
    private String upload(Visitor clerk) throws Exception {
        StringBuilder sheet = new StringBuilder("小区名称,所属街道,所属社区,详细地址,建成年份,总建筑面积,住宅户数,楼幢数,小区类型\n");
        for (int i = 0; i < ROWS; i++) {
            sheet.append(name(i)).append(",白云街道,界牌社区,试验路").append(i + 1).append("号,2010,10000.00,100,4,商品房\n");
        }
        Path file = Files.writeString(folder.resolve("communities.csv"), sheet, StandardCharsets.UTF_8);
        clerk.get("/imports");
        HttpResponse<String> answer = clerk.upload("/imports", "kind", "COMMUNITIES", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Visitor.location(answer);
    }

    /** Names far from each other, so that none is taken for another one misspelt. */
    private static String name(int number) {
        String digits = "甲乙丙丁戊己庚辛壬癸";
        StringBuilder name = new StringBuilder();
        long mixed = (number + 1) * 982_451_653L % 1_000_000_000L;
        for (int i = 0; i < 9; i++) {
            name.append(digits.charAt((int) (mixed % 10)));
            mixed /= 10;
        }
        return name + "苑";
    }

    /** Sends the columns back as they were proposed. */
    private static void map(Visitor clerk, String address) {
        String page = clerk.get(address).body();
        List<String> fields = new ArrayList<>();
        Matcher selects = SELECT.matcher(page);
        while (selects.find()) {
            Matcher chosen = CHOSEN.matcher(selects.group());
            fields.add("column");
            fields.add(chosen.find() ? chosen.group(1) : "");
        }
        assertThat(fields).isNotEmpty();
        clerk.post(address + "/mapping", fields.toArray(String[]::new));
    }

    private static boolean accepts(HttpResponse<String> answer) {
        int form = answer.body().indexOf("/acceptance");
        return form > 0
                && !answer.body()
                        .substring(form, answer.body().indexOf("</form>", form))
                        .contains("disabled");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(200); // each look takes from the import what it waits for
        }
        throw new AssertionError("waited two minutes in vain");
    }
}
