package org.linli.decisions.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.Browser;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The ballot as it is printed, covered as a scan of it is: what names the owner stands where {@link CoveredScan} covers. */
@LinliTest
class PaperCoverIT {

    private static final int A4_WIDTH = 794;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @TempDir
    Path folder;

    VoteFixtures fixtures;

    @BeforeEach
    void begin() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void coversSignatureAddressAndNumberOfAPrintedBallotAndNoChoice() throws IOException {
        Vote vote = RecountVote.open(context, fixtures, 3).vote();
        Act issued = context.getBean(PaperBallots.class).issue(vote, 1, new Actor(911, "社区甲", Role.COMMUNITY_WORKER));
        int number = ((Act.Done) issued).number();
        try (Visitor clerk = new StaffMember(people, real, Role.STREET, new Scope.OfDivision(RecountVote.STREET))
                        .signedIn(port);
                BrowserContext browser = Browser.context(A4_WIDTH, "zh-CN")) {
            browser.addCookies(List.of(new Cookie("linli", clerk.session()).setUrl("http://localhost:" + port)));
            Page page = browser.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate("http://localhost:" + port + "/desk/votes/" + vote.id() + "/paper/" + number + "/print");
            BoundingBox choice = page.locator("article .fs-2").last().boundingBox();
            BoundingBox sign = page.locator("article > p.ballot-sign").boundingBox();
            BoundingBox code = page.locator("article .poster-code").boundingBox();
            byte[] print = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));

            byte[] covered = CoveredScan.of(Files.write(folder.resolve("print.png"), print))
                    .orElseThrow();

            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(covered));
            assertThat(isDark(picture, choice.y + choice.height))
                    .as("below the last choice")
                    .isFalse();
            assertThat(isDark(picture, sign.y + 1))
                    .as("the line of the signature")
                    .isTrue();
            assertThat(isDark(picture, code.y + code.height / 2))
                    .as("code and number")
                    .isTrue();
        }
    }

    /** At the right edge, where nothing is printed. */
    private static boolean isDark(BufferedImage picture, double y) {
        return new Color(picture.getRGB(picture.getWidth() - 3, (int) y)).getRed() < 128;
    }
}
