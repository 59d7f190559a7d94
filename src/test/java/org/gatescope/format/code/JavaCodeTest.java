package org.gatescope.format.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs are compiled, all in one go, and run within the tests. */
class JavaCodeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void programsGiveTheNumbersOfTheSessions() throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, CodeSubject> subjects = new LinkedHashMap<>(CodeSubjects.stacked());
        subjects.putAll(CodeSubjects.random(12));
        for (Map.Entry<String, CodeSubject> subject : subjects.entrySet()) {
            add(texts, subject.getKey(), SessionCode.text(subject.getValue(), CodeTarget.JAVA, List.of("A note.")));
        }
        for (Example example : List.of(Example.values()).subList(0, 3)) {
            String name = "example " + example.id();
            add(
                    texts,
                    name,
                    SessionCode.of(Run.of(example.session()), CodeTarget.JAVA, name)
                            .text());
        }
        for (String name : compiled(texts)) {
            assertThat(compared(name)).as(name).isEqualTo("All numbers are those of Gatescope.");
        }
    }

    private static void add(Map<String, String> texts, String name, String text) {
        texts.put(JavaNames.ofClass(name), text);
    }

    /** So that none of them passes by comparing nothing. */
    @Test
    void aProgramStopsAtAWrongNumber() throws Exception {
        CodeSubject subject = Objects.requireNonNull(CodeSubjects.random(1).get("random 1"));
        String text = SessionCode.text(subject, CodeTarget.JAVA, List.of());
        String name = JavaNames.ofClass("random 1");
        assertThat(text).contains("double LOSS = ");
        compiled(Map.of(name, text.replace("double LOSS = ", "double LOSS = 1e-10 + ")));
        assertThatThrownBy(() -> compared(name))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("loss");
    }

    /** More numbers, and names, than a method or a string of Java can have. */
    @Test
    void aLargeSessionIsNotTooLargeForJava() throws Exception {
        Session session = Session.zeros("large", BuiltInCells.cell("gru"), 4, 100, 8, 12);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        session.inputs().parameters().forEach((key, table) -> parameters.put(key, table.map(zero -> 1 / 7.0)));
        Session filled = session.withNumbers(numbers -> numbers.withParameters(parameters));
        String text = SessionCode.of(Run.of(filled), CodeTarget.JAVA).text();
        assertThat(text.length()).isGreaterThan(130_000);
        compiled(Map.of("Large", text));
        assertThat(compared("Large")).isEqualTo("All numbers are those of Gatescope.");
    }

    @Test
    void aCellWithMethodsThatJavaDoesNotTakeIsRefused() {
        String lines = IntStream.range(0, 60)
                .mapToObj(i -> "a" + i + " = tanh(x @ W + h @ U + " + i + ") * sigmoid(x @ W - h @ U)\n")
                .collect(Collectors.joining());
        Cell cell = Cell.parse("state h\n" + lines + "h' = a59\n");
        Session session = Session.zeros("long", cell, 1, 1, 1, 1);
        assertThatThrownBy(() -> SessionCode.of(Run.of(session), CodeTarget.JAVA))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("longer than Java allows");
    }

    /** Up to where it is refused, a cell compiles. */
    @Test
    void aLongCellIsNotTooLongForJava() throws Exception {
        String lines = IntStream.range(0, 30)
                .mapToObj(i -> "a" + i + " = tanh(x @ W + h @ U + " + i + ") * sigmoid(x @ W - h @ U)\n")
                .collect(Collectors.joining());
        Cell cell = Cell.parse("state h\n" + lines + "h' = a29\n");
        Session session = Session.zeros("long", cell, 1, 1, 1, 1);
        compiled(Map.of("Long", SessionCode.of(Run.of(session), CodeTarget.JAVA).text()));
        assertThat(compared("Long")).isEqualTo("All numbers are those of Gatescope.");
    }

    /** Each of these means something else in Java. */
    @Test
    void namesOfACellAreNotThoseOfTheLanguage() throws Exception {
        Cell cell = Cell.parse("""
                state key
                this = tanh(x @ double + key @ String + all)
                kept = 3000000000 * this ^ 2 + 1e-9
                Math = where(kept > 2, this, -kept)
                List = this
                key' = List * 0 + Math
                """);
        Session session = Session.zeros("Tables", cell, 2, 2, 2, 2);
        compiled(Map.of(
                "SessionTables",
                SessionCode.of(Run.of(session), CodeTarget.JAVA).text()));
        assertThat(compared("SessionTables")).isEqualTo("All numbers are those of Gatescope.");
    }

    @ParameterizedTest
    @CsvSource({
        "three sentences.java, ThreeSentences",
        "mine, Mine",
        "'', Session",
        "7 samurai, Session7Samurai",
        "lstm, SessionLstm",
        "lstm 2, SessionLstm2",
        "Map, SessionMap",
        "class, Class",
        "größe */ \\u0022, GrEU0022",
    })
    void theClassIsCalledAsTheFile(String file, String expected) {
        assertThat(JavaNames.ofClass(file)).isEqualTo(expected);
    }

    /** @param texts by the names of their classes, which are given back */
    private List<String> compiled(Map<String, String> texts) throws Exception {
        List<JavaFileObject> sources = texts.entrySet().stream()
                .<JavaFileObject>map(text -> new Source(text.getKey(), text.getValue()))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "--release", "17");
        boolean isFine =
                compiler.getTask(said, null, null, options, null, sources).call();
        assertThat(isFine).as(said.toString()).isTrue();
        return List.copyOf(texts.keySet());
    }

    /** What the program says at last. */
    private String compared(String name) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Method compared = loader.loadClass(name).getDeclaredMethod("compared");
            compared.setAccessible(true);
            return String.valueOf(((List<?>) compared.invoke(null)).getLast());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError error) {
                throw error;
            }
            throw e;
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
