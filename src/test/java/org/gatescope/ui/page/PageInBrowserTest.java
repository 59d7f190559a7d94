package org.gatescope.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Trace;
import org.gatescope.explain.RandomRuns;
import org.gatescope.lesson.Example;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a learner uses it, with keys and with a finger, in one browser for all of the tests. */
class PageInBrowserTest {
    private static final String POSITION = "return gatescope.stage.position";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable Browser started;

    @BeforeAll
    static void startBrowser() {
        started = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (started != null) {
            started.close();
        }
    }

    private final Browser browser = Objects.requireNonNull(started);

    @AfterEach
    void nothingHasGoneWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    private void open(Session session, String... hidden) throws Exception {
        Path page = folder.resolve("page.html");
        browser.open(Files.writeString(page, SessionPage.html(session, List.of(hidden))));
    }

    /** Written once for all tests. */
    private void openExample(String id) throws Exception {
        Path page = folder.resolve(id + ".html");
        if (!Files.exists(page)) {
            Files.writeString(page, SessionPage.html(example(id), List.of()));
        }
        browser.open(page);
    }

    private static Session example(String id) {
        return Example.of(id).orElseThrow().session();
    }

    private long position() {
        return browser.number(POSITION).longValue();
    }

    private void go(long position) {
        browser.run("gatescope.stage.move(arguments[0])", position);
    }

    @Test
    void keysDoWhatTheyDoInTheWindow() throws Exception {
        Session session = example("sentence");
        openExample("sentence");
        Playhead playhead = Playhead.atStart(Schedule.of(session));
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(position()).isEqualTo(2);
        browser.press(Keys.SHIFT, Keys.ARROW_RIGHT);
        assertThat(position()).isEqualTo(playhead.at(2).nextStep().position());
        assertThat(browser.text(".status")).contains("t = 0", "you");
        browser.press(Keys.SHIFT, Keys.ARROW_LEFT);
        assertThat(position()).isZero();
        browser.type(Keys.END);
        assertThat(position()).isEqualTo(playhead.toEnd().position());
        browser.type(Keys.ARROW_LEFT, Keys.HOME, Keys.SPACE);
        browser.until("gatescope.stage.position > 1");
        browser.type(Keys.SPACE);
        assertThat(browser.run("return gatescope.player.isPlaying")).isEqualTo(false);
        long paused = position();
        browser.type(Keys.ARROW_LEFT);
        assertThat(position()).isEqualTo(paused - 1);
        assertThat(browser.find("#live").getDomProperty("textContent")).contains("t = 0", "forward");
    }

    @Test
    void thePlayheadStandsForTheSameInPageAndWindow() throws Exception {
        Session session = example("three-sentences");
        openExample("three-sentences");
        Schedule schedule = Schedule.of(session);
        for (long place = 1; place <= schedule.length(); place += 37) {
            Playhead.Moment moment =
                    Playhead.atStart(schedule).at(place).moment().orElseThrow();
            @SuppressWarnings("unchecked")
            Map<String, Object> shown = (Map<String, Object>) browser.run("""
                    gatescope.stage.move(arguments[0]);
                    const { pass, step, operation } = gatescope.stage.moment;
                    const { from, to } = gatescope.stage.schedule.complete("1.forward", "d.z", arguments[0]);
                    return { part: gatescope.stage.part, phase: pass.phase, step, quantity: operation.quantity, from, to };
                    """, place);
            Playhead.Range range = Playhead.atStart(schedule).at(place).computedGradients("1.forward", "d.z");
            assertThat(shown)
                    .containsEntry("part", moment.part())
                    .containsEntry("phase", moment.phase().name().toLowerCase(Locale.ROOT))
                    .containsEntry("step", (long) moment.step())
                    .containsEntry("quantity", moment.operation().quantity())
                    .containsEntry("from", (long) range.from())
                    .containsEntry("to", (long) range.to());
        }
    }

    @Test
    void aFingerStepsScrubsAndOpensNumbers() throws Exception {
        openExample("sentence");
        browser.screen(360, 740, true);
        for (WebElement button : browser.all(".buttons button")) {
            assertThat(button.getSize().width)
                    .as(button.getDomAttribute("aria-label"))
                    .isGreaterThanOrEqualTo(44);
            assertThat(button.getSize().height).isGreaterThanOrEqualTo(44);
        }
        browser.tap(browser.find("[data-act='player.on']"));
        assertThat(position()).isEqualTo(1);
        browser.tap(browser.find("[data-act='player.stepOn']"));
        WebElement ruler = browser.find(".track");
        int column = ruler.getSize().width / 7;
        browser.drag(ruler, column / 2, 3 * column + column / 2);
        assertThat(browser.text(".status")).contains("t = 3", "pen");

        WebElement lane = browser.find("[data-lane=\"0.forward|h'\"] .squares");
        browser.tap(lane);
        assertThat(browser.text("#why h2")).matches("h3\\[[23]\\] = .*");
        assertThat(browser.text("#why")).contains("tanh(c3[");
        browser.tap(browser.find("#why button.factor"));
        assertThat(browser.text("#why h2")).matches("o3\\[[23]\\] = .*");
        browser.tap(browser.find("[data-act='why.back']"));
        assertThat(browser.text("#why h2")).matches("h3\\[[23]\\] = .*");
        browser.tap(browser.find("[data-act='why.close']"));
        assertThat(browser.find("#why").isDisplayed()).isFalse();
        assertNothingSticksOut();
    }

    @Test
    void nothingSticksOutOnSmallAndLargeScreensInLightAndDark() throws Exception {
        openExample("three-sentences");
        go(200);
        for (int width : new int[] {360, 414, 820, 1280}) {
            browser.screen(width, 800, width < 500);
            for (String theme : List.of("light", "dark")) {
                browser.theme(theme);
                assertNothingSticksOut();
                String ground = browser.find("body").getCssValue("background-color");
                assertThat(ground).contains(theme.equals("dark") ? "13, 17, 23" : "255, 255, 255");
            }
        }
    }

    private void assertNothingSticksOut() {
        assertThat(browser.number("return document.documentElement.scrollWidth - window.innerWidth")
                        .intValue())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void aChangedWeightChangesEverythingAsInTheEngine() throws Exception {
        Session session = example("three-sentences");
        openExample("three-sentences");
        browser.click(browser.find("#tables summary"));
        browser.until("document.querySelector('#tables details[open] td[data-table]') !== null");
        String name = Objects.requireNonNull(
                browser.find("#tables details[open] td[data-table]").getDomAttribute("data-table"));
        WebElement cell = browser.find("#tables details[open] td[data-table]");
        browser.click(cell);
        browser.type("zero", Keys.ENTER);
        assertThat(browser.text("#tables details[open] .error")).contains("“zero”");
        browser.type(Keys.ESCAPE);
        assertThat(browser.find("#tables .section-heading .plain").isEnabled()).isFalse();
        browser.click(cell);
        browser.type("−0,75", Keys.ENTER);

        Session edited = session.edit(new TableId.Parameter(FullName.of(name)), table -> table.with(0, 0, -0.75));
        assertSameNumbers(Run.of(edited));
        browser.click(browser.find("#tables .section-heading .plain"));
        assertSameNumbers(Run.of(session));
    }

    @Test
    void inputsTargetsAndStatesAreChangedAsInTheEngine() throws Exception {
        Session session = example("three-sentences");
        openExample("three-sentences");
        browser.run("""
                const { model } = gatescope.stage;
                model.set({ kind: "input" }, 1, 2, 1, 0.5);
                model.set({ kind: "start", name: "0.forward.h" }, 2, 1, 0, -0.25);
                """);
        Session edited = session.edit(new TableId.Input(1), table -> table.with(1, 2, 0.5))
                .edit(new TableId.InitialState(FullName.of("0.forward.h")), table -> table.with(2, 1, -0.25));
        assertSameNumbers(Run.of(edited));
    }

    /** All gradients, which depend on everything, and the outputs of all parts. */
    private void assertSameNumbers(Run run) {
        for (String name : run.session().network().parameters().keySet()) {
            assertSame(
                    Stream.of(run.trace().parameterGradient(name).toArray())
                            .flatMapToDouble(Arrays::stream)
                            .toArray(),
                    "result.gradients[%s].values",
                    name);
        }
        run.session().network().parts().forEach(part -> {
            Trace trace = run.trace().part(part.key());
            String state = part.layer().cell().output();
            for (int t = 0; t < run.session().steps(); t++) {
                double shown = browser.number(
                                "return gatescope.stage.model.quantity(arguments[0], arguments[1], arguments[2]).values[0]",
                                part.key(),
                                state + "'",
                                t)
                        .doubleValue();
                assertThat(shown).isCloseTo(trace.value(state + "'").at(t, 0, 0), within(1e-12));
            }
        });
    }

    private void assertSame(double[] expected, String where, String name) {
        List<?> shown = (List<?>) browser.run(
                "return Array.from(gatescope.stage.model." + where.replace("%s", "arguments[0]") + ")", name);
        assertThat(shown).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(((Number) shown.get(i)).doubleValue()).as(name).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void termsAddUpForEveryQuantityOfEveryCell() throws Exception {
        String script = new String(resource("terms.js").readAllBytes(), StandardCharsets.UTF_8);
        for (String id : List.of("sentence", "three-sentences")) {
            openExample(id);
            assertTermsAddUp(script, id);
        }
        for (long seed : new long[] {8, 13, 20, 24}) {
            open(RandomRuns.of(seed).session());
            assertTermsAddUp(script, "random " + seed);
        }
    }

    private void assertTermsAddUp(String script, String name) {
        @SuppressWarnings("unchecked")
        Map<String, Object> found = (Map<String, Object>) browser.run(script);
        assertThat((List<?>) found.get("wrong")).as(name).isEmpty();
        assertThat((Long) found.get("opened")).as(name).isPositive();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PageInBrowserTest.class.getResourceAsStream(name), name);
    }

    @Test
    void whatIsHiddenIsAskedForCheckedAndShown() throws Exception {
        Session session = example("sentence");
        open(session, "f");
        go(84);
        browser.click(browser.find("[data-lane=\"0.forward|c'\"] .squares"), 10, 5);
        assertThat(browser.text("#why .terms")).contains("?").doesNotContain("0.5077");
        assertThat(browser.all("#why .outer")).isEmpty();
        WebElement squares = browser.find("[data-lane='0.forward|f'] .squares");
        browser.click(squares, 10, 5);
        assertThat(browser.text("#why h2")).isEqualTo("f0[0] = ?");
        assertThat(browser.text("#why")).doesNotContain("0.5078");
        browser.find(".answer input").sendKeys("x", Keys.ENTER);
        assertThat(browser.text(".verdict")).contains("“x”");
        browser.find(".answer input").sendKeys(Keys.chord(Keys.CONTROL, "a"), "-0,508", Keys.ENTER);
        assertThat(browser.text(".verdict")).contains("sign");
        browser.find(".answer input").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0,508", Keys.ENTER);
        assertThat(browser.text("#why h2")).startsWith("f0[0] = 0.5077");
        browser.click(squares, 10, squares.getSize().height - 5);
        browser.find(".answer input").sendKeys("0.59", Keys.ENTER);
        assertThat(browser.text("#why h2")).startsWith("f0[5] = 0.59");
        assertThat(browser.find("#live").getDomProperty("textContent")).contains("1 of 2");
    }

    @Test
    void trainingStepsLowerTheLoss() throws Exception {
        openExample("three-sentences");
        double before =
                browser.number("return gatescope.stage.model.result.loss").doubleValue();
        browser.click(browser.all("#training .section-heading button").get(1));
        assertThat(browser.number("return gatescope.stage.model.result.loss").doubleValue())
                .isLessThan(before);
        assertThat(browser.text("#training")).contains("10 training steps");
    }

    @Test
    void aWeightsGradientIsTheSumOfEachStepsShare() throws Exception {
        openExample("sentence");
        browser.click(browser.find("#tables summary"));
        browser.click(browser.find("[data-shows='gradients']"));
        browser.until("document.querySelector('#tables details[open] td[data-table]') !== null");
        assertThat(browser.text("#tables td[data-table='0.forward.Wh.f']")).isEqualTo("–");
        browser.type(Keys.END);
        browser.click(browser.find("#tables td[data-table='0.forward.Wh.f']"));
        double gradient = Run.of(example("sentence"))
                .trace()
                .parameterGradient("0.forward.Wh.f")
                .get(0, 0);
        assertThat(Double.parseDouble(browser.text("#why .exact").replace('−', '-')))
                .isCloseTo(gradient, within(1e-12));
        assertThat(browser.all("#why h3")).hasSize(7);
    }

    @Test
    void lanesCanBeReadAsTables() throws Exception {
        openExample("sentence");
        browser.type(Keys.END);
        browser.click(browser.find("[data-lane='0.forward|i'] [data-act='table']"));
        Trace trace = Run.of(example("sentence")).trace().part("0.forward");
        assertThat(browser.all("[data-lane='0.forward|i'] tbody tr")).hasSize(7);
        assertThat(browser.text("[data-lane='0.forward|i'] tbody td"))
                .isEqualTo(Double.toString(trace.value("i").at(0, 0, 0)));
        for (WebElement button : browser.all("button, select, input, [role=slider], [role=img]")) {
            assertThat(!button.isDisplayed()
                            || !Objects.requireNonNull(button.getAccessibleName())
                                    .isBlank())
                    .as(button.getDomProperty("outerHTML"))
                    .isTrue();
        }
    }
}
