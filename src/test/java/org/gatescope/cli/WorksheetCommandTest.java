package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WorksheetCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theSameSeedMakesTheSameBytesAndAnotherOtherNumbers() throws Exception {
        List<byte[]> made = new ArrayList<>();
        for (String seed : List.of("5", "5", "6")) {
            Path file = folder.resolve("sheet.pdf");
            assertThat(run(file, "--by-hand", "--copies", "2", "--seed", seed)).isZero();
            made.add(Files.readAllBytes(file));
        }
        assertThat(made.getFirst()).isEqualTo(made.get(1)).isNotEqualTo(made.getLast());
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void eachCopyHasItsNumberAndOthersInItsFrames() throws Exception {
        Path sheet = folder.resolve("sheet.pdf");
        Path key = folder.resolve("key.pdf");
        assertThat(run(sheet, "--by-hand", "--copies", "3", "--key", key.toString(), "--paper", "letter"))
                .isZero();
        try (PDDocument document = Loader.loadPDF(sheet.toFile())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(9);
        }
        assertThat(text(sheet)).contains("No. 1", "No. 2", "No. 3", "Name", "Date", "Points: ____ of 48");
        assertThat(text(key)).contains("No. 1", "No. 2", "No. 3", "answers").doesNotContain("Name");
    }

    @Test
    void answersAreInTheKeyAlone() throws Exception {
        Path saved = saved(Example.SMALL_SEQUENCE.session());
        Path sheet = folder.resolve("sheet.pdf");
        Path key = folder.resolve("key.pdf");
        assertThat(run(sheet, saved.toString(), "--hide", "h", "--blanks", "300", "--key", key.toString()))
                .isZero();
        // tanh of 1 plus small products, worked out apart
        assertThat(text(sheet)).contains("0.01", "0.07").doesNotContain("0.762", "0.834", "0.856");
        assertThat(text(key)).contains("0.762", "0.834", "0.856");
    }

    @Test
    void whatASessionHidesIsBlank() throws Exception {
        Session session = Example.SMALL_SEQUENCE.session();
        Path file = folder.resolve("hidden.gatescope");
        SessionFile.write(
                new SavedSession(session, 0, List.of(), List.of(), Map.of("covered", "step 0.forward h' 2 0 3")), file);
        Path sheet = folder.resolve("sheet.pdf");
        assertThat(run(sheet, file.toString())).isZero();
        assertThat(text(sheet)).contains("of 1").contains("0.850").doesNotContain("0.856");
    }

    @Test
    void oddShapesHaveTheirSheetsToo() throws Exception {
        Path sheet = folder.resolve("sheet.pdf");
        assertThat(run(sheet, "--by-hand", "--units", "1", "--steps", "1", "--cell", "rnn-identity"))
                .isZero();
        assertThat(run(sheet, "--example", "small-sequence", "--units", "2", "--steps", "25", "--layers", "2"))
                .as(said.toString())
                .isZero();
        assertThat(text(sheet)).contains("24", "layer 2");
        assertThat(run(sheet, "--example", "three-sentences")).isEqualTo(2);
        assertThat(said.toString()).contains("pages");
    }

    @Test
    void aPageIsWrittenForEachCopy() throws Exception {
        assertThat(run(folder.resolve("sheet.html"), "--by-hand", "--copies", "2"))
                .isZero();
        assertThat(Files.readString(folder.resolve("sheet-1.html"))).contains("\"hidden\":[\"0.forward|");
        assertThat(Files.readString(folder.resolve("sheet-2.html")))
                .isNotEqualTo(Files.readString(folder.resolve("sheet-1.html")));
        assertThat(folder.resolve("sheet.html")).doesNotExist();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() throws Exception {
        Path sheet = Files.writeString(folder.resolve("sheet.pdf"), "before");
        assertThat(run(sheet, "--by-hand", "--cell", "lstm")).isEqualTo(2);
        assertThat(run(sheet, "--steps", "41")).isEqualTo(2);
        assertThat(run(sheet, "--hide", "nothing")).isEqualTo(2);
        assertThat(run(sheet, "--by-hand", "--copies", "201")).isEqualTo(2);
        assertThat(run(sheet, "--by-hand", "--steps", "9")).isEqualTo(2);
        assertThat(run(sheet, "--by-hand", "--paper", "a5")).isEqualTo(2);
        assertThat(run(folder.resolve("sheet.doc"), "--by-hand")).isEqualTo(2);
        assertThat(said.toString().lines())
                .satisfiesExactly(
                        hand -> assertThat(hand).contains("without tanh"),
                        steps -> assertThat(steps).contains("40 steps", "41"),
                        unknown -> assertThat(unknown).contains("“nothing”"),
                        copies -> assertThat(copies).contains("--copies 201"),
                        long9 -> assertThat(long9).contains("--steps 9"),
                        paper -> assertThat(paper).contains("a5"),
                        ending -> assertThat(ending).contains(".pdf, .html"));
        assertThat(Files.readString(sheet)).isEqualTo("before");
    }

    private Path saved(Session session) throws Exception {
        Path file = folder.resolve("saved.gatescope");
        SessionFile.write(SavedSession.of(session), file);
        return file;
    }

    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private int run(Path out, String... options) {
        List<String> arguments = new ArrayList<>(List.of("worksheet", "--out", out.toString()));
        arguments.addAll(List.of(options));
        CommandLine command = Gatescope.commandLine().setErr(new PrintWriter(said, true));
        return command.execute(arguments.toArray(String[]::new));
    }
}
