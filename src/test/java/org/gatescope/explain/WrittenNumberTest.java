package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.JacobianNorm;
import org.gatescope.explain.NumberId.Loss;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
    static Stream<NumberId> numbers() {
        Stream<TableId> tables = Stream.of(
                new TableId.Parameter("0.forward.Wx.i"),
                new TableId.InitialState("1.backward.h"),
                new TableId.FinalGradient("0.forward.c"),
                new TableId.Input(2),
                new TableId.Upstream(0),
                new TableId.Targets(1),
                new TableId.Mask(3));
        return Stream.concat(
                Stream.of(
                        new OfStep("0.forward", "d.h[t+1]", 3, 0, 2),
                        new OfStep("dense", "y", 0, 1, 0),
                        new Loss(),
                        new Norm("0.forward", "d.c", 2, 1),
                        new JacobianNorm("0.forward", "h", 0, 3, 1)),
                tables.flatMap(table -> Stream.of(new Given(table, 1, 2), new GradientOfGiven(table, 0, 1))));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isReadAsItWasWritten(NumberId number) {
        assertThat(WrittenNumber.read(WrittenNumber.written(number))).contains(number);
    }

    @Test
    void noneAndTermsAreNothing() {
        assertThat(WrittenNumber.written(null)).isEmpty();
        Expression product = new Expression.Product(new Name("x"), new Name("Wx.i"));
        assertThat(WrittenNumber.written(new OfStep("0.forward", product, 0, 0, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "step",
                "step 0.forward h 1 0",
                "step 0.forward h x 0 0",
                "step 0.forward h -1 0 0",
                "given",
                "given parameter W 0 0",
                "given input x 0 0",
                "given wishes 0 0 0",
                "loss of nerve",
                "jacobian a b 1 2",
                "gradient input 99999999999 0 0"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(WrittenNumber.read(text)).isEmpty();
    }

    /** Files may say anything: it is looked for in the run, and never fails. */
    @Test
    void whetherARunHasItIsSaidOfAnything() {
        Run run = new Workbench(Example.AGREEMENT.session(), Runnable::run, Runnable::run)
                .shown()
                .get()
                .run();
        Random random = new Random(5);
        List<String> parts = List.of("0.forward", "dense", "embedding", "7.backward", "");
        List<String> names = List.of("h", "c", "d.h", "y", "x", "f", "nonsense", "d.", "d.d.h", "Wx.i");
        int found = 0;
        for (int i = 0; i < 3000; i++) {
            String part = parts.get(random.nextInt(parts.size()));
            String name = names.get(random.nextInt(names.size()));
            String places = random.nextInt(9) + " " + random.nextInt(2) + " " + random.nextInt(9);
            String text = switch (random.nextInt(6)) {
                case 0 -> "step " + part + " " + name + " " + places;
                case 1 -> "given parameter " + part + "." + name + " 0 " + random.nextInt(9);
                case 2 -> "gradient initialState " + part + "." + name + " 0 " + random.nextInt(9);
                case 3 -> "given input " + places;
                case 4 -> "norm " + part + " " + name + " " + random.nextInt(9) + " " + random.nextInt(2);
                default -> "jacobian " + part + " " + name + " " + places;
            };
            Optional<NumberId> number = WrittenNumber.read(text);
            if (number.filter(named -> WrittenNumber.isThere(run, named)).isPresent()) {
                found++;
            }
        }
        assertThat(found).isBetween(30, 2000);
    }
}
