package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gatescope.engine.Matrix;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An edit of a table changes that table and no other, and leaves the session that was edited as it was. */
@Execution(ExecutionMode.CONCURRENT)
class EditedTablesTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachTableIsEditedByItself(long seed) {
        Session session = any(seed);
        List<TableId> tables = RandomUser.tables(session);
        for (TableId id : tables) {
            Matrix before = session.table(id);
            Matrix wanted = before.map(value -> value + 1);
            Session edited = session.edit(id, table -> table.map(value -> value + 1));
            if (isTyped(session, id)) {
                assertThat(edited.table(id)).as("%s", id).isEqualTo(wanted);
            }
            assertThat(session.table(id)).as("%s in the session before", id).isEqualTo(before);
            for (TableId other : tables) {
                if (!other.equals(id) && !followsInput(session, other)) {
                    assertThat(edited.table(other))
                            .as("%s beside %s", other, id)
                            .isEqualTo(session.table(other));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsEditedBackIsEqualAgain(long seed) {
        Session session = any(seed);
        for (TableId id : RandomUser.tables(session)) {
            Matrix before = session.table(id);
            Session edited = session.edit(id, table -> table.map(value -> value + 1));
            if (isTyped(session, id)) {
                assertThat(edited.with(id, before)).as("%s", id).isEqualTo(session);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTableOfAnotherWidthIsRefused(long seed) {
        Session session = any(seed);
        for (TableId id : RandomUser.tables(session)) {
            Matrix table = session.table(id);
            if (table.rows() > 0) {
                assertThatIllegalArgumentException()
                        .as("%s", id)
                        .isThrownBy(() -> session.with(id, table.resized(table.rows(), table.columns() + 1)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotThereIsNeitherSaidToBeNorGiven(long seed) {
        Session session = any(seed);
        List<TableId> absent = new ArrayList<>(List.of(
                new TableId.Parameter("0.forward.nothing"),
                new TableId.InitialState("9.forward.h"),
                new TableId.FinalGradient("0.backward.nothing"),
                new TableId.Input(session.batch()),
                new TableId.Upstream(session.batch() + 3)));
        if (session.objective().isEmpty()) {
            absent.add(new TableId.Targets(0));
            absent.add(new TableId.Mask(0));
        }
        assertThat(absent).noneMatch(session::has);
        assertThat(RandomUser.tables(session)).allMatch(session::has);
    }

    private static Session any(long seed) {
        RandomUser user = RandomUser.of(seed);
        user.story(seed + 300_000, 12).forEach(user::act);
        return user.workbench().session().get();
    }

    /** Targets that are the next tokens are not those that are typed. */
    private static boolean isTyped(Session session, TableId id) {
        return !followsInput(session, id);
    }

    private static boolean followsInput(Session session, TableId id) {
        return id instanceof TableId.Targets
                && session.objective()
                        .map(objective -> objective.aim() == Objective.Aim.NEXT_TOKEN)
                        .orElse(false);
    }
}
