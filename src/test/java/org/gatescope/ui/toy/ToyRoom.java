package org.gatescope.ui.toy;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Room;

/** As small as a room can be: a line about the run that is shown. */
public final class ToyRoom implements Room {
    public static final Texts TEXTS = Texts.of(ToyRoom.class);

    private final Label line = new Label();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Subscriptions open = new Subscriptions();

    public ToyRoom(Desk desk) {
        line.setId("toy");
        open.add(desk.workbench().followRuns(this::show));
    }

    private void show(Run run) {
        line.setText(TEXTS.get("lengths", run.session().lengths()));
    }

    @Override
    public List<Region> content() {
        return List.of(line);
    }

    @Override
    public BooleanProperty activeProperty() {
        return active;
    }

    @Override
    public void close() {
        open.unsubscribe();
    }
}
