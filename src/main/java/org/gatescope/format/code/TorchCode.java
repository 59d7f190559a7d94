package org.gatescope.format.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.engine.ReadOut;

/** A session as a program for PyTorch, forward, with the gradients of autograd. */
final class TorchCode {
    private static final PythonTables TABLES = new PythonTables("np.array", "np.zeros", "np");

    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("torch-functions.txt");
    private final ExpressionText expressions = new FoldedText(new OperatorText(functions));
    private final Map<String, String> texts = new LinkedHashMap<>();

    private TorchCode(CodeSubject subject) {
        this.subject = subject;
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new TorchCode(subject).text(notes);
    }

    private String text(List<String> notes) {
        PythonCells cells = new PythonCells(subject.network(), expressions, CodeTemplate.of("torch-cell.txt"), "");
        Set<String> flags = CodeFlags.of(subject);
        flags.add("merged");
        if (!flags.contains("window")) {
            flags.add("gradients");
        }
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", ProgramData.notes(notes));
        texts.put("CELLS", cells.text());
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
        return CodeTemplate.filled(List.of("torch.txt", "python-data.txt", "torch-main.txt"), flags, texts);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) -> BrokenLines.python(name + " = ", expressions.of(value, ReadOutLines::named), 4),
                (name, weight) -> List.of());
        texts.put("READOUT", lines.differentiated());
    }
}
