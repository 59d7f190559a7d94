package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.lesson.FinishedLesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LessonCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return Gatescope.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aClassIsWrittenAsATableAndAPage() throws Exception {
        Files.write(folder.resolve("anna.gatescope"), FinishedLesson.ONE_NUMBER.file());
        Files.write(folder.resolve("ben.gatescope"), FinishedLesson.ONE_NUMBER.file());
        Files.writeString(folder.resolve("torn.gatescope"), "{");
        assertThat(run("lesson", "answers", folder.toString(), "--names", "--out", path("a.csv")))
                .isZero();
        assertThat(said.toString())
                .startsWith("“torn.gatescope” cannot be opened")
                .hasLineCount(1);
        assertThat(Files.readString(folder.resolve("a.csv"))).contains("anna,", "ben,");
        assertThat(run("lesson", "teacher", path("anna.gatescope"), "--out", path("t.html")))
                .isZero();
        assertThat(Files.readString(folder.resolve("t.html"))).contains("One number remembered");
    }

    @Test
    void whereNothingCanBeJudgedNothingIsWritten() throws Exception {
        assertThat(run("lesson", "answers", folder.toString(), "--out", path("a.csv")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("No lesson was handed in");
        Files.write(folder.resolve("anna.gatescope"), FinishedLesson.ONE_NUMBER.file());
        Path other = Files.write(folder.resolve("other"), FinishedLesson.SATURATION.file());
        assertThat(run("lesson", "answers", folder.toString(), "--lesson", other.toString(), "--out", path("a.csv")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("other is not the lesson that was handed in, “One number remembered”");
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }
}
