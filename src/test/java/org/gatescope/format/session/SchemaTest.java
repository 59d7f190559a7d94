package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Phase;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.gatescope.session.TableId;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Session files are what docs/session.schema.json says. */
class SchemaTest {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs", "session.schema.json")), InputFormat.JSON);

    SchemaTest() throws IOException {}

    private List<Error> faults(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static String text(SavedSession saved) {
        return new String(SessionJson.write(saved), StandardCharsets.UTF_8);
    }

    private static Stream<Session> sessions() {
        Session odd = Example.SMALL_SEQUENCE
                .session()
                .edit(new TableId.Input(0), table -> table.with(0, 0, Double.NaN))
                .withMistakes(new MistakenRun(
                        Set.of(Mistake.GRADIENTS_NOT_ZEROED),
                        new StepUpdate(0.1, true),
                        Map.of("0.forward.Wx.h", Matrix.filled(3, 4, 0.5))));
        return Stream.concat(
                Stream.of(odd, withFeatures(), withDirections(), withWindow()),
                Stream.concat(
                        Stream.of(Example.values()).map(Example::session),
                        Stream.of(Task.values()).map(task -> task.session(1))));
    }

    private static Session withWindow() {
        return Example.SMALL_SEQUENCE
                .session()
                .withNumbers(numbers -> numbers.withTruncation(new Truncation.Window(2)))
                .edit(new TableId.Computed(0), table -> table.with(1, 0, 0))
                .withNumbers(numbers -> numbers.withMask(numbers.mask().withOutput(HeldOutput.ZERO)));
    }

    private static Session withDirections() {
        Session one = Example.SMALL_SEQUENCE.session();
        Layer layer = one.network().layers().getFirst();
        Layer both = new Layer(layer.cell(), 2, Directions.BOTH, Merging.PRODUCT).withDropout(new Dropout(0.5, false));
        Session two = Reshape.withNewLayer(one, 1, both.withShortcut(Shortcut.CONCATENATED))
                .change()
                .session();
        return Reshape.withLayer(
                        two, 0, layer.withDirections(Directions.REVERSE).withDropout(new Dropout(0.25, true)))
                .change()
                .session();
    }

    private static Session withFeatures() {
        Session task = Task.ADDING.session(2);
        return task.withObjective(wanted -> wanted.withSplit(new Split(3, Split.Chosen.DRAWN, -5)))
                .withFeatures(new Features(
                        List.of(new Feature("number", 0.5, 2), new Feature("", -1e300, 5e-324)),
                        List.of(new Feature("sum", 0, 1))));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void holds(Session session) {
        assertThat(faults(text(new SavedSession(
                        session,
                        1,
                        List.of(new OnOperation(Phase.LOSS, "dense", "y", true), OnCondition.of("max(h) > 0.5")),
                        List.of(),
                        Map.of("zoom", "2")))))
                .isEmpty();
    }

    @Test
    void lessonsHold() {
        assertThat(faults(text(LessonJsonTest.saved()))).isEmpty();
        assertThat(faults(text(LessonJsonTest.saved()).replaceFirst("\"tolerance\": 0.005,?", "")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schemaVersion": 2 | "schemaVersion": 3
            "steps": | "stops":
            "directions": "forward" | "directions": "up"
            "epochs": 500 | "epochs": -1
            """)
    void isStrict(String right, String wrong) {
        String text = text(SavedSession.of(Example.SMALL_SEQUENCE.session()));
        assertThat(text).contains(right);
        assertThat(faults(text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void namesEveryMemberThatIsRead() throws IOException {
        String source = Files.readString(Path.of("docs", "session.schema.json"));
        for (String member : List.of("objective", "gradientsLeft", "finalGradient", "embedding", "readOut", "counts")) {
            assertThat(source).contains("\"" + member + "\"");
        }
    }
}
