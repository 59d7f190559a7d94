package org.gatescope.ui.lesson.edit;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.session.Run;

/** The number that is open, in braces; where several are asked for, that of each unit or of each step. */
final class OpenSeries {
    private static final int MOST = 1000;

    private OpenSeries() {}

    static String of(QuestionField field, String open, Run run) {
        NumberId number = WrittenNumber.read(open).orElse(null);
        if (!(number instanceof OfStep of)) {
            return braced(open);
        }
        return switch (field) {
            case UNITS -> series(run, unit -> new OfStep(of.part(), of.node(), of.step(), of.row(), unit));
            case CURVE -> series(run, step -> new OfStep(of.part(), of.node(), step, of.row(), of.column()));
            default -> braced(open);
        };
    }

    private static String series(Run run, IntFunction<NumberId> at) {
        return IntStream.range(0, MOST)
                .mapToObj(at)
                .takeWhile(one -> WrittenNumber.isThere(run, one))
                .map(one -> braced(WrittenNumber.written(one)))
                .collect(Collectors.joining("\n"));
    }

    private static String braced(String number) {
        return "{" + number + "}";
    }
}
