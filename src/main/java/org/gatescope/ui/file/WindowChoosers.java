package org.gatescope.ui.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.gatescope.format.data.DataFiles;
import org.gatescope.format.session.SessionFile;
import org.gatescope.text.Texts;

/** The system's choosers of files, and questions in a window of their own. */
public final class WindowChoosers implements Choosers {
    private static final Texts TEXTS = Texts.of(WindowChoosers.class);

    private static final String[] MODELS = {
        "*.pt", "*.pth", "*.ckpt", "*.safetensors", "*.npz", "*.h5", "*.hdf5", "*.keras", "*.onnx", "*.json"
    };
    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_COLUMNS = 70;

    private final Window owner;
    private final Supplier<Optional<Path>> folder;
    private final Consumer<Path> onFolder;

    /**
     * @param folder   that was used last
     * @param onFolder told of the folder that is used now
     */
    public WindowChoosers(Window owner, Supplier<Optional<Path>> folder, Consumer<Path> onFolder) {
        this.owner = owner;
        this.folder = folder;
        this.onFolder = onFolder;
    }

    @Override
    public Choosers over(Window asking) {
        return new WindowChoosers(asking, folder, onFolder);
    }

    @Override
    public List<Path> toOpen() {
        return several(chooser("choose.open", filter("choose.sessions", "*" + SessionFile.ENDING)));
    }

    @Override
    public List<Path> toImport() {
        return several(chooser("choose.import", filter("choose.models", MODELS)));
    }

    @Override
    public Optional<Path> toImportFolder() {
        return folder("choose.checkpoints");
    }

    @Override
    public Optional<Path> toFolder() {
        return folder("choose.folder");
    }

    private Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get(title));
        folder.get().filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        chosen.ifPresent(this::remember);
        return chosen;
    }

    @Override
    public Optional<Path> toTest(Window asking) {
        FileChooser chooser = chooser("choose.test", filter("choose.arrays", "*.npy"));
        Optional<Path> file =
                Optional.ofNullable(chooser.showOpenDialog(asking)).map(File::toPath);
        file.ifPresent(this::remember);
        return file;
    }

    @Override
    public List<Path> toImportData() {
        String[] endings =
                DataFiles.ENDINGS.stream().map(ending -> "*." + ending).toArray(String[]::new);
        return several(chooser("choose.import-data", filter("choose.data", endings)));
    }

    private List<Path> several(FileChooser chooser) {
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        List<Path> files =
                chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
        files.stream().findFirst().ifPresent(this::remember);
        return files;
    }

    @Override
    public Optional<Path> toSave(String name) {
        FileChooser chooser = chooser("choose.save", filter("choose.sessions", "*" + SessionFile.ENDING));
        chooser.setInitialFileName(name.endsWith(SessionFile.ENDING) ? name : name + SessionFile.ENDING);
        Optional<Path> file = Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        file.ifPresent(this::remember);
        return file;
    }

    private static ExtensionFilter filter(String name, String... patterns) {
        return new ExtensionFilter(TEXTS.get(name), patterns);
    }

    @Override
    public Optional<Path> toExport(String name, List<String> endings) {
        List<ExtensionFilter> filters = endings.stream()
                .map(ending -> new ExtensionFilter("*" + ending, "*" + ending))
                .toList();
        FileChooser chooser = chooser("choose.export", filters.getFirst());
        chooser.setInitialFileName(name + endings.getFirst());
        chooser.getExtensionFilters().setAll(filters);
        Optional<Path> file = Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        file.ifPresent(this::remember);
        return file;
    }

    @Override
    public void show(String title, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefRowCount(SHOWN_ROWS);
        area.setPrefColumnCount(SHOWN_COLUMNS);
        Alert alert = new Alert(Alert.AlertType.NONE, "", new ButtonType(TEXTS.get("close"), ButtonData.CANCEL_CLOSE));
        alert.initOwner(owner);
        alert.setTitle(TEXTS.get("app"));
        alert.setHeaderText(title);
        alert.getDialogPane().setContent(area);
        alert.setResizable(true);
        alert.showAndWait();
    }

    private FileChooser chooser(String title, ExtensionFilter first) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get(title));
        chooser.getExtensionFilters().setAll(first, filter("choose.all", "*"));
        folder.get().filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private void remember(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            onFolder.accept(parent);
        }
    }

    @Override
    public Answer onLoss(String name) {
        ButtonType save = new ButtonType(TEXTS.get("loss.save"), ButtonData.YES);
        ButtonType drop = new ButtonType(TEXTS.get("loss.drop"), ButtonData.NO);
        ButtonType cancel = new ButtonType(TEXTS.get("cancel"), ButtonData.CANCEL_CLOSE);
        ButtonType answer = ask(TEXTS.get("loss", name), TEXTS.get("loss.details"), save, drop, cancel);
        return answer == save ? Answer.SAVE : answer == drop ? Answer.DROP : Answer.CANCEL;
    }

    @Override
    public Overtaken onOvertaken(String name) {
        ButtonType elsewhere = new ButtonType(TEXTS.get("save-as"), ButtonData.YES);
        ButtonType overwrite = new ButtonType(TEXTS.get("overtaken.overwrite"), ButtonData.NO);
        ButtonType cancel = new ButtonType(TEXTS.get("cancel"), ButtonData.CANCEL_CLOSE);
        ButtonType answer =
                ask(TEXTS.get("overtaken", name), TEXTS.get("overtaken.details"), elsewhere, overwrite, cancel);
        return answer == elsewhere ? Overtaken.ELSEWHERE : answer == overwrite ? Overtaken.OVERWRITE : Overtaken.CANCEL;
    }

    /** @param buttons the last one cancels */
    private ButtonType ask(String question, String details, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.NONE, details, buttons);
        alert.initOwner(owner);
        alert.setTitle(TEXTS.get("app"));
        alert.setHeaderText(question);
        return alert.showAndWait().orElse(buttons[buttons.length - 1]);
    }
}
