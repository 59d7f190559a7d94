package org.gatescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages on the code say is there is there. */
class ArchitecturePageTest {
    private static final Path DOCS = Path.of("docs");
    private static final Path HOUSE = Path.of("src", "main", "java", "org", "gatescope");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    /** {@code `J/…`} and {@code `R/…`} of docs/adding.md, without names that stand for any. */
    private static final Pattern PLACE = Pattern.compile("`([JR])/([\\w/.]+)`");

    @Test
    void thePageOfTheArchitectureNamesEveryPackage() throws IOException {
        String page = Files.readString(DOCS.resolve("architecture.md"));
        try (Stream<Path> files = Files.walk(HOUSE)) {
            List<String> packages = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> HOUSE.relativize(file.getParent()).toString().replace('/', '.'))
                    .toList();
            assertThat(packages)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        }
    }

    @Test
    void thePageOnAddingNamesFilesThatAreThere() throws IOException {
        Matcher places = PLACE.matcher(Files.readString(DOCS.resolve("adding.md")));
        List<Path> named = places.results()
                .filter(place ->
                        !place.group(2).contains("NAME") && !place.group(2).contains("mgu"))
                .map(place -> place.group(1).equals("J")
                        ? HOUSE.resolve(place.group(2))
                        : Path.of("resources", "org", "gatescope").resolve(place.group(2)))
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        try (Stream<Path> files = Stream.concat(Stream.of(Path.of("README.md")), Files.walk(DOCS))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Path folder = page.toAbsolutePath().getParent();
                assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                        .allSatisfy(link -> assertThat(folder.resolve(link))
                                .as("%s links to %s", page, link)
                                .exists());
            }
        }
    }
}
