package org.gatescope.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/** A number as it is written on the command line: {@code loss}, {@code d.f[3,2]}, {@code Wx.f[1,2]}. */
final class NumberArgument {
    private static final Pattern FORM = Pattern.compile("(.{1,200})\\[(\\d{1,9}),\\s?(\\d{1,9})]");

    private NumberArgument() {}

    /**
     * Of a quantity step and unit, of a parameter row and column.
     *
     * @param part whose names are meant
     * @return empty for a text that names no number of the run
     */
    static Optional<NumberId> read(String text, Run run, String part, int sequence) {
        if (text.equals("loss")) {
            return run.session().objective().map(objective -> new NumberId.Loss());
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = form.group(1);
        int first = Integer.parseInt(form.group(2));
        int second = Integer.parseInt(form.group(3));
        boolean isGradient = QuantityName.isGradient(name);
        FullName parameter = new FullName(owner(run, part), QuantityName.base(name));
        Matrix table = run.session().numbers().parameters().get(parameter.text());
        if (table == null) {
            return ofStep(run, new OfStep(part, name, first, sequence, second));
        }
        TableId id = new TableId.Parameter(parameter);
        boolean isThere = first < table.rows() && second < table.columns();
        NumberId number = isGradient ? new GradientOfGiven(id, first, second) : new Given(id, first, second);
        return isThere ? Optional.of(number) : Optional.empty();
    }

    private static String owner(Run run, String part) {
        return run.session().part(part).map(Part::parameterKey).orElse(part);
    }

    private static Optional<NumberId> ofStep(Run run, OfStep number) {
        boolean hasEquations = run.session().part(number.part()).isPresent()
                || number.part().equals(ReadOut.KEY)
                        && run.session().objective().isPresent()
                || number.part().equals(Embedding.KEY)
                        && run.session().network().embedding().isPresent();
        if (!hasEquations || number.step() >= run.session().steps()) {
            return Optional.empty();
        }
        try {
            Table numbers = new StepNumbers(run, number.part(), number.step()).of(number.node());
            return number.column() < numbers.columns() ? Optional.of(number) : Optional.empty();
        } catch (IllegalArgumentException noSuchName) {
            return Optional.empty();
        }
    }
}
