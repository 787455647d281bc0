package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.testing.Browser;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class PasskeyIT {

    private static final String PASSWORD = "quiet river under seven pines";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void staffAddAPasskeyAndSignInWithItAlone() {
        String username = "passkey-" + UUID.randomUUID().toString().substring(0, 8);
        long id = people.createStaff(
                username, "钥匙员", PASSWORD, "12345678901234567890".getBytes(StandardCharsets.US_ASCII), true);
        people.grantUnchecked(
                id, Role.COUNTY, new Scope.OfDivision(new DivisionCode("331002")), LocalDate.of(2020, 1, 1));
        String origin = "http://localhost:" + port;
        try (BrowserContext context = Browser.context(360, "zh-CN")) {
            Page page = context.newPage();
            authenticator(context, page);
            page.navigate(origin + "/sign-in?way=staff&next=/account");
            page.fill("#username", username);
            page.fill("#password", PASSWORD);
            page.click("form[action$='/sign-in/staff'] button");
            page.fill("#code", page.textContent("[data-demo-code]"));
            page.click("form[action$='/sign-in/second-factor'] button");
            page.fill("#label", "测试钥匙");
            page.click("form[data-passkey=create] button");
            page.waitForURL("**/account?said=*");
            assertThat(page.url()).endsWith("said=passkey");
            assertThat(page.textContent("body")).contains("测试钥匙");

            context.clearCookies();
            page.navigate(origin + "/sign-in?next=/account");
            page.click("form[data-passkey=prove] button");
            page.waitForURL(origin + "/account");
            assertThat(page.textContent("h1")).isEqualTo("钥匙员");
        }
    }

    private static void authenticator(BrowserContext context, Page page) {
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }
}
