package org.linli.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One real Chromium for all tests of the run; each test has its own context, as a browser profile. */
public final class Browser {

    private static final int HEIGHT = 900;

    private Browser() {}

    /**
     * A fresh profile.
     *
     * @param widthPx of the window: 360 for a phone, 1280 for a desktop
     * @param language such as {@code zh-CN}
     */
    public static BrowserContext context(int widthPx, String language) {
        return Chromium.BROWSER.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(widthPx, HEIGHT)
                .setLocale(language));
    }

    private static final class Chromium {
        static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-dev-shm-usage", // small in containers, and a full one hangs the page
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
