package org.gatescope.ui.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, as Debian has it. It loads pages from files and nothing from anywhere else. */
final class Browser implements AutoCloseable {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the tests, and says why, where there is none. */
    static Browser start() {
        Optional<Path> browser = onPath("chromium");
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(browser.isPresent() && driver.isPresent(), "no chromium and chromedriver on the PATH");
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** On a screen of 1280 by 900 pixels. */
    void open(Path page) {
        screen(1280, 900, false);
        theme("light");
        driver.get(page.toUri().toString());
    }

    /** Another screen; a small one is touched. */
    void screen(int width, int height, boolean touched) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", touched ? 2 : 1, "mobile", touched));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", touched));
    }

    void theme(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Text of what is seen. */
    String text(String css) {
        return find(css).getText();
    }

    /** To where the keys are. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void press(CharSequence held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** With a mouse, in the middle. */
    void click(WebElement element) {
        intoView(element).click();
    }

    /** With a mouse, at a place of an element from its top left corner. */
    void click(WebElement element, int x, int y) {
        WebElement shown = intoView(element);
        int dx = x - shown.getSize().width / 2;
        int dy = y - shown.getSize().height / 2;
        new Actions(driver).moveToElement(shown, dx, dy).click().perform();
    }

    /** With a finger, in the middle. */
    void tap(WebElement element) {
        drag(element, element.getSize().width / 2, element.getSize().width / 2);
    }

    /** With a finger, along an element from one place to another, from its left edge. */
    void drag(WebElement element, int from, int to) {
        WebElement shown = intoView(element);
        int y = shown.getSize().height / 2;
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        PointerInput.Origin origin = PointerInput.Origin.viewport();
        int left = number("return arguments[0].getBoundingClientRect().left", shown)
                .intValue();
        int top =
                number("return arguments[0].getBoundingClientRect().top", shown).intValue();
        Sequence strokes = new Sequence(finger, 0)
                .addAction(finger.createPointerMove(Duration.ZERO, origin, left + from, top + y))
                .addAction(finger.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
        if (to != from) {
            strokes.addAction(finger.createPointerMove(Duration.ofMillis(40), origin, left + (from + to) / 2, top + y))
                    .addAction(finger.createPointerMove(Duration.ofMillis(40), origin, left + to, top + y));
        }
        driver.perform(List.of(strokes.addAction(finger.createPointerUp(PointerInput.MouseButton.LEFT.asArg()))));
    }

    private WebElement intoView(WebElement element) {
        run("""
                const { top, bottom } = arguments[0].getBoundingClientRect();
                if (top < 60 || bottom > window.innerHeight - 130) {
                    arguments[0].scrollIntoView({ block: "center", inline: "nearest" });
                }
                """, element);
        return element;
    }

    Object run(String script, Object... given) {
        Object result = driver.executeScript(script, given);
        return result == null ? "" : result;
    }

    Number number(String script, Object... given) {
        return (Number) run(script, given);
    }

    /** Waits until something holds; some seconds at most. */
    void until(String condition) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(5));
        driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const look = () => (%s ? done() : setTimeout(look, 20));
                look();
                """.formatted(condition));
    }

    /** What has gone wrong, and since when it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
