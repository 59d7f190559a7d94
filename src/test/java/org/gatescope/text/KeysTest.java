package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keys and code fit together: no text that nobody shows, none that is missing. Keys that are put together while the
 * program runs are declared in {@link BuiltKeys}.
 */
class KeysTest {
    private static final Pattern LITERAL = Pattern.compile("\"%?([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"");
    private static final Pattern GET =
            Pattern.compile("\\b(?:TEXTS|texts)\\s*\\.(?:get|has)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    /** In the programs of pages. */
    private static final Pattern TEXT = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern BUILT =
            Pattern.compile("\\b(?:TEXTS|texts)\\s*\\.(?:get|has)\\(\\s*\"([^\"]+)\"\\s*\\+");

    static Stream<String> bundles() throws IOException {
        return Bundles.all().stream();
    }

    /** The second would be shown in the place of the first, and nothing would tell. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("resources"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".properties")).toList()) {
                List<String> keys = Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[^#!\\s=]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
                assertThat(keys).as("%s", file).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsUsed(String bundle) throws IOException {
        Set<String> known = new TreeSet<>(BuiltKeys.of(bundle));
        Matcher literals = LITERAL.matcher(sources(bundle));
        while (literals.find()) {
            known.add(literals.group(1));
        }
        assertThat(Bundles.texts(bundle).keySet())
                .allSatisfy(key ->
                        assertThat(known).as("uses of %s:%s", bundle, key).contains(key));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyThatIsAskedForHasAText(String bundle) throws IOException {
        Set<String> asked = new TreeSet<>(BuiltKeys.of(bundle));
        for (Pattern call : bundle.equals("format.page") ? List.of(GET, TEXT) : List.of(GET)) {
            Matcher gets = call.matcher(sources(bundle));
            while (gets.find()) {
                asked.add(gets.group(1));
            }
        }
        assertThat(Bundles.texts(bundle).keySet()).as(bundle).containsAll(asked);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void whatKeysAreBuiltOfIsDeclared(String bundle) throws IOException {
        Matcher built = BUILT.matcher(sources(bundle));
        while (built.find()) {
            String prefix = built.group(1);
            assertThat(BuiltKeys.of(bundle)).as("%s:%s…", bundle, prefix).anyMatch(key -> key.startsWith(prefix));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAndEllipsesAreTypographers(String bundle) throws IOException {
        assertThat(Bundles.texts(bundle)).allSatisfy((key, text) -> {
            assertThat(text).as(key).doesNotContainPattern("[a-z] …$");
            assertThat(text.replace("''", "")
                            .replace("'{'", "{")
                            .replace("'}'", "}")
                            .replace("np.set", ""))
                    .as(key)
                    .doesNotContain("'");
        });
    }

    /** A word that several panels show stands once, where all of them can take it. */
    @Test
    void noSentenceStandsInTwoBundles() throws IOException {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (String bundle : Bundles.all()) {
            Bundles.texts(bundle).values().stream()
                    .filter(text -> text.split("\\PL+").length > 4)
                    .forEach(text ->
                            homes.computeIfAbsent(text, all -> new TreeSet<>()).add(bundle));
        }
        assertThat(homes.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEmpty();
    }

    /** The code and forms beside the texts, in which a bundle's keys may be named. */
    private static String sources(String bundle) throws IOException {
        String folder = "org/gatescope/" + bundle.replace('.', '/');
        StringBuilder all = new StringBuilder();
        for (Path root : new Path[] {Path.of("src/main/java", folder), Path.of("resources", folder)}) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root, bundle.equals("format") ? 2 : 1)) {
                    for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|fxml|js)"))
                            .filter(file -> !bundle.equals("format")
                                    || !file.toString().matches(".*/format/(session|data|page)/.*"))
                            .toList()) {
                        all.append(Files.readString(file)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }
}
