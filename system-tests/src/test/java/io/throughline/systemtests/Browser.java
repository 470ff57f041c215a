package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium of the machine, driven by Playwright without a download of its own. It remembers what no page may do: ask
 * another host, or break its own content security policy.
 */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String NONE =
            "No Chromium was found, and the dashboard cannot be tried without one: install it"
                    + " (Debian: apt install chromium fonts-noto-cjk), or let CHROMIUM name its executable.";

    private final String address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> offences = new CopyOnWriteArrayList<>();

    private Browser(String address, Path executable) {
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // In a container one is root, whom Chromium gives no sandbox; the pages are our own.
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** How a page is looked at. */
    record Look(String language, ColorScheme colours, int width, double scale) {

        static final Look LIGHT = new Look("en", ColorScheme.LIGHT, 1280, 1);

        Look in(String other) {
            return new Look(other, colours, width, scale);
        }

        Look dark() {
            return new Look(language, ColorScheme.DARK, width, scale);
        }

        /** A narrow window, or one of the usual width at so many times the size. */
        Look wide(int cssPixels, double zoom) {
            return new Look(language, colours, cssPixels, zoom);
        }
    }

    /** Where the dashboard is; a test without a browser fails where one must be, and is left out elsewhere. */
    static Browser at(String address) {
        var executable = find();
        if (executable.isEmpty()) {
            assertThat(System.getenv("CI")).as(NONE).isNull();
            Assumptions.abort(NONE);
        }
        return new Browser(address, executable.orElseThrow());
    }

    /** A new window that has seen nothing yet. */
    Page open(Look look) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), 900)
                .setDeviceScaleFactor(look.scale())
                .setColorScheme(look.colours())
                .setLocale(look.language()));
        context.setDefaultTimeout(PATIENCE.toMillis());
        var page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(address + "/")) {
                offences.add("request to " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                offences.add(message.text());
            }
        });
        page.onPageError(error -> offences.add("error in the page: " + error));
        return page;
    }

    /** Goes to a view, such as {@code view=flow}, with the token in the fragment, and waits until it shows its data. */
    Page show(Page page, String view, String token) {
        page.navigate(address + "/?" + view + "#token=" + token);
        settle(page);
        return page;
    }

    /** Waits until nothing is loading and every chart is drawn. */
    static void settle(Page page) {
        page.waitForFunction(
                """
                () => document.querySelector('main h1') && !document.querySelector('.loading')
                    && [...document.querySelectorAll('.canvas')].every(chart => chart.querySelector('canvas'))""");
    }

    /** What pages did that none may do, since this was asked last. */
    List<String> offences() {
        var all = List.copyOf(offences);
        offences.clear();
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }
}
