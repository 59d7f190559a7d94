package org.gatescope.ui.lane;

import static org.gatescope.picture.lane.Numbers.quantity;
import static org.gatescope.picture.lane.Numbers.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.BorderPane;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.picture.Family;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Numbers;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.axis.Ruler;
import org.gatescope.ui.transport.PlaybackPhase;
import org.gatescope.ui.transport.Transport;

/** The time views put together as the window does, for pictures and tests. */
final class TimeViews extends BorderPane {
    final ObjectProperty<TimeAxis> axis;
    final ObjectProperty<Tones> tones = new SimpleObjectProperty<>(Tones.LIGHT);
    final Ruler ruler;
    final LanesView lanes;
    final Transport transport = new Transport();

    /** @param listener of the lanes */
    TimeViews(int steps, LaneListener listener) {
        axis = new SimpleObjectProperty<>(TimeAxis.of(steps, 1));
        ruler = new Ruler(axis, tones);
        lanes = new LanesView(axis, tones, listener);
        setTop(ruler);
        setCenter(lanes);
        setBottom(transport);
        transport
                .phasesProperty()
                .set(List.of(
                        new PlaybackPhase("forward", 100, "forward"),
                        new PlaybackPhase("loss", 7, "loss"),
                        new PlaybackPhase("backward", 100, "backward"),
                        new PlaybackPhase("update", 7, "update")));
    }

    TimeViews at(int t, int position, String text) {
        ruler.currentProperty().set(t);
        lanes.setCurrent(t);
        transport.positionProperty().set(position);
        transport.positionTextProperty().set(text);
        return this;
    }

    /** An LSTM's lanes whose forward part reaches up to {@code forward} and whose backward part begins at {@code backward}. */
    TimeViews lstm(int steps, int units, int forward, int backward) {
        List<Lane> all = new ArrayList<>();
        Random random = new Random(7);
        for (String[] gate : new String[][] {{"i", "input gate"}, {"f", "forget gate"}, {"o", "output gate"}}) {
            Numbers numbers =
                    Numbers.of(steps, units, (t, u) -> 1 / (1 + Math.exp(-0.6 - 1.4 * random.nextGaussian())));
            all.add(lane(gate[0], quantity(gate[0]), gate[1], Family.GATES, numbers.computed(0, forward)));
        }
        for (String[] state : new String[][] {{"g", "candidate"}, {"c", "cell state"}, {"h", "hidden state"}}) {
            Numbers numbers = Numbers.of(steps, units, (t, u) -> Math.tanh(random.nextGaussian()));
            all.add(lane(state[0], quantity(state[0]), state[1], Family.VALUES, numbers.computed(0, forward)));
        }
        for (String[] state : new String[][] {{"c", "cell gradient"}, {"h", "hidden gradient"}}) {
            Numbers numbers =
                    Numbers.of(steps, units, (t, u) -> 0.6 * random.nextGaussian() * Math.exp(0.3 * (t - steps)));
            all.add(lane(
                    "d" + state[0],
                    derivative(state[0]),
                    state[1],
                    Family.GRADIENTS,
                    numbers.computed(backward, steps)));
        }
        lanes.setLanes(all);
        return this;
    }

    static Lane lane(String id, Formula name, String subtitle, Family family, LaneContent content) {
        return new Lane(id, name, subtitle, family, family == Family.GRADIENTS ? "Gradients" : "", content);
    }

    static Formula derivative(String name) {
        return row(
                new Formula.Symbol("∂", Style.OPERATOR),
                quantity("L"),
                new Formula.Symbol("/", Style.OPERATOR),
                new Formula.Symbol("∂", Style.OPERATOR),
                quantity(name));
    }
}
