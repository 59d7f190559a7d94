package org.gatescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stylesheets and code fit together: no rule for what nobody wears, no class that neither a rule nor a test finds. */
class StyleClassesTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SELECTORS = Pattern.compile("([^{};]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");
    private static final Pattern WORN =
            Pattern.compile("getStyleClass\\(\\)\\s*\\.(?:add|addAll|setAll)\\(([^;]*?)\\);");
    private static final Pattern COLOUR = Pattern.compile("(-gs-[\\w-]+)(\\s*:)?");

    /** What JavaFX and ControlsFX put on their own nodes. */
    private static final Set<String> THEIRS = Set.of(
            "arrow-button",
            "border",
            "box",
            "check-box",
            "choice-box",
            "clipped-container",
            "column-header",
            "combo-box",
            "content",
            "context-menu",
            "horizontal-grabber",
            "ikonli-font-icon",
            "left-items",
            "list-cell",
            "list-view",
            "menu-item",
            "popover",
            "right-items",
            "scroll-pane",
            "sheet",
            "slider",
            "split-pane",
            "split-pane-divider",
            "status-bar",
            "status-label",
            "table-cell",
            "text-field",
            "text-input",
            "titled-pane",
            "toggle-button",
            "tree-table-cell",
            "tree-table-row-cell",
            "vertical-grabber",
            "viewport",
            "virtual-flow");

    /** What AtlantaFX has rules for. */
    private static final Set<String> ATLANTA = Set.of("accent");

    @Test
    void everyRuleIsForSomethingThatIsWorn() throws IOException {
        Set<String> known = new TreeSet<>(THEIRS);
        LITERAL.matcher(all("src/main/java", ".java") + all("resources", ".fxml"))
                .results()
                .flatMap(literal -> Stream.of(literal.group(1).split("[\\s,]+")))
                .forEach(known::add);
        assertThat(known).containsAll(ruled());
    }

    @Test
    void everyClassThatIsWornIsFound() throws IOException {
        Set<String> found = new TreeSet<>(ruled());
        found.addAll(ATLANTA);
        Matcher tested = LITERAL.matcher(all("src/test/java", ".java"));
        while (tested.find()) {
            found.add(tested.group(1));
            names(tested.group(1)).forEach(found::add);
        }
        assertThat(worn()).hasSizeGreaterThan(50);
        assertThat(found).containsAll(worn());
    }

    @Test
    void everyColourThatHasANameIsUsed() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        Matcher colours = COLOUR.matcher(styles() + all("src/main/java", ".java"));
        while (colours.find()) {
            (colours.group(2) == null ? used : named).add(colours.group(1));
        }
        assertThat(named).isNotEmpty();
        assertThat(used).containsAll(named);
    }

    private static Set<String> ruled() throws IOException {
        Set<String> ruled = new TreeSet<>();
        SELECTORS
                .matcher(styles())
                .results()
                .flatMap(rule -> names(rule.group(1)))
                .forEach(ruled::add);
        return ruled;
    }

    private static Set<String> worn() throws IOException {
        Set<String> worn = new TreeSet<>();
        WORN.matcher(all("src/main/java", ".java"))
                .results()
                .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                .forEach(literal -> worn.add(literal.group(1)));
        Pattern.compile("styleClass=\"([^\"]*)\"")
                .matcher(all("resources", ".fxml"))
                .results()
                .flatMap(form -> Stream.of(form.group(1).split("[\\s,]+")))
                .forEach(worn::add);
        return worn;
    }

    private static Stream<String> names(String selector) {
        return CLASS.matcher(selector).results().map(name -> name.group(1));
    }

    /** Of the panels and the theme, without what stands in comments. */
    private static String styles() throws IOException {
        return COMMENT.matcher(all("resources/org/gatescope/ui", ".css"))
                .replaceAll("")
                .replaceAll("@import[^;]*;", "");
    }

    private static String all(String root, String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }
}
