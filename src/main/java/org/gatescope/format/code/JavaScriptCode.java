package org.gatescope.format.code;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.engine.ReadOut;

/** A session as a program of JavaScript that needs nothing else, for Node and for pages. */
final class JavaScriptCode {
    private final CodeSubject subject;
    private final FunctionTexts functions = new FunctionTexts("javascript-functions.txt");
    private final CallText expressions = new CallText(functions, "%s");
    private final Map<String, String> texts = new LinkedHashMap<>();

    private JavaScriptCode(CodeSubject subject) {
        this.subject = subject;
    }

    /** @param notes what the program does not say, a sentence each */
    static String of(CodeSubject subject, List<String> notes) {
        return new JavaScriptCode(subject).text(notes, CodeFlags.of(subject));
    }

    /**
     * The program for a page that shows its numbers: without those of the session to compare them with, but with what stands
     * before and behind the layers among them, and with the functions that expressions call.
     */
    static String forPage(CodeSubject subject) {
        Set<String> flags = new HashSet<>(CodeFlags.of(subject));
        flags.add("page");
        return new JavaScriptCode(subject).text(List.of(), flags);
    }

    private String text(List<String> notes, Set<String> flags) {
        TypedCells cells = new TypedCells(subject.network(), expressions, TypedCells.JAVASCRIPT);
        texts.put("TITLE", Comments.harmless(subject.title()));
        texts.put("NOTES", ProgramData.notes(notes));
        texts.put("CELLS", cells.text());
        subject.network().readOut().ifPresent(this::addReadOut);
        subject.training().ifPresent(update -> {
            texts.put("ADDED", TrainingConstants.added(update.settings()));
            texts.put("TRAINING", CodeTemplate.of("javascript-training.txt").filled(flags, texts));
        });
        texts.putAll(new ProgramData(subject, new JavaScriptTables()).texts(cells::nameOf));
        texts.put("FUNCTIONS", functions.definitions().replace("\n\n\n", "\n\n"));
        texts.put(
                "CALLED",
                functions.called().entrySet().stream()
                        .map(called -> "\"" + called.getKey() + "\": " + called.getValue() + ",")
                        .collect(Collectors.joining("\n")));
        return CodeTemplate.of("javascript.txt").filled(flags, texts);
    }

    private void addReadOut(ReadOut readOut) {
        ReadOutLines lines = new ReadOutLines(
                readOut,
                subject.inputs().goal().orElseThrow().loss(),
                (name, value) ->
                        BrokenLines.withSemicolon("let " + name + " = ", expressions.of(value, ReadOutLines::named), 4),
                (name, weight) -> List.of("%s = where(equal(%s, 0), 0, %s);".formatted(name, weight, name)));
        texts.put("READOUT", lines.forward());
        texts.put("READOUT_BACK", lines.backward());
        String weights = readOut.hasWeights() ? " \"dense.W\": d_W" : "";
        texts.put("DENSE", weights + (readOut.hasBias() ? ", \"dense.b\": d_b " : " "));
    }
}
