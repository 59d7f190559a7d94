package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.EarlyStopping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Cutting;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Phase;
import org.gatescope.session.RandomUser;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.gatescope.session.TableId;
import org.gatescope.session.Tokenizer;
import org.gatescope.session.Tokens;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Watch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionJsonTest {
    @ParameterizedTest
    @EnumSource
    void anExampleIsReadAsItWasWritten(Example example) throws FormatException {
        holds(SavedSession.of(example.session()));
    }

    @ParameterizedTest
    @EnumSource
    void aTaskIsReadAsItWasWritten(Task task) throws FormatException {
        holds(SavedSession.of(task.session(3)));
    }

    private static Stream<Long> seeds() {
        return LongStream.range(0, 30).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverAUserMadeIsReadAsItWasWritten(long seed) throws FormatException {
        Workbench workbench =
                new Workbench(Session.zeros("", BuiltInCells.cell("gru"), 2, 3, 2, 2), Runnable::run, Runnable::run);
        RandomUser user = new RandomUser(workbench, new Trainer(workbench, Runnable::run));
        for (RandomUser.Step step : user.story(seed, 25)) {
            user.act(step);
            holds(SavedSession.of(workbench.session().get()));
        }
    }

    @Test
    void aWindowIsKeptAndGoesWithNoChunk() throws FormatException {
        Session session = Example.SMALL_SEQUENCE
                .session()
                .withNumbers(numbers -> numbers.withTruncation(new Truncation.Window(0)));
        holds(SavedSession.of(session));
        String both = text(SavedSession.of(session)).replace("\"chunk\": 0", "\"chunk\": 1");
        assertThatThrownBy(() -> read(both)).hasMessageContaining("“window”");
    }

    @Test
    void aTextIsReadWithItsWayOfCutting() throws FormatException {
        for (Tokenizer tokenizer : List.of(
                Tokenizer.CHARACTERS,
                new Tokenizer(new Cutting.Vectorized(), true, 3, Optional.of("[UNK]")),
                Tokenizer.plain(new Cutting.WhiteSpace(), false),
                Tokenizer.plain(new Cutting.Matches("\\w+|\\s"), false),
                Tokenizer.plain(new Cutting.Words("abc"), true))) {
            Session with = withText(tokenizer, "  hi 👩‍👩‍👧 \n🇯🇵 ok");
            assertThat(SessionJson.read(SessionJson.write(SavedSession.of(with)))
                            .session()
                            .vocabulary())
                    .isEqualTo(with.vocabulary());
            holds(SavedSession.of(with));
        }
    }

    @Test
    void aFileThatDoesNotSayHowItWasCutIsToldByItsWords() throws FormatException {
        String json = text(SavedSession.of(withText(Tokenizer.CHARACTERS, "hi 👩‍👩‍👧")));
        String older = json.replaceFirst("\"tokenizer\": *\\{[^}]*},", "");
        assertThat(older).isNotEqualTo(json);
        assertThat(SessionJson.read(older.getBytes(StandardCharsets.UTF_8))
                        .session()
                        .vocabulary()
                        .tokenizer())
                .isEqualTo(Tokenizer.CHARACTERS);
        String wrong =
                json.replaceFirst("\"cutting\": *\"characters\"", "\"cutting\": \"matches\", \"pattern\": \"(\"");
        assertThatThrownBy(() -> SessionJson.read(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("tokenizer");
    }

    private static Session withText(Tokenizer tokenizer, String text) {
        Tokens.Tokenized read = (Tokens.Tokenized) tokenizer.fit(text);
        return Reshape.withText(Session.zeros("", BuiltInCells.cell("gru"), 1, 1, 1, 2), read)
                .change()
                .session();
    }

    private static void holds(SavedSession saved) throws FormatException {
        byte[] written = SessionJson.write(saved);
        SavedSession read = SessionJson.read(written);

        assertThat(read).isEqualTo(saved);
        assertThat(SessionJson.write(read)).isEqualTo(written);
    }

    private static Session small() {
        return Session.zeros("small", BuiltInCells.cell("rnn-tanh"), 1, 2, 1, 2);
    }

    @Test
    void numbersKeepEveryBit() throws FormatException {
        double[] hard = {
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.1 + 0.2,
            1e15,
            -1e16,
            123456789.125,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Math.nextUp(1.0),
            1e23
        };
        Session session = Session.zeros("hard", BuiltInCells.cell("rnn-tanh"), 1, hard.length, 1, 2)
                .edit(new TableId.Input(0), input -> {
                    Matrix filled = input;
                    for (int i = 0; i < hard.length; i++) {
                        filled = filled.with(i, 0, hard[i]);
                    }
                    return filled;
                });

        holds(SavedSession.of(session));
    }

    @Test
    void largeTablesAreBlocksAndKeepEveryBit() throws FormatException {
        Session session = Session.zeros("large", BuiltInCells.cell("lstm"), 2, 3, 70, 66);
        double[][] values = new double[70][66];
        for (int i = 0; i < 70; i++) {
            Arrays.setAll(values[i], j -> Math.sin(j) / 3);
        }
        session = session.with(new TableId.Parameter("0.forward.Wx.i"), Matrix.of(values));

        holds(SavedSession.of(session));
        assertThat(text(SavedSession.of(session))
                        .lines()
                        .filter(line -> line.startsWith("      \"AAAAAAAAAABJs7C0jfPRP9")))
                .hasSize(70);
    }

    @Test
    void everyKindOfEverythingIsKept() throws FormatException {
        Session session = small().withMistakes(new MistakenRun(
                Set.of(Mistake.GRADIENTS_NOT_ZEROED, Mistake.FIRST_STEP_ONLY),
                new StepUpdate(0.3, false),
                Map.of("0.forward.Wh.h", Matrix.of(new double[][] {{1, 2}, {3, 4}}))));
        List<Optimizer> optimizers = List.of(
                new Optimizer.Sgd(0.9, true),
                new Optimizer.SgdOverBatch(3),
                new Optimizer.RmsProp(0.9, 1e-8),
                new Optimizer.Adagrad(1e-10),
                new Optimizer.Adam(0.9, 0.999, 1e-8, true, Framework.KERAS),
                new Optimizer.Rprop(0.5, 1.2, 1e-6, 50));
        List<LearningRate> rates = List.of(
                new LearningRate.Constant(0.1),
                new LearningRate.Steps(0.1, 5, 0.5),
                new LearningRate.Exponential(0.1, 0.5, 3),
                new LearningRate.Cosine(0.1, 0.01, 5, LearningRate.Cosine.Beyond.RISES),
                new LearningRate.Plateau(0.1, 0.5, 3, 1e-4, 2, 1e-5, Framework.KERAS),
                new LearningRate.WarmUp(new LearningRate.Steps(0.1, 2, 0.3), 4, 0.25));
        List<Batching> batchings =
                List.of(new Batching.Whole(), new Batching.Sequences(3, true, -5), new Batching.Chunks(4));
        List<Clipping> clippings = List.of(
                new Clipping.None(),
                new Clipping.ByValue(1),
                new Clipping.ByNorm(2),
                new Clipping.ByNorm(2, Framework.PYTORCH),
                new Clipping.ByTensor(3, true),
                new Clipping.ByTensor(3, false));
        for (int i = 0; i < optimizers.size(); i++) {
            Training training = new Training(
                            optimizers.get(i),
                            rates.get(i),
                            clippings.get(i),
                            new WeightDecay(0.01, 0.5, i % 2 == 0),
                            7)
                    .holding(Set.of("0.forward.Wh.h"))
                    .learning(Set.of("0.forward.h"))
                    .with(batchings.get(i % 3))
                    .with(new EarlyStopping(i, 0.25))
                    .with(new RidgeSettings(i / 8.0, i));
            holds(new SavedSession(
                    session.withTraining(training),
                    3,
                    List.of(
                            new OnOperation(Phase.BACKWARD, "0.forward", "d.h", false),
                            new OnStep(1, true),
                            OnCondition.of("max(abs(h)) > 0.5"),
                            new OnNonFinite(true)),
                    List.of(new Watch("0.forward", WatchedExpression.parse("norm(d.h)"))),
                    Map.of("zoom", "1.5", "folds", "+x -h")));
        }
    }

    @Test
    void whereNumbersComeFromAndWhatIsTestedOnIsKept() throws FormatException {
        Session session = Task.ADDING
                .session(2)
                .withObjective(wanted -> wanted.withSplit(new Split(3, Split.Chosen.DRAWN, Long.MIN_VALUE)))
                .withFeatures(new Features(
                        List.of(new Feature("a", 0.1, 2), new Feature("", -1e300, 5e-324)),
                        List.of(new Feature("sum", 0, 1))));
        holds(SavedSession.of(session));
        String text = text(SavedSession.of(session));
        assertThatThrownBy(() -> read(text.replace("\"scale\": 2", "\"scale\": 0")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("scale above 0");
        assertThatThrownBy(() -> read(text.replace("\"inputs\": 2", "\"inputs\": 3")))
                .isInstanceOf(FormatException.class);
        Session none = session.withFeatures(new Features(List.of(new Feature("a", 0, 1)), List.of()));
        assertThat(none.features()).isEqualTo(Features.NONE);
    }

    @ParameterizedTest
    @EnumSource(Merging.class)
    void directionsAndHowTheyAreMergedAreKept(Merging merging) throws FormatException {
        for (Layer.Directions directions : Layer.Directions.values()) {
            Layer layer = small().network().layers().getFirst();
            Session session = Reshape.withLayer(
                            small(), 0, layer.withDirections(directions).withMerging(merging))
                    .change()
                    .session();
            holds(new SavedSession(session, 0, List.of(), List.of(), Map.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void whatIsCarriedPastALayerIsKept(Shortcut shortcut) throws FormatException {
        Layer layer = small().network().layers().getFirst();
        Session two = Reshape.withNewLayer(small(), 1, layer.withShortcut(shortcut))
                .change()
                .session();
        assertThat(two.network().layers().getLast().shortcut()).isEqualTo(shortcut);
        holds(new SavedSession(two, 0, List.of(), List.of(), Map.of()));
    }

    @Test
    void aLayerThatCannotAddWhatItReadsIsRefused() {
        Layer layer = small().network().layers().getFirst();
        Session two = Reshape.withNewLayer(small(), 1, layer.withShortcut(Shortcut.ADDED))
                .change()
                .session();
        String text = text(SavedSession.of(two));
        assertThat(text).containsOnlyOnce("\"shortcut\": \"added\"");
        assertThatThrownBy(() -> read(text.replaceFirst("\"hidden\": 2", "\"hidden\": 3")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("layer 1 reads 3 columns and puts out 2");
        assertThatThrownBy(() -> read(text.replace("\"shortcut\": \"added\"", "\"shortcut\": \"sum\"")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("shortcut");
    }

    @Test
    void stepsThatAreSkippedAreKept() throws FormatException {
        BitSet rows = new BitSet();
        rows.set(0);
        Session session = small().withNumbers(
                        numbers -> numbers.withMask(new StepMask(numbers.lengths(), rows, HeldOutput.ZERO)));
        holds(SavedSession.of(session));
        String text = text(SavedSession.of(session));
        assertThat(text).contains("\"skipped\"");
        assertThat(text(SavedSession.of(small()))).doesNotContain("\"skipped\"");
        assertThatThrownBy(() -> read(text.replaceFirst("\"skipped\": [^\"]*\"", "\"skipped\": [[1000000]], \"")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("skipped");
    }

    @Test
    void aTextOfACellIsKeptToTheLetter() throws FormatException {
        String source = "# own\r\nstate h\r\nh' = tanh(x @ Wx + h @ Wh)  # no bias\n\n";
        Session session = Session.zeros("own", Cell.parse(source), 1, 2, 1, 2);

        Session read =
                SessionJson.read(SessionJson.write(SavedSession.of(session))).session();

        assertThat(read.network().layers().getFirst().cell().source()).isEqualTo(source);
    }

    @Test
    void aRowIsALine() {
        Session session =
                small().with(new TableId.Parameter("0.forward.Wh.h"), Matrix.of(new double[][] {{1, 0.5}, {0, -2}}));

        assertThat(text(SavedSession.of(session))).contains("""
                    "0.forward.Wh.h": [
                      [1, 0.5],
                      [0, -2]
                    ],
                """);
    }

    private static String text(SavedSession saved) {
        return new String(SessionJson.write(saved), StandardCharsets.UTF_8);
    }

    @Nested
    class AFileThatIsNoneIsRefused {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                "schemaVersion": 2 | "schemaVersion": 3 | later version
                "schemaVersion": 2, | '' | “schemaVersion” is missing
                "steps": 2 | "steps": -1 | “steps” should be a whole number
                "steps": 2 | "steps": 2.5 | “steps” should be a whole number
                "hidden": 2 | "hidden": 9999999 | need
                "hidden": 2 | "hidden": 3 | “parameters.0.forward.Wx.h[0]” should have 3 numbers, but has 2
                "inputs": 1 | "inputs": 1, "colour": 3 | “network.colour” is not known
                "inputs": 1 | "inputs": 1, "inputs": 1 | not valid JSON at line
                "directions": "forward" | "directions": "sideways" | It can be: forward, reverse, both, tied
                [3, 4] | [3, "4"] | “parameters.0.forward.Wx.h[0][1]” should be a number
                [3, 4] | [3, 4, 5] | should have 2 numbers, but has 3
                [3, 4] | "A!A" | base64
                [3, 4] | "AAAAAAAAAAA=" | should hold 2 numbers, but holds 1
                [3, 4] | [3, 1e400] | should be a number
                tanh( | tanh(( | “network.layers[0].cell”, line
                "position": 6 | "position": 7000 | “position” should be a whole number from 0 to
                "epochs": 500 | "epochs": "many" | “training.epochs” should be a whole number
                "beta1": 0.9 | "beta1": 1.5 | “training”:
                "name": "adam" | "name": "lion" | sgd, sgd-over-batch, rmsprop
                "vocabulary": [] | "vocabulary": ["a", "b"] | “vocabulary” should have a word for each of the 1 inputs
                "on": [] | "on": ["lazy"] | no mistake “lazy”
                """)
        void inOneSentence(String written, String instead, String sentence) {
            Session session = small().with(new TableId.Parameter("0.forward.Wx.h"), Matrix.of(new double[][] {{3, 4}}));
            String right = text(new SavedSession(session, 6, List.of(), List.of(), Map.of()));
            assertThat(right).contains(written);

            assertThatThrownBy(() -> read(right.replace(written, instead)))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(sentence)
                    .message()
                    .doesNotContain("\n");
        }

        @ParameterizedTest
        @CsvSource({"''", "[]", "3", "'{}'", "'{'", "'<html>'", "'{\"schemaVersion\": \"1\"}'"})
        void orAnythingElse(String text) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class);
        }

        @Test
        void howeverDeepOrLong() {
            assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(FormatException.class);
            assertThatThrownBy(() -> read("{\"schemaVersion\": 2, \"title\": [" + "0,".repeat(9_000_000) + "0]}"))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("entries");
        }
    }

    private static SavedSession read(String text) throws FormatException {
        return SessionJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
