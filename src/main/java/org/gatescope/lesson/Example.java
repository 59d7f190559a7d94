package org.gatescope.lesson;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.ParameterName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Tokenizer;
import org.gatescope.session.Tokens;
import org.gatescope.session.Vocabulary;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;

/** The sessions that the app can open with. */
public enum Example {
    /** A trained LSTM in the middle of a sentence: what the app opens with. */
    AGREEMENT(ExampleGroup.FIRST_STEPS) {
        @Override
        public Session session() {
            return Agreement.session(subject());
        }

        @Override
        public Playhead placed(Playhead playhead) {
            return playhead.atStep(Phase.FORWARD, "0.forward", 3);
        }
    },
    /** Notebook C: three steps of two inputs, four units; a gradient of 0.01 … 0.04 arrives at each step. */
    SMALL_SEQUENCE(ExampleGroup.FIRST_STEPS) {
        @Override
        public Session session() {
            return smallSequence("rnn-tanh", 0.01, 0.02, 0.03, 0.04).withNumbers(this::notebookWeights);
        }
    },
    /** The same with its author's mistakes. */
    SMALL_SEQUENCE_AS_WRITTEN(ExampleGroup.NOTEBOOKS) {
        @Override
        public Session session() {
            return SMALL_SEQUENCE
                    .session()
                    .withTitle(subject())
                    .withMistakes(new MistakenRun(
                            EnumSet.of(
                                    Mistake.SLOPE_AT_LAST_STEP,
                                    Mistake.UPSTREAM_TWICE,
                                    Mistake.RECURRENT_GRADIENT_LOST,
                                    Mistake.WEIGHT_GRADIENT_FROM_PRODUCT,
                                    Mistake.UPDATE_WITHIN_LOOP),
                            new StepUpdate(0.01, true)));
        }
    },
    /** Notebook D: the same, but a gradient of 1 arrives at each step. */
    SMALL_SEQUENCE_ONES(ExampleGroup.NOTEBOOKS) {
        @Override
        public Session session() {
            return smallSequence("rnn-tanh", 1, 1, 1, 1).withNumbers(this::notebookWeights);
        }
    },
    SMALL_SEQUENCE_ONES_AS_WRITTEN(ExampleGroup.NOTEBOOKS) {
        @Override
        public Session session() {
            return SMALL_SEQUENCE_ONES
                    .session()
                    .withTitle(subject())
                    .withMistakes(new MistakenRun(
                            EnumSet.of(Mistake.STEP_COUNTER_STUCK, Mistake.UPDATE_WITHIN_LOOP),
                            new StepUpdate(0.001, false)));
        }
    },
    SMALL_SEQUENCE_LSTM(ExampleGroup.FIRST_STEPS) {
        @Override
        public Session session() {
            return smallSequence("lstm", 0.01, 0.02, 0.03, 0.04).withNumbers(numbers -> drawn(numbers, 1));
        }
    },
    SMALL_SEQUENCE_GRU(ExampleGroup.CELLS) {
        @Override
        public Session session() {
            return smallSequence("gru", 0.01, 0.02, 0.03, 0.04).withNumbers(numbers -> drawn(numbers, 1));
        }
    },
    /** A pulse, many steps, and a gradient that arrives at the last one: of a simple RNN nothing of it reaches the first. */
    VANISHING_RNN(ExampleGroup.WHY_LSTM) {
        @Override
        public Session session() {
            return longWay("rnn-tanh");
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    /** The same through an LSTM whose forget gate is open. */
    VANISHING_LSTM(ExampleGroup.WHY_LSTM) {
        @Override
        public Session session() {
            return longWay("lstm")
                    .edit(
                            new TableId.Parameter(new FullName("0.forward", ParameterName.FORGET_BIAS.text())),
                            b -> b.map(zero -> 4));
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    /** Notebook A: one step of three sequences with inputs so large that every unit saturates at 1. */
    SATURATED(ExampleGroup.NOTEBOOKS) {
        @Override
        public Session session() {
            Fill.Uniform weights = new Fill.Uniform(0.5, 3);
            return Session.zeros(subject(), BuiltInCells.cell("rnn-tanh"), 3, 1, 5, 6)
                    .withNumbers(numbers -> numbers.withInput(counted(3, 5))
                            .withParameters(Map.of(
                                    "0.forward.Wx.h", weights.matrix(5, 6).map(value -> value + 0.5),
                                    "0.forward.Wh.h", weights.matrix(6, 6).map(value -> value + 0.5),
                                    "0.forward.b.h", Matrix.filled(1, 6, 1)))
                            .withInitialState(Map.of("0.forward.h", counted(3, 6))))
                    .edit(new TableId.Upstream(0), zeros -> zeros.map(zero -> 1));
        }
    },
    /** Notebook E: an LSTM both ways that starts equal, with its author's forget gate, which is added to the cell state. */
    FORGET_ADDED(ExampleGroup.NOTEBOOKS) {
        @Override
        public Session session() {
            Layer layer = new Layer(BuiltInCells.cell("lstm-forget-added"), 4, Directions.FORWARD);
            Session one = Session.zeros(subject(), new Network(3, List.of(layer), Optional.empty()), 1, 5)
                    .withNumbers(numbers -> drawn(numbers, 1).withInput(new Fill.Normal(1, 9).matrix(5, 3)));
            Session both = Reshape.withLayer(one, 0, new Layer(layer.cell(), 4, Directions.BOTH))
                    .change()
                    .session();
            return both.edit(new TableId.Upstream(0), zeros -> zeros.map(zero -> 0.1));
        }
    },
    /** Words as one-hot inputs; a gradient of 1 arrives at the last step alone, and flows back from there. */
    SENTENCE(ExampleGroup.FIRST_STEPS) {
        @Override
        public Session session() {
            List<String> words = List.of("you", "have", "a", "pen", "and", "an", "apple");
            List<String> vocabulary = words.stream().sorted().toList();
            int hidden = 6;
            Matrix ones = Matrix.filled(1, hidden, 1);
            Session session = Session.zeros(
                            subject(), BuiltInCells.cell("lstm"), 1, words.size(), vocabulary.size(), hidden)
                    .with(new TableId.Input(0), oneHot(words, vocabulary))
                    .edit(new TableId.Upstream(0), zeros -> zeros.withRows(words.size() - 1, 1, ones))
                    .withNumbers(numbers -> drawn(numbers, 3));
            return session.withVocabulary(Vocabulary.of(vocabulary));
        }
    },
    /** Notebook D's sentences through three layers of different cells; each word should tell the next. */
    THREE_SENTENCES(ExampleGroup.CELLS) {
        @Override
        public Session session() {
            Tokens tokens = Tokenizer.WORDS.fit("I have a pen.\nI have an apple\nYou have pen and apple.");
            if (!(tokens instanceof Tokens.Tokenized text)) {
                throw new IllegalStateException("the sentences are short");
            }
            int words = text.vocabulary().size();
            List<Layer> layers = List.of(
                    new Layer(BuiltInCells.cell("lstm"), 5, Directions.BOTH),
                    new Layer(BuiltInCells.cell("gru"), 4, Directions.BOTH),
                    new Layer(BuiltInCells.cell("rnn-tanh"), 6, Directions.FORWARD));
            ReadOut readOut = new ReadOut(words, true, ReadOut.Activation.SOFTMAX);
            Network network = new Network(words, Optional.of(new Embedding(4)), layers, Optional.empty());
            Session zeros = Reshape.withText(Session.zeros(subject(), network, 1, 1), text)
                    .change()
                    .session();
            return Reshape.withReadOut(zeros, Optional.of(readOut))
                    .change()
                    .session()
                    .withTitle(subject())
                    .withNumbers(numbers -> drawn(numbers, 5));
        }

        @Override
        public Playhead placed(Playhead playhead) {
            return playhead.atStep(Phase.FORWARD, "0.forward", 1);
        }
    },
    /** An echo state network that repeats its input of some steps ago, once its read-out is solved. */
    ECHO_STATE(ExampleGroup.TRAINING) {
        @Override
        public Session session() {
            return Reservoir.session(subject());
        }

        @Override
        public boolean trains() {
            return true;
        }
    },
    /** A linear network whose recurrent weights are too large: at the first step the gradient is thousands. */
    EXPLODING(ExampleGroup.GRADIENTS) {
        @Override
        public Session session() {
            return longWay("rnn-identity", 0.9);
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    /** Recurrent weights that are the identity: what is above zero passes as it is (Le, Jaitly and Hinton 2015). */
    IDENTITY_MATRIX(ExampleGroup.GRADIENTS) {
        @Override
        public Session session() {
            return longWay("rnn-relu")
                    .edit(new TableId.Parameter(new FullName("0.forward", "Wh.h")), old -> identity(old.rows()));
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    /** The LSTM that lets the gradient through, but in chunks of steps. */
    TRUNCATED(ExampleGroup.GRADIENTS) {
        @Override
        public Session session() {
            return VANISHING_LSTM
                    .session()
                    .withTitle(subject())
                    .withNumbers(numbers -> numbers.withTruncation(Truncation.chunks(5)));
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    /** Without its clipping the first updates throw this network so far that it never comes back. */
    CLIPPING(ExampleGroup.TRAINING) {
        @Override
        public Session session() {
            return Clipped.session(subject());
        }

        @Override
        public boolean trains() {
            return true;
        }
    },
    PEEPHOLES(ExampleGroup.CELLS) {
        @Override
        public Session session() {
            return smallSequence("lstm-peephole", 0.01, 0.02, 0.03, 0.04)
                    .withNumbers(numbers -> filled(drawn(numbers, 1), ".p.", 0.5));
        }
    },
    /** Gates that see the input alone. */
    MIN_GRU(ExampleGroup.CELLS) {
        @Override
        public Session session() {
            return smallSequence("min-gru", 0.01, 0.02, 0.03, 0.04).withNumbers(numbers -> drawn(numbers, 1));
        }
    },
    /** The sentence whose gradient arrives at its last word, and is not passed on from there. */
    LOST_GRADIENT(ExampleGroup.MISTAKES) {
        @Override
        public Session session() {
            return SENTENCE.session().withTitle(subject()).withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
        }

        @Override
        public boolean showsFlow() {
            return true;
        }
    },
    MISSING_TRANSPOSE(ExampleGroup.MISTAKES) {
        @Override
        public Session session() {
            return SMALL_SEQUENCE.session().withTitle(subject()).withMistake(Mistake.TRANSPOSE_MISSING, true);
        }
    },
    /** Each sentence begins with the state in which the one before it ended. */
    STATE_KEPT(ExampleGroup.MISTAKES) {
        @Override
        public Session session() {
            return AGREEMENT.session().withTitle(subject()).withMistake(Mistake.STATE_NOT_RESET, true);
        }
    };

    private static final Texts TEXTS = Texts.of(Example.class);

    private final ExampleGroup group;

    Example(ExampleGroup group) {
        this.group = group;
    }

    /** Where it stands in the gallery. */
    public ExampleGroup group() {
        return group;
    }

    /** The example as it is when opened. */
    public abstract Session session();

    /** Where it is shown first, on the way to its end: all played, unless said otherwise. */
    public Playhead placed(Playhead playhead) {
        return playhead.toEnd();
    }

    /** True if the gradient flow is what it is about. */
    public boolean showsFlow() {
        return false;
    }

    /** True if it is about its training. */
    public boolean trains() {
        return false;
    }

    /** Shows it in a workbench, as one step of undo. @param label of that step, in the user's words */
    public void open(Workbench workbench, String label) {
        workbench.open(label, session(), this::placed);
    }

    /** What it shows, in a line. */
    public String purpose() {
        return TEXTS.get("purpose." + id());
    }

    /** As it is written on the command line: {@code small-sequence}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the user's language. */
    public String title() {
        return TEXTS.get("example." + id());
    }

    /** What its session is about, whatever the cell: how its title begins. */
    String subject() {
        return TEXTS.get("subject." + id());
    }

    /** The example of an id; empty if there is none. */
    public static Optional<Example> of(String id) {
        return Arrays.stream(values())
                .filter(example -> example.id().equals(id))
                .findFirst();
    }

    Session smallSequence(String cell, double... upstream) {
        Matrix input = Matrix.of(new double[][] {{0.01, 0.02}, {0.02, 0.03}, {0.03, 0.04}});
        Matrix row = Matrix.row(upstream);
        return Session.zeros(subject(), BuiltInCells.cell(cell), 1, 3, 2, 4)
                .with(new TableId.Input(0), input)
                .with(new TableId.Upstream(0), row.rearranged(3, 4, step -> 0));
    }

    /** The same with weights that recur that are small. */
    Session longWay(String cell) {
        return longWay(cell, 0.3);
    }

    /** Letters of which only the first matters; a gradient of 1 arrives at the last. @param share of weights that recur */
    Session longWay(String cell, double share) {
        List<String> vocabulary = List.of("A", "x", "y", "z", "?");
        List<String> letters = List.of("A x y z y x x z y z x y z x y y z x z ?".split(" "));
        int hidden = 6;
        int steps = letters.size();
        Session zeros = Session.zeros(subject(), BuiltInCells.cell(cell), 1, steps, vocabulary.size(), hidden)
                .with(new TableId.Input(0), oneHot(letters, vocabulary))
                .edit(new TableId.Upstream(0), none -> none.withRows(steps - 1, 1, Matrix.filled(1, hidden, 1)));
        return zeros.withVocabulary(Vocabulary.of(vocabulary)).withNumbers(numbers -> {
            NetworkInputs drawn = drawn(numbers, 7);
            Map<String, Matrix> parameters = new LinkedHashMap<>(drawn.parameters());
            parameters.replaceAll(
                    (name, matrix) -> name.contains(".Wh.") ? matrix.map(value -> share * value) : matrix);
            return drawn.withParameters(parameters);
        });
    }

    NetworkInputs notebookWeights(NetworkInputs numbers) {
        Matrix fromInput = Matrix.of(new double[][] {{0.01, 0.03, 0.05, 0.07}, {0.03, 0.05, 0.07, 0.08}});
        Matrix fromState = Matrix.of(new double[][] {
            {0.01, 0.03, 0.05, 0.07}, {0.02, 0.04, 0.06, 0.08}, {0.03, 0.05, 0.07, 0.08}, {0.04, 0.06, 0.08, 0.10}
        });
        return numbers.withParameters(Map.of(
                "0.forward.Wx.h", fromInput, "0.forward.Wh.h", fromState, "0.forward.b.h", Matrix.row(1, 1, 1, 1)));
    }

    /** Matrices drawn with standard deviation 0.8, each with a seed of its own; vectors zero, the forget bias 1. */
    static NetworkInputs drawn(NetworkInputs numbers, long firstSeed) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        long seed = firstSeed;
        for (Map.Entry<String, Matrix> parameter : new TreeMap<>(numbers.parameters()).entrySet()) {
            String name = parameter.getKey();
            Matrix zeros = parameter.getValue();
            boolean isVector = zeros.rows() == 1;
            Fill fill = isVector
                    ? new Fill.Constant(FullName.of(name).local().equals(ParameterName.FORGET_BIAS.text()) ? 1 : 0)
                    : new Fill.Normal(0.8, seed++);
            parameters.put(name, fill.matrix(zeros.rows(), zeros.columns()));
        }
        return numbers.withParameters(parameters);
    }

    private static NetworkInputs filled(NetworkInputs numbers, String named, double value) {
        Map<String, Matrix> parameters = new LinkedHashMap<>(numbers.parameters());
        parameters.replaceAll((name, matrix) -> name.contains(named) ? matrix.map(old -> value) : matrix);
        return numbers.withParameters(parameters);
    }

    private static Matrix identity(int size) {
        double[][] values = new double[size][size];
        for (int i = 0; i < size; i++) {
            values[i][i] = 1;
        }
        return Matrix.of(values);
    }

    /** 0, 1, 2, … row by row. */
    private static Matrix counted(int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            values[i / columns][i % columns] = i;
        }
        return Matrix.of(values);
    }

    private static Matrix oneHot(List<String> words, List<String> vocabulary) {
        double[][] rows = new double[words.size()][vocabulary.size()];
        for (int t = 0; t < rows.length; t++) {
            rows[t][vocabulary.indexOf(words.get(t))] = 1;
        }
        return Matrix.of(rows);
    }
}
