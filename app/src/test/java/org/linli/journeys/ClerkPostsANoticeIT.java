package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.testing.Homestead;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A clerk posts a notice, masks what is personal with one click, photographs the board; anybody reads it; the city minds templates. */
@LinliTest
class ClerkPostsANoticeIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void fromTheTextToTheBoard(int width, String language) throws IOException {
        boolean chinese = language.equals("zh");
        String size = "-" + width + "-" + language;
        String community = Homestead.of(context, 1).id().toString();
        Path photo = folder.resolve("board.png");
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        try (Pages pages = new Pages(port, width, language)) {
            signIn(pages, Role.STREET, "331002002");
            Page page = pages.page();
            pages.open("/desk/notices").open("/desk/notices/new");
            page.selectOption("#place", community);
            page.fill("#subject", "停水通知");
            page.fill("#body", "周三停水，联系张三13800138000。");
            page.click("form[action$='/desk/notices/new'] button[type=submit]:not([name])");
            pages.check("refused").assertText("138****8000").picture("notice-refused" + size);
            page.click("button[name=mask]");
            pages.check("masked");
            assertThat(page.inputValue("#body")).isEqualTo("周三停水，联系张三138****8000。");
            page.click("form[action$='/desk/notices/new'] button[type=submit]:not([name])");
            pages.check("posted").assertText(chinese ? "还没有公告栏照片" : "No photo of a board yet");

            page.fill("#place", "北门公告栏");
            page.setInputFiles("#file", photo);
            page.click("form[action$='/photos'] button[type=submit]");
            pages.check("photo").assertText("北门公告栏").picture("notice" + size);
            pages.open("/communities/" + community + "/notices").picture("notice-board" + size);
            page.click("main a[href*='/notices/']");
            pages.check("public").assertText("北门公告栏");
            assertThat(page.locator("body").innerText()).doesNotContain("13800138000");
            pages.open("/desk/open-contacts").open("/desk/notices").picture("notices" + size);
        }
        try (Pages pages = new Pages(port, width, language)) {
            signIn(pages, Role.CITY, "3310");
            pages.open("/desk/paper-templates").picture("templates" + size);
        }
    }

    private void signIn(Pages pages, Role role, String division) {
        StaffMember clerk = new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode(division)));
        Page page = pages.page();
        pages.open("/sign-in?way=staff");
        page.fill("input[name=username]", clerk.username());
        page.fill("input[name=password]", clerk.password());
        page.click("form:has(input[name=password]) button[type=submit]");
        page.fill("input[name=code]", clerk.code());
        page.click("form:has(input[name=code]) button[type=submit]");
        pages.open("/desk");
    }
}
