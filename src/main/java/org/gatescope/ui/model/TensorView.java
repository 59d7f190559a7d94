package org.gatescope.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Band;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.picture.Blank;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.chart.TensorPicture;
import org.gatescope.picture.chart.TensorPicture.Part;
import org.gatescope.picture.table.GridOverview;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/** A tensor as a heatmap, with the parts of it that became parameters. */
final class TensorView extends VBox {
    private static final Texts TEXTS = Texts.of(TensorView.class);
    /** Pixels along a side. */
    private static final int FINEST = 512;

    private final Label title = new Label();
    private final ProblemLabel problem = new ProblemLabel();
    private final Drawn drawn = new Drawn(this::picture);
    private final BackgroundTask reading;
    private @Nullable NamedTensor tensor;
    private @Nullable Raster raster;
    private Optional<FoundNetwork> found = Optional.empty();
    private List<Band> bands = List.of();
    private String lit = "";
    private Theme theme = Theme.LIGHT;

    TensorView(BackgroundTask reading) {
        this.reading = reading;
        getStyleClass().add("tensor-view");
        title.getStyleClass().add("section-title");
        title.setId("import-tensor");
        drawn.setId("import-map");
        drawn.setMinSize(120, 120);
        VBox.setVgrow(drawn, Priority.ALWAYS);
        getChildren().setAll(title, problem, drawn);
    }

    /** Shows a tensor; its numbers are read meanwhile. */
    void show(NamedTensor shown) {
        tensor = shown;
        title.setText(shown.name());
        frame();
        read(shown);
    }

    /** The colours of a theme. */
    void wear(Theme worn) {
        theme = worn;
        if (tensor != null) {
            read(tensor);
        }
    }

    private void read(NamedTensor shown) {
        raster = null;
        Ground ground = theme.tones().ground();
        drawn.redraw();
        reading.start(progress -> read(shown, ground), this::coloured, failure -> refuse(failure.sentence()));
    }

    /** @param problem a sentence that says why there are no colours; empty for none */
    private record Coloured(Optional<Raster> colours, String problem) {}

    private static Coloured read(NamedTensor tensor, Ground ground) {
        try {
            TensorContent content = TensorContent.of(tensor, ground);
            return content.rows() == 0 || content.columns() == 0
                    ? new Coloured(Optional.empty(), TEXTS.get("map.empty"))
                    : new Coloured(Optional.of(GridOverview.of(content, FINEST, (done, all) -> true)), "");
        } catch (FormatException e) {
            return new Coloured(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private void coloured(Coloured read) {
        raster = read.colours().orElse(null);
        refuse(read.problem());
        drawn.redraw();
    }

    private void refuse(String sentence) {
        problem.refuse(sentence);
    }

    /** The network that was recognised; empty where there is none. */
    void show(Optional<FoundNetwork> recognised) {
        found = recognised;
        frame();
    }

    /** Picks out the part that became a parameter. @param parameter full name; empty for none */
    void light(String parameter) {
        lit = parameter;
        drawn.redraw();
    }

    private void frame() {
        bands = tensor == null || found.isEmpty() ? List.of() : Band.of(tensor, found.get());
        drawn.setAccessibleText(
                bands.isEmpty() ? TEXTS.get("map.unused") : TEXTS.get("map.parts", String.join(", ", names())));
        drawn.redraw();
    }

    private List<String> names() {
        return bands.stream().map(this::name).toList();
    }

    private String name(Band band) {
        return PartWords.parameter(found.orElseThrow().network(), band.parameter());
    }

    private Picture picture(double width, double height) {
        if (raster == null || tensor == null) {
            return new Blank(width, height);
        }
        List<Part> parts = bands.stream()
                .map(band -> new Part(name(band), band.row(), band.rows(), band.column(), band.columns()))
                .toList();
        int picked = bands.stream().map(Band::parameter).toList().indexOf(lit);
        return new TensorPicture(
                raster,
                Band.rows(tensor.dimensions()),
                Band.columns(tensor.dimensions()),
                parts,
                picked,
                theme.tones(),
                width,
                height);
    }
}
