package org.gatescope.format.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;

/** A session as a program of Java with EJML, in one file. */
final class JavaCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("java-functions.txt");
    private final CallText expressions = new CallText(functions, "number(%s)");
    private final Map<String, String> texts = new LinkedHashMap<>();

    private JavaCode(CodeSubject subject) {
        this.subject = subject;
    }

    /**
     * @param name  of the file
     * @param notes what the program does not say, a sentence each
     * @throws FormatException if Java does not take a method as long as the program would have
     */
    static String of(CodeSubject subject, String name, List<String> notes) throws FormatException {
        JavaLimits.require(subject.network());
        return new JavaCode(subject).text(name, notes);
    }

    private String text(String name, List<String> notes) {
        TypedCells cells = new TypedCells(subject.network(), expressions, TypedCells.JAVA);
        Set<String> flags = CodeFlags.of(subject);
        if (!flags.contains("sgd") && !flags.contains("sgd-over-batch")) {
            flags.add("remembers");
        }
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", ProgramData.notes(notes));
        texts.put("CLASS", JavaNames.ofClass(name));
        texts.put("CELLS", cells.text());
        texts.put("PASSED", flags.contains("window") ? "flow" : "arriving");
        subject.network().readOut().ifPresent(this::addReadOut);
        subject.training().ifPresent(update -> {
            texts.put("ADDED", TrainingConstants.added(update.settings()));
            texts.put("TRAINING", CodeTemplate.of("java-training.txt").filled(flags, texts));
        });
        texts.putAll(new ProgramData(subject, new JavaTables()).texts(cells::nameOf));
        texts.put("FUNCTIONS", functions.definitions().replace("\n\n\n", "\n\n"));
        return CodeTemplate.of("java.txt").filled(flags, texts);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> BrokenLines.withSemicolon(
                        "DMatrixRMaj " + name + " = ", expressions.of(value, ReadOutLines::named), 12),
                (name, weight) ->
                        List.of("%s = each((w, d) -> w == 0 ? 0 : d, %s, %s);".formatted(name, weight, name)));
        texts.put("READOUT", lines.forward());
        texts.put("READOUT_BACK", lines.backward());
    }
}
