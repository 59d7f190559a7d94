package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|(?m:^)\\s*//[^\n]*|(?<=[;{}(,]) // [^\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,;:]? (?:\\p{L} )?\\p{L}{2,}");

    /** What a statement tells programmers, not users: broken promises, and reasons of the compiler's to keep still. */
    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile("Exception\\(|Error\\(|require(?:NonNull)?\\(|@\\w+\\(");

    /** Styles and paths of files. */
    private static final Pattern NO_PROSE = Pattern.compile("-fx-|/");

    /** Names of fonts; words that are themselves data; keys of figures in files; words of Java and Python. */
    private static final Set<String> NOT_FOR_READING =
            Set.of("Typeface.java", "Example.java", "ObjectiveCase.java", "JavaTables.java", "TorchOptimizer.java");

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

    /** Wherever they go: also what reaches the screen by way of a variable, a constant or another method. */
    @Test
    void noPhraseStandsInCode() throws IOException {
        List<String> phrases = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            if (!NOT_FOR_READING.contains(file.getFileName().toString())) {
                phrases(Files.readString(file)).forEach(phrase -> phrases.add(file + ": " + phrase));
            }
        }
        assertThat(phrases).isEmpty();
    }

    @Test
    void theScanSeesPhrasesInVariables() {
        assertThat(phrases("int a; String why = \"not a number\"; // \"no remark\"\n/** \"nor this\" */"))
                .containsExactly("not a number");
        assertThat(phrases("throw new IllegalStateException(\"not a number\");"))
                .isEmpty();
    }

    private static List<String> phrases(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        List<String> phrases = new ArrayList<>();
        Matcher literals = LITERAL.matcher(code);
        while (literals.find()) {
            String text = literals.group(1);
            boolean isPhrase =
                    WORDS.matcher(text).find() && !NO_PROSE.matcher(text).find();
            if (isPhrase
                    && !FOR_PROGRAMMERS
                            .matcher(statement(code, literals.start()))
                            .find()) {
                phrases.add(text);
            }
        }
        return phrases;
    }

    /** What stands before a place, from the end of the statement or block before. */
    private static String statement(String code, int place) {
        int start = Stream.of(";", "{", "}")
                .mapToInt(end -> code.lastIndexOf(end, place - 1))
                .max()
                .orElse(-1);
        return code.substring(start + 1, place);
    }

    private static List<String> found(String root, String ending, Pattern shown) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(root, ending)) {
            Matcher matcher = shown.matcher(Files.readString(file));
            while (matcher.find()) {
                String text = matcher.group(1);
                if (!text.startsWith("%") && WORD.matcher(text).find()) {
                    found.add(file + ": " + text);
                }
            }
        }
        return found;
    }

    private static List<Path> files(String root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
