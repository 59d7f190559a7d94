package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No words for people stand in code or forms; they would be missed in a translation and in a reading of the texts. */
class OutsideTextTest {
    private static final Pattern SHOWN =
            Pattern.compile("\\b(?:set(?:Text|AccessibleText|AccessibleHelp|PromptText|Title|HeaderText|ContentText)"
                    + "|new (?:Label|Button|Tooltip|MenuItem|Hyperlink|CheckBox|TitledPane|ToggleButton|Menu|Text))"
                    + "\\(\\s*\"([^\"]*)\"");
    private static final Pattern IN_FORM = Pattern.compile("\\b(?:text|promptText|accessibleText|title)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    @Test
    void allWordsThatAreShownComeFromABundle() throws IOException {
        List<String> words = new ArrayList<>(found("src/main/java", ".java", SHOWN));
        words.addAll(found("resources", ".fxml", IN_FORM));
        assertThat(words).isEmpty();
    }

    @Test
    void theScanSeesThem() {
        assertThat(SHOWN.matcher("label.setText(\"Some words\")").find()).isTrue();
        assertThat(SHOWN.matcher("new Button(\n    \"Press\")").find()).isTrue();
    }

    private static List<String> found(String root, String ending, Pattern shown) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                Matcher matcher = shown.matcher(Files.readString(file));
                while (matcher.find()) {
                    String text = matcher.group(1);
                    if (!text.startsWith("%") && WORD.matcher(text).find()) {
                        found.add(file + ": " + text);
                    }
                }
            }
        }
        return found;
    }
}
