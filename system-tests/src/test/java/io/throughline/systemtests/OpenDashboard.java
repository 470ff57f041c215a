package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.throughline.systemtests.Browser.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of the dashboard have alike: a browser, and in each test a window in which nothing forbidden may happen. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenDashboard {

    final RunningStack stack;
    final Browser browser;
    Page page;

    OpenDashboard(RunningStack stack) {
        this.stack = stack;
        browser = Browser.at(stack.address());
    }

    @BeforeEach
    void open() {
        page = browser.open(Look.LIGHT);
    }

    @AfterEach
    void nothingForbiddenHappened() {
        page.context().close();
        assertThat(browser.offences()).isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }
}
