package org.gatescope.format.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatescope.engine.Network.Part;

/** What programs of Python have in common: a text in front, functions, an update, the session's data, a comparison. */
final class PythonProgram {
    private static final PythonTables TABLES = new PythonTables("np.array", "np.zeros", "np");

    private final CodeSubject subject;
    private final FunctionTexts functions;

    /** What the templates ask, and what goes into them. */
    final Set<String> flags;

    final Map<String, String> texts = new LinkedHashMap<>();

    /** @param functions that the program uses by the time it is asked for */
    PythonProgram(CodeSubject subject, FunctionTexts functions) {
        this.subject = subject;
        this.functions = functions;
        flags = CodeFlags.of(subject);
    }

    /**
     * The whole of it.
     *
     * @param begins template of what stands in front of the data
     * @param ends   template of what stands behind them
     * @param notes  what the program does not say, a sentence each
     * @param cells  the class of each part's cell
     */
    String text(String begins, String ends, List<String> notes, Function<Part, String> cells) {
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", ProgramData.notes(notes));
        subject.training().ifPresent(update -> {
            texts.put("ADDED", TrainingConstants.added(update.settings()));
            texts.computeIfAbsent(
                    "TRAINING", key -> CodeTemplate.of("numpy-training.txt").filled(flags, texts));
        });
        new ProgramData(subject, TABLES).texts(cells).forEach(texts::putIfAbsent);
        String defined = functions.definitions();
        texts.put("FUNCTIONS", defined);
        if (defined.contains("math.")) {
            flags.add("math");
        }
        return CodeTemplate.filled(List.of(begins, "python-data.txt", ends), flags, texts);
    }
}
