package org.gatescope.ui.inspect;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.HBox;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Example;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.session.number.NumberId;
import org.gatescope.session.number.NumberId.Given;
import org.gatescope.session.number.NumberId.GradientOfGiven;
import org.gatescope.session.number.NumberId.OfStep;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.render.Picture;
import org.gatescope.ui.selection.Selection;
import org.gatescope.ui.theme.Theme;

/** Panels beside each other, for looking at them: {@code InspectGallery light.png dark.png}. */
final class InspectGallery {
    private static final String PART = Selection.FIRST;

    private InspectGallery() {}

    public static void main(String[] files) throws Exception {
        List<NumberId> numbers = List.of(
                new NumberId.Loss(),
                new OfStep(ReadOut.KEY, "loss", 3, 0, 0),
                new OfStep(PART, "f.pre", 3, 0, 2),
                new OfStep(PART, "c'", 3, 0, 2),
                new OfStep(PART, "d.c'", 3, 0, 2),
                new OfStep(PART, "d.h'", 3, 0, 2),
                new GradientOfGiven(new TableId.Parameter(PART + ".Wx.f"), 2, 3),
                new Given(new TableId.Parameter(PART + ".Wx.f"), 2, 3),
                new OfStep(ReadOut.KEY, "y", 3, 0, 1));
        for (Theme theme : Theme.values()) {
            Picture.write(
                    Offscreen.call(() -> {
                        theme.apply();
                        HBox all = new HBox(8);
                        all.setStyle("-fx-background-color: -gs-border");
                        for (NumberId number : numbers) {
                            all.getChildren().add(panel(number, theme == Theme.DARK));
                        }
                        return Picture.of(all, 330 * numbers.size(), 780);
                    }),
                    Path.of(files[theme.ordinal()]));
        }
        System.exit(0);
    }

    private static InspectPanel panel(NumberId number, boolean dark) {
        Workbench workbench = new Workbench(Example.THREE_SENTENCES.session(), Runnable::run, Runnable::run);
        Selection selection = new Selection(workbench);
        InspectPanel panel = new InspectPanel(workbench, selection);
        panel.darkProperty().set(dark);
        selection.opened().set(new OfStep(PART, "d.c'", 2, 0, 2));
        selection.opened().set(new OfStep(PART, "d.h'", 4, 0, 2));
        selection.opened().set(number);
        return panel;
    }
}
