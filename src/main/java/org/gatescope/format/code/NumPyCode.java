package org.gatescope.format.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.engine.ReadOut;

/** A session as a program for NumPy, forward and, by hand, backward. */
final class NumPyCode {
    private static final PythonTables TABLES = new PythonTables("np.array", "np.zeros", "np");

    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("numpy-functions.txt");
    private final OperatorText expressions = new OperatorText(functions);
    private final Map<String, String> texts = new LinkedHashMap<>();

    private NumPyCode(CodeSubject subject) {
        this.subject = subject;
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new NumPyCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells =
                new PythonCells(subject.network(), expressions, CodeTemplate.of("numpy-cell.txt"), "np.zeros_like");
        Set<String> flags = CodeFlags.of(subject);
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", ProgramData.notes(notes));
        texts.put("CELLS", cells.text());
        texts.put("ARRIVING", flags.contains("window") ? "arriving" : "d_states");
        subject.network().readOut().ifPresent(this::addReadOut);
        subject.training().ifPresent(update -> {
            texts.put("ADDED", TrainingConstants.added(update.settings()));
            texts.put("TRAINING", CodeTemplate.of("numpy-training.txt").filled(flags, texts));
        });
        texts.putAll(new ProgramData(subject, TABLES).texts(cells::nameOf));
        String defined = functions.definitions();
        texts.put("FUNCTIONS", defined);
        if (defined.contains("math.")) {
            flags.add("math");
        }
        return CodeTemplate.filled(List.of("numpy.txt", "python-data.txt", "numpy-main.txt"), flags, texts);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> BrokenLines.python(name + " = ", expressions.of(value, ReadOutLines::named), 8),
                (name, weight) -> List.of(name + " = np.where(" + weight + " == 0, 0, " + name + ")"));
        texts.put("READOUT", lines.forward());
        texts.put("READOUT_BACK", lines.backward());
        texts.put("SCORED", readOut.hasWeights() ? "z, " : "");
        texts.put("DENSE", dense(readOut));
    }

    private static String dense(ReadOut readOut) {
        String weights = readOut.hasWeights() ? "\"dense.W\": d_W" : "";
        return weights + (readOut.hasBias() ? ", \"dense.b\": d_b" : "");
    }
}
