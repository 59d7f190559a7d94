package org.gatescope.format.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.Choices.Aim;
import org.gatescope.session.Feature;
import org.gatescope.session.Objective;
import org.gatescope.session.Sequences;
import org.gatescope.session.Split;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table is taken for, and the sequences that come of it. */
class SequencingTest {
    @TempDir
    private Path folder;

    private ColumnTable table(String... texts) throws Exception {
        List<Path> paths = IntStream.range(0, texts.length)
                .mapToObj(i -> folder.resolve(i + ".csv"))
                .toList();
        for (int i = 0; i < texts.length; i++) {
            Files.writeString(paths.get(i), texts[i]);
        }
        DataFiles files = DataFiles.of(paths);
        return files.read(files.found().orElseThrow().form());
    }

    private static Sequences sequences(ColumnTable table) throws FormatException {
        return Sequencing.of(table, Recognition.of(table).choices(), Split.NONE, "data");
    }

    /** (T, D) of a sequence. */
    private static double[][] input(Sequences of, int n) {
        return of.input().rows(n, of.lengths().size(), of.steps()).toArray();
    }

    @Nested
    class Roles {
        private void are(String text, Role... roles) throws Exception {
            assertThat(Recognition.of(table(text)).choices().roles()).containsExactly(roles);
        }

        @Test
        void areReadFromNames() throws Exception {
            are(
                    "patient_id,time,temperature,label\n1,0,36.5,ill\n1,1,37,ill\n2,0,36,well\n2,1,36,well\n",
                    Role.SEQUENCE,
                    Role.TIME,
                    Role.INPUT,
                    Role.TARGET);
        }

        @Test
        void areReadFromWhatColumnsHold() throws Exception {
            are("2026-01-01,5,up\n2026-01-02,6,down\n2026-01-03,7,up\n", Role.TIME, Role.INPUT, Role.TARGET);
            are("0,5,6\n1,6,4\n2,7,5\n", Role.TIME, Role.INPUT, Role.INPUT);
            are("a,b\n0.5,5\n1,6\n", Role.INPUT, Role.INPUT);
            are("x,y\n0.5,5\n1,6\n", Role.INPUT, Role.TARGET);
            are("id,x\n1,5\n2,6\n3,6.5\n", Role.UNUSED, Role.INPUT); // each row another: no sequences
            are("x,v\n1,5\n2,6\n3,6.5\n", Role.INPUT, Role.INPUT);
        }

        @Test
        void leaveSomethingToComeIn() throws Exception {
            are("y\n1\n2\n4\n", Role.INPUT);
        }

        @Test
        void oneColumnAloneTellsTimeOrSequence() throws Exception {
            Choices choices =
                    Recognition.of(table("time,a,b\n0,1,2\n1,2,3\n")).choices().withRole(1, Role.TIME);
            assertThat(choices.roles()).containsExactly(Role.UNUSED, Role.TIME, Role.INPUT);
        }
    }

    @Test
    void aColumnTellsSequencesApart() throws Exception {
        Sequences read = sequences(table("id,x,label\na,1,p\na,2,p\nb,3,q\na,-1,p\n"));
        assertThat(read.lengths()).containsExactly(3, 1);
        assertThat(read.steps()).isEqualTo(3);
        assertThat(input(read, 0)).isDeepEqualTo(new double[][] {{1}, {2}, {-1}});
        assertThat(input(read, 1)).isDeepEqualTo(new double[][] {{3}, {0}, {0}});
        assertThat(read.readOut()).isEqualTo(new ReadOut(2, false, Activation.SOFTMAX));
        assertThat(read.objective().targets()).isEqualTo(Matrix.of(new double[][] {{1, 0}, {0, 1}}));
        assertThat(read.features().outputs()).extracting(Feature::name).containsExactly("p", "q");
    }

    @Test
    void eachFileIsASequence() throws Exception {
        Sequences read = sequences(table("a,y\n1,0.5\n2,1\n", "a,y\n3,0.25\n"));
        assertThat(read.lengths()).containsExactly(2, 1);
        assertThat(read.readOut()).isEqualTo(new ReadOut(1, true, Activation.IDENTITY));
        assertThat(read.objective().targets()).isEqualTo(Matrix.of(new double[][] {{0.5}, {0.25}, {1}, {0}}));
        assertThat(read.objective().mask()).isEqualTo(Matrix.of(new double[][] {{1}, {1}, {1}, {0}}));
    }

    @Test
    void withoutTargetsTheNextRowIs() throws Exception {
        Sequences read = sequences(table("a,b\n1,2\n3,2.5\n0,1\n"));
        assertThat(read.objective().aim()).isEqualTo(Objective.Aim.NEXT_TOKEN);
        assertThat(read.readOut()).isEqualTo(new ReadOut(2, true, Activation.IDENTITY));
    }

    @Test
    void wordsAreOneHotAndAVocabularyWhereTheyAreAlone() throws Exception {
        Sequences alone = sequences(table("word\nthe\ndog\nthe\n"));
        assertThat(alone.vocabulary().tokens()).containsExactly("the", "dog");
        assertThat(input(alone, 0)).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {1, 0}});
        assertThat(alone.readOut().activation()).isEqualTo(Activation.SOFTMAX);
        Sequences beside = sequences(table("wind,speed,y\nnorth,1,0.5\nsouth,2,1\n"));
        assertThat(beside.vocabulary().tokens()).isEmpty();
        assertThat(beside.features().inputs())
                .extracting(Feature::name)
                .containsExactly("wind=north", "wind=south", "speed");
    }

    @Test
    void numbersCanNameClasses() throws Exception {
        ColumnTable table = table("x,label\n1,3\n2,0\n3,3\n");
        Sequences read = sequences(table);
        assertThat(read.features().outputs()).extracting(Feature::name).containsExactly("0", "3");
        assertThat(read.objective().targets()).isEqualTo(Matrix.of(new double[][] {{0, 1}, {1, 0}, {0, 1}}));
    }

    @Test
    void aMissingTargetDoesNotCountAndAMissingInputIsRefused() throws Exception {
        Sequences read = sequences(table("x,y\n1,0.5\n2,\n3,nan\n"));
        assertThat(read.objective().mask()).isEqualTo(Matrix.of(new double[][] {{1}, {0}, {0}}));
        ColumnTable gaps = table("x,y\n1,0.5\n,1\n");
        assertThatThrownBy(() -> sequences(gaps))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("“x” holds no number or word in row 2");
        ColumnTable infinite = table("x,y\ninf,0.5\n2,1\n");
        assertThatThrownBy(() -> sequences(infinite)).hasMessageContaining("row 1");
    }

    @Nested
    class Scaled {
        private Sequences scaled(String text, Scaling scaling, Split split) throws Exception {
            ColumnTable table = table(text);
            return Sequencing.of(table, Recognition.of(table).choices().withScaling(scaling), split, "");
        }

        /** 10, 20, 30: mean 20, deviation √(200/3). */
        @Test
        void toMeanAndDeviation() throws Exception {
            Sequences read = scaled("x,y\n10,1\n20,1\n30,1\n", Scaling.STANDARD, Split.NONE);
            double deviation = Math.sqrt(200 / 3.0);
            assertThat(input(read, 0)[0][0]).isCloseTo(-10 / deviation, within(1e-15));
            assertThat(input(read, 0)[1][0]).isZero();
            assertThat(read.features().inputs().getFirst().original(input(read, 0)[2][0]))
                    .isCloseTo(30, within(1e-13));
            assertThat(read.features().outputs()).containsExactly(new Feature("y", 1, 1)); // never changes
        }

        @Test
        void toTheRangeFrom0To1() throws Exception {
            Sequences read = scaled("x,y\n-10,5\n20,7\n30,9\n", Scaling.UNIT, Split.NONE);
            assertThat(input(read, 0)).isDeepEqualTo(new double[][] {{0}, {0.75}, {1}});
            assertThat(read.objective().targets()).isEqualTo(Matrix.of(new double[][] {{0}, {0.5}, {1}}));
            assertThat(read.features().originalOutput(0, 0.5)).isEqualTo(7);
        }

        @Test
        void byWhatIsTrainedOnAlone() throws Exception {
            Sequences read = scaled("id,x\n1,0\n1,4\n2,100\n2,-100\n", Scaling.UNIT, Split.last(1));
            assertThat(input(read, 1)).isDeepEqualTo(new double[][] {{25}, {-25}});
        }

        @Test
        void ofAnySize() throws Exception {
            Sequences read = scaled("x,y\n1.7e308,1\n-1.7e308,1\n1e308,1\n", Scaling.STANDARD, Split.NONE);
            assertThat(read.features().inputs().getFirst().scale()).isBetween(1e308, 1.7e308);
            Sequences wide = scaled("x,y\n1.7e308,1\n-1.7e308,1\n", Scaling.UNIT, Split.NONE);
            assertThat(wide.features().inputs().getFirst().scale()).isPositive().isFinite();
        }
    }

    @Test
    void whatCannotBeIsSaid() throws Exception {
        ColumnTable table = table("x,y\n1,2\n3,4\n");
        Choices choices = Recognition.of(table).choices();
        refuses(table, choices.withRole(0, Role.UNUSED), "No column is an input");
        refuses(table, choices.withRole(1, Role.UNUSED), "No column is a target");
        ColumnTable one = table("x\n1\n");
        refuses(one, Recognition.of(one).choices(), "No sequence has a second row");
        ColumnTable mixed = table("x,label,class\n1,a,b\n2,b,b\n");
        refuses(mixed, Recognition.of(mixed).choices(), "one column of words");
    }

    private static void refuses(ColumnTable table, Choices choices, String says) {
        assertThatThrownBy(() -> Sequencing.of(table, choices, Split.NONE, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(says);
    }

    /** One long sequence and many short ones would be filled up to more than there is room for. */
    @Test
    void moreThanASessionHoldsIsRefusedBeforeItIsMade() {
        int rows = 100_000;
        double[] ids = new double[rows];
        for (int i = rows / 2; i < rows; i++) {
            ids[i] = i;
        }
        ColumnTable table = new ColumnTable(
                List.of(new Column.Numbers("id", ids), new Column.Numbers("x", new double[rows])), rows);
        Choices choices = new Choices(List.of(Role.SEQUENCE, Role.INPUT), Aim.NEXT_ROW, false, Scaling.NONE);
        refuses(table, choices, "50,001 sequences of up to 50,000 steps");
    }
}
