package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.gatescope.Wording.holding;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trace SESSION}. */
class TraceSessionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Map<String, NpyArray> trace(Session session, String... options) throws FormatException {
        Path file = folder.resolve("x.gatescope");
        SessionFile.write(SavedSession.of(session), file);
        Path out = folder.resolve("trace.npz");
        List<String> all = new ArrayList<>(List.of(file.toString(), "--out", out.toString()));
        all.addAll(List.of(options));
        WeightCases.trace(all);
        return WeightCases.arrays(out);
    }

    @Test
    void chosenQuantitiesAlone() throws FormatException {
        Session session = Example.AGREEMENT.session();
        Map<String, NpyArray> all = trace(session);
        Map<String, NpyArray> chosen = trace(session, "--quantities", "h,grad/h,dense.y,param/dense.b");
        assertThat(chosen.keySet())
                .containsExactlyElementsOf(all.keySet().stream()
                        .filter(name -> name.matches("(grad/)?\\d+\\.[a-z]+\\.h|dense\\.y|param/dense\\.b"))
                        .toList());
        assertThat(chosen).hasSizeGreaterThan(3);
        chosen.forEach((name, array) ->
                assertThat(array.values()).isEqualTo(of(all, name).values()));
    }

    @Test
    void aTableHasALineForEachStep() throws Exception {
        Session session = Example.THREE_SENTENCES.session();
        Map<String, NpyArray> all = trace(session);
        Path file = folder.resolve("x.gatescope");
        Path table = folder.resolve("run.csv");
        WeightCases.trace(
                List.of(file.toString(), "--quantities", "1.forward.h,grad/1.forward.h", "--out", table.toString()));
        List<String> lines = Files.readAllLines(table);
        int width = of(all, "1.forward.h").dimensions().size(2);
        assertThat(lines.getFirst()).startsWith("sequence,step,1.forward.h[0],").contains(",grad/1.forward.h[0]");
        assertThat(lines)
                .hasSize(1
                        + session.lengths().stream().mapToInt(length -> length).sum());
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int row = Integer.parseInt(cells[0]) * session.steps() + Integer.parseInt(cells[1]);
            assertThat(cells).hasSize(2 + 2 * width);
            for (int unit = 0; unit < width; unit++) {
                assertThat(Double.parseDouble(cells[2 + unit]))
                        .isEqualTo(of(all, "1.forward.h").values()[row * width + unit]);
                assertThat(Double.parseDouble(cells[2 + width + unit]))
                        .isEqualTo(of(all, "grad/1.forward.h").values()[row * width + unit]);
            }
        }
    }

    @Test
    void outputsOfScaledDataAreAlsoInTheUnitsOfTheData() throws FormatException {
        Session session = Example.AGREEMENT.session();
        int outputs = session.network().readOut().orElseThrow().outputs();
        List<Feature> scaled = Collections.nCopies(outputs, new Feature("load", 900, 2));
        Map<String, NpyArray> all = trace(session.withFeatures(new Features(List.of(), scaled)));
        double[] wanted =
                Arrays.stream(of(all, "dense.y").values()).map(y -> 900 + 2 * y).toArray();
        assertThat(of(all, "unscaled/dense.y").values()).containsExactly(wanted, offset(1e-9));
    }

    @Test
    void aQuantityThatIsNotThereIsNamed() throws FormatException {
        trace(Example.AGREEMENT.session());
        String file = folder.resolve("x.gatescope").toString();
        Path table = folder.resolve("run.csv");
        StringWriter said = new StringWriter();
        for (List<String> wanted : List.of(List.of("h,q", "q"), List.of("h,param/dense.b", "param/dense.b"))) {
            said.getBuffer().setLength(0);
            int status = Gatescope.commandLine()
                    .setErr(new PrintWriter(said))
                    .execute("trace", file, "--quantities", wanted.getFirst(), "--out", table.toString());
            assertThat(status).isEqualTo(2);
            assertThat(said.toString()).is(holding("format:export.quantity", wanted.getLast()));
            assertThat(table).doesNotExist();
        }
    }

    private static NpyArray of(Map<String, NpyArray> arrays, String name) {
        return Optional.ofNullable(arrays.get(name)).orElseThrow(() -> new AssertionError(name));
    }

    private static double[] flat(Matrix table) {
        return Arrays.stream(table.toArray()).flatMapToDouble(Arrays::stream).toArray();
    }

    private String npy(String name, Dimensions dimensions, double... values) throws IOException {
        Path file = folder.resolve(name);
        WeightCases.write(file, new NpyArray(dimensions, values));
        return file.toString();
    }

    /** The loss by hand, from the arrays; the gradients as the window has them, to the bit. */
    @Test
    void theBackwardPassStartsAtTheLoss() throws FormatException {
        Session session = Example.AGREEMENT.session();
        Map<String, NpyArray> arrays = trace(session, "--layout", "TND");
        Run run = Run.of(session);
        double[] losses = of(arrays, "dense.loss").values();
        double[] weights = of(arrays, "dense.weight").values();
        double sum = 0;
        double count = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * losses[i];
            count += weights[i];
        }
        assertThat(of(arrays, "loss").dimensions()).isEqualTo(Dimensions.of());
        assertThat(of(arrays, "loss").values()[0]).isCloseTo(sum / count, offset(1e-15));
        session.network().parameters().keySet().forEach(name -> {
            assertThat(of(arrays, "weight/" + name).values())
                    .containsExactly(flat(Objects.requireNonNull(
                            session.numbers().parameters().get(name))));
            assertThat(of(arrays, "param/" + name).values())
                    .containsExactly(flat(run.trace().parameterGradient(name)));
        });
        assertThat(of(arrays, "param/dense.b").dimensions().depth()).isEqualTo(1);
        assertThat(arrays).containsKeys("dense.z", "dense.y", "dense.target", "grad/dense.z", "grad/0.forward.h");
        assertThat(of(arrays, "lengths").values())
                .containsExactly(session.lengths().stream().mapToDouble(n -> n).toArray());
    }

    /** x = token @ E, and d.E = tokenᵀ @ d.x. */
    @Test
    void anEmbeddingIsThereToo() throws FormatException {
        Session session = Example.THREE_SENTENCES.session();
        int columns = session.network().layerInputs();
        Map<String, NpyArray> arrays = trace(session);
        double[] tokens = of(arrays, "input").values();
        double[] table = of(arrays, "weight/embedding.E").values();
        double[] gradient = of(arrays, "grad/embedding.x").values();
        double[] ofTable = new double[table.length];
        int words = session.network().inputs();
        for (int row = 0; row < tokens.length / words; row++) {
            for (int word = 0; word < words; word++) {
                if (tokens[row * words + word] == 1) {
                    assertThat(Arrays.copyOfRange(
                                    of(arrays, "embedding.x").values(), row * columns, (row + 1) * columns))
                            .containsExactly(Arrays.copyOfRange(table, word * columns, (word + 1) * columns));
                    for (int i = 0; i < columns; i++) {
                        ofTable[word * columns + i] += gradient[row * columns + i];
                    }
                }
            }
        }
        assertThat(of(arrays, "param/embedding.E").values()).containsExactly(ofTable, offset(1e-14));
    }

    @Test
    void itsMistakesAreMade() throws FormatException {
        Session session = Example.SMALL_SEQUENCE.session().withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
        assertThat(of(trace(session), "param/0.forward.Wh.h").values())
                .containsExactly(flat(Run.of(session).trace().parameterGradient("0.forward.Wh.h")))
                .isNotEqualTo(flat(Run.of(session.withMistakes(Session.NO_MISTAKES))
                        .trace()
                        .parameterGradient("0.forward.Wh.h")));
    }

    @Test
    void anInputOfItsSizeTakesThePlaceOfItsOwn() throws Exception {
        Session session = Task.DELAYED_RECALL.session(1);
        Matrix input = session.numbers().input();
        Matrix other = input.map(number -> number / 2);
        int batch = session.batch();
        double[] batchFirst = flat(other.rearranged(
                other.rows(), other.columns(), row -> row % session.steps() * batch + row / session.steps()));
        String file = npy("x.npy", Dimensions.of(batch, session.steps(), input.columns()), batchFirst);
        Run expected = Run.of(session.withNumbers(numbers -> numbers.withInput(other)));
        Map<String, NpyArray> arrays = trace(session, "--input", file);
        assertThat(of(arrays, "loss").values()[0])
                .isEqualTo(expected.trace().readOut().orElseThrow().loss());
        assertThat(of(arrays, "input").values()).containsExactly(batchFirst);
    }

    @Test
    void targetsThatDoNotFitAnInputAreLeftOut() throws Exception {
        Session session = Task.DELAYED_RECALL.session(1);
        int width = session.network().inputs();
        String input = npy("x.npy", Dimensions.of(3, width), new double[3 * width]);
        Map<String, NpyArray> arrays = trace(session, "--input", input);
        assertThat(of(arrays, "dense.y").dimensions().depth()).isEqualTo(2);
        assertThat(arrays.keySet())
                .noneMatch(name -> name.startsWith("grad/"))
                .doesNotContain("loss", "dense.loss", "dense.target", "inputGrads");
        int hidden = session.network().width();
        double[] ones = new double[3 * hidden];
        Arrays.fill(ones, 1);
        String upstream = npy("dy.npy", Dimensions.of(3, hidden), ones);
        assertThat(of(trace(session, "--input", input, "--upstream", upstream), "inputGrads")
                        .dimensions())
                .isEqualTo(Dimensions.of(3, width));
    }

    /** The next token is a target that any text brings along. */
    @Test
    void theNextTokenFollowsTheInput() throws Exception {
        Session session = Example.THREE_SENTENCES.session();
        int words = session.network().inputs();
        double[] tokens = new double[2 * words];
        tokens[1] = 1;
        tokens[words + 2] = 1;
        Map<String, NpyArray> arrays = trace(session, "--input", npy("x.npy", Dimensions.of(1, 2, words), tokens));
        assertThat(of(arrays, "dense.weight").values()).containsExactly(1, 0);
        assertThat(of(arrays, "loss").values()[0])
                .isCloseTo(-Math.log(of(arrays, "dense.y").values()[2]), offset(1e-12));
    }

    private String refusal(String... arguments) {
        List<String> all = new ArrayList<>(List.of("trace"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--out", folder.resolve("out.npz").toString()));
        StringWriter said = new StringWriter();
        assertThat(Gatescope.commandLine().setErr(new PrintWriter(said)).execute(all.toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(said.toString().lines()).hasSize(1);
        return said.toString().strip();
    }

    @Test
    void whatASessionSaysItself() throws Exception {
        Path file = folder.resolve("x.gatescope");
        SessionFile.write(SavedSession.of(Example.SMALL_SEQUENCE.session()), file);
        assertThat(refusal(file.toString(), "--units", "3")).is(holding("cli:trace.beside", "--units"));
        assertThat(refusal(file.toString(), "--seed", "3")).is(holding("cli:trace.beside", "--seed"));
        assertThat(refusal(file.toString(), "--cell", "gru")).is(holding("cli:trace.source"));
        assertThat(refusal(file.toString(), "--input", npy("x.npy", Dimensions.of(1, 7), new double[7])))
                .is(holding("cli:trace.width"));
        assertThat(refusal(folder.resolve("none.gatescope").toString())).contains("none.gatescope");
        assertThat(refusal(Files.writeString(file, "{}").toString())).contains("x.gatescope");
    }
}
