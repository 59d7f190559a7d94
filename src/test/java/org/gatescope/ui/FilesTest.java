package org.gatescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gatescope.Wording.saying;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gatescope.Wording;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.format.code.CodeTarget;
import org.gatescope.format.figure.FigureWidth;
import org.gatescope.format.session.HoldingProgram;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.SafetensorsReader;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Stretch;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.file.Choosers;
import org.gatescope.ui.paint.ScreenColour;
import org.gatescope.ui.settings.Settings;
import org.gatescope.ui.settings.SettingsFile;
import org.gatescope.ui.settings.WindowPlace;
import org.gatescope.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Files as a user of the app has them: by keys and menu, in windows of their own. */
@SuppressWarnings("NullAway.Init")
class FilesTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new SwiftRobot();
    private final Answers answers = new Answers();
    private AppWindows windows;
    private SettingsFile settings;

    /** A user who has made up their mind. */
    private static final class Answers implements Choosers {
        private final List<Path> toOpen = new ArrayList<>();
        private final Deque<Path> toTest = new ArrayDeque<>();
        private final List<Path> toImportData = new ArrayList<>();
        private final Deque<Path> toSave = new ArrayDeque<>();
        private final Deque<Answer> onLoss = new ArrayDeque<>();
        private final Deque<Overtaken> onOvertaken = new ArrayDeque<>();
        private String suggested = "";
        private String shown = "";

        @Override
        public List<Path> toOpen() {
            return List.copyOf(toOpen);
        }

        @Override
        public List<Path> toImport() {
            return List.copyOf(toOpen);
        }

        @Override
        public Optional<Path> toImportFolder() {
            return toOpen.stream().findFirst();
        }

        @Override
        public Optional<Path> toFolder() {
            return toOpen.stream().findFirst();
        }

        @Override
        public Optional<Path> toTest(Window asking) {
            return Optional.ofNullable(toTest.poll());
        }

        @Override
        public List<Path> toImportData() {
            return List.copyOf(toImportData);
        }

        @Override
        public Optional<Path> toSave(String name) {
            suggested = name;
            return Optional.ofNullable(toSave.poll());
        }

        @Override
        public Optional<Path> toExport(String name, List<String> endings) {
            suggested = name;
            return Optional.ofNullable(toSave.poll());
        }

        @Override
        public Choosers over(Window asking) {
            return this;
        }

        @Override
        public void show(String title, String text) {
            shown = text;
        }

        @Override
        public Answer onLoss(String name) {
            return onLoss.remove();
        }

        @Override
        public Overtaken onOvertaken(String name) {
            return onOvertaken.remove();
        }
    }

    @BeforeEach
    void prepare() throws Exception {
        settings = new SettingsFile(folder.resolve("settings.json"));
        settings.save(Settings.defaults().withWindow(new WindowPlace(0, 0, 900, 760, false)));
        FxToolkit.registerPrimaryStage();
    }

    private void launch(Path... files) throws TimeoutException {
        FxToolkit.setupStage(stage -> {
            windows = new AppWindows(settings, (owner, last, onFolder) -> answers);
            windows.start(stage, List.of(files));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        FxToolkit.cleanupStages();
    }

    private Path saved(String name, Session session, long position) throws FormatException {
        Path file = folder.resolve(name);
        SessionFile.write(
                new SavedSession(
                        session,
                        position,
                        List.of(new OnStep(1, true)),
                        List.of(),
                        java.util.Map.of("panels", "tables no-network no-flow no-why cell room:training")),
                file);
        return file;
    }

    private static Session small() {
        return Session.zeros("small", BuiltInCells.cell("gru"), 1, 3, 1, 2);
    }

    private List<String> titles() {
        return onWindow(() ->
                windows.all().stream().map(window -> window.stage().getTitle()).toList());
    }

    private static <T> T onWindow(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, what);
    }

    private void waitForTitles(String... titles) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> titles().equals(List.of(titles)));
        } catch (TimeoutException e) {
            assertThat(titles()).containsExactly(titles);
        }
    }

    private void chord(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Stage front() {
        return onWindow(() -> windows.all().getLast().stage());
    }

    private Node node(String id) {
        return onWindow(() -> front().getScene().getRoot().lookup("#" + id));
    }

    /** Types a size: an edit as any other. */
    private void edit() {
        robot.interact(() -> {
            ((javafx.scene.control.TextField) node("size-hidden")).requestFocus();
            ((javafx.scene.control.TextField) node("size-hidden")).setText("3");
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean says(String text) {
        return onWindow(() -> front().getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(text)));
    }

    private boolean hasTour() {
        return onWindow(() -> front().getScene().getRoot().lookup("#tour").isVisible());
    }

    @Test
    void onlyTheVeryFirstStartHasATour() throws Exception {
        launch();
        assertThat(hasTour()).isFalse();
        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        settings = new SettingsFile(folder.resolve("none/settings.json"));
        launch(saved("given.gatescope", small(), 1));
        assertThat(hasTour()).isFalse();
        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        settings = new SettingsFile(folder.resolve("neither/settings.json"));
        launch();
        assertThat(hasTour()).isTrue();
        assertThat(settings.load().isFirst())
                .as("it would come again after a crash")
                .isFalse();
        launch();
        assertThat(hasTour()).isFalse();
    }

    @Test
    void whatIsMadeIsSavedAndOpenedAsItWas() throws Exception {
        launch();
        Path file = folder.resolve("mine.gatescope");
        answers.toSave.add(file);
        edit();
        waitForTitles("• The dog near the cats – Gatescope");

        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope");
        Session made = SessionFile.read(file).session();
        assertThat(made.network().layers().getFirst().hidden()).isEqualTo(3);
        assertThat(answers.suggested).isEqualTo("The dog near the cats");

        chord(KeyCode.Z, KeyCode.CONTROL);
        waitForTitles("• mine.gatescope – Gatescope");
        chord(KeyCode.Y, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope");
    }

    @Test
    void aFileOpensInAWindowOfItsOwnAndAsItWasLeft() throws Exception {
        Path file = saved("left.gatescope", small(), 7);
        launch();
        answers.toOpen.add(file);

        chord(KeyCode.O, KeyCode.CONTROL);
        waitForTitles("The dog near the cats – Gatescope", "left.gatescope – Gatescope");
        assertThat(says("op 7 of " + Schedule.of(small()).length())).isTrue();
        assertThat(onWindow(() -> node("network-pane") == null)).isTrue();

        chord(KeyCode.O, KeyCode.CONTROL);
        waitForTitles("The dog near the cats – Gatescope", "left.gatescope – Gatescope");
    }

    @Test
    void filesOfTheCommandLineOpenAndThoseThatCannotAreNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.gatescope"), "{");
        launch(
                saved("a.gatescope", small(), 0),
                broken,
                folder.resolve("gone.gatescope"),
                saved("b.gatescope", small(), 1));

        waitForTitles("a.gatescope – Gatescope", "b.gatescope – Gatescope");
        assertThat(says("“gone.gatescope” is not there.")).isTrue();
    }

    @Test
    void aModelIsLookedAtTestedAndOpened() throws Exception {
        Path folderOfModel = Path.of("src/test/resources/weights/tagger");
        launch();
        answers.toOpen.add(folderOfModel.resolve("tagger.pt"));
        answers.toTest.addAll(List.of(folderOfModel.resolve("tokens.npy"), folderOfModel.resolve("logits.npy")));

        chord(KeyCode.I, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> importing() != null));
        assertThat(text("import-summary")).isEqualTo("PyTorch LSTM: 2 layers in both directions, 3 inputs, 4 units");
        assertThat(text("import-left-out")).contains("module.norm.weight", "module.summary.weight_ih_l0");
        fire("vector-input");
        fire("vector-expected");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> onWindow(() -> text("vector-result").startsWith("Agrees")));

        robot.type(KeyCode.ENTER); // the default button
        waitForTitles("The dog near the cats – Gatescope", "• tagger – Gatescope");
        assertThat(onWindow(() -> importing() == null)).isTrue();
        assertThat(onWindow(() -> ((javafx.scene.control.TextField) node("size-hidden")).getText()))
                .isEqualTo("4");
    }

    @Test
    void dataOfTheCommandLineAreLookedAt() throws Exception {
        launch(Files.writeString(folder.resolve("two.csv"), "a;b\n1,5;2\n3;4\n"));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> onWindow(() -> Window.getWindows().stream()
                        .filter(Window::isShowing)
                        .anyMatch(window -> window.getScene().getRoot().lookup(".import-view") != null)));
        assertThat(titles()).hasSize(1);
    }

    @Test
    void sentencesOfATextFileAreTakenAsText() throws Exception {
        launch(Files.writeString(folder.resolve("talk.txt"), "The dog barks.\nThe cats, they sleep\n"));
        waitFor(() -> onWindow(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .anyMatch(window ->
                        window.getScene().getRoot().lookup("#text-area") instanceof Node area && area.isFocused())));
        chord(KeyCode.ENTER, KeyCode.CONTROL);
        Path file = folder.resolve("talk.gatescope");
        answers.toSave.add(file);
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("talk.gatescope – Gatescope");
        Session made = SessionFile.read(file).session();
        assertThat(made.vocabulary().tokens())
                .containsExactlyInAnyOrder("the", "dog", "barks", "cats", "they", "sleep");
        assertThat(made.lengths()).containsExactly(3, 4);
    }

    @Test
    void whatColumnsAreCalledAndWhatIsTestedOnIsSeen() throws Exception {
        StringBuilder table = new StringBuilder("id,time,wind,load\n");
        for (int row = 0; row < 20; row++) {
            table.append(row / 4 + "," + row % 4 + "," + row * row % 7 + "," + (900 + row) + "\n");
        }
        launch(Files.writeString(folder.resolve("plant.csv"), table));
        waitFor(() -> onWindow(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .anyMatch(window ->
                        window.getScene().getRoot().lookup("#import-use") instanceof Node use && use.isFocused())));
        robot.type(KeyCode.ENTER);
        waitForTitles("• plant – Gatescope");
        robot.interact(() -> node("lane-x").requestFocus());
        robot.type(KeyCode.DOWN); // opens a number of it
        waitUntilSaid("wind");

        assertThat(((Label) node("sequence")).getText()).isEqualTo("sequence 1 of 5");
        for (int press = 0; press < 4; press++) {
            robot.interact(() -> ((Button) node("sequence-next")).fire());
        }
        assertThat(((Label) node("sequence")).getText()).isEqualTo("sequence 5 of 5, test");
    }

    @Test
    void checkpointsAreTheEpochsOfATraining() throws Exception {
        for (int epoch : new int[] {10, 2, 1}) {
            try (NpzWriter out = new NpzWriter(Files.newOutputStream(folder.resolve("epoch-" + epoch + ".npz")))) {
                out.add("rnn.weight_ih_l0", new NpyArray(Dimensions.of(1, 1), new double[] {1}));
                out.add("rnn.weight_hh_l0", new NpyArray(Dimensions.of(1, 1), new double[] {epoch / 16.0}));
                out.add("head.weight", new NpyArray(Dimensions.of(1, 1), new double[] {1}));
            }
        }
        launch(folder);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> importing() != null));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> titles().size() == 2);
        Slider epoch = (Slider) node("training-epoch");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> epoch.getValue() == 2));
        assertThat(onWindow(epoch::getMax)).isEqualTo(2);
        assertThat(weightSaved()).isEqualTo(10 / 16.0);
        robot.interact(() -> epoch.setValue(1));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> weightSaved() == 2 / 16.0);
    }

    private double weightSaved() throws FormatException {
        Path file = folder.resolve("at.gatescope");
        answers.toSave.add(file);
        chord(KeyCode.S, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        answers.toSave.clear();
        return Files.exists(file)
                ? Objects.requireNonNull(SessionFile.read(file)
                                .session()
                                .numbers()
                                .parameters()
                                .get("0.forward.Wh.h"))
                        .get(0, 0)
                : Double.NaN;
    }

    @Test
    void aModelThatCannotBeTakenSaysWhyAndEscapeCloses() throws Exception {
        launch();
        answers.toOpen.add(Files.writeString(folder.resolve("broken.pt"), "nothing"));
        chord(KeyCode.I, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> says("“broken.pt” cannot be opened"));

        answers.toOpen.set(0, Path.of("src/test/resources/weights/lstm.pt"));
        chord(KeyCode.I, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> importing() != null));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> importing() == null));
        assertThat(titles()).hasSize(1);
    }

    @Test
    void theImportPageFollowsScaleAndThemeOfItsWindow() throws Exception {
        launch(Path.of("src/test/resources/weights/lstm.pt"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> importing() != null));
        Node page = Objects.requireNonNull(onWindow(FilesTest::importing));
        waitFor(() -> onWindow(() -> colours(page) > 4)); // its heatmap has been read
        int light = onWindow(() -> corner(page));

        chord(KeyCode.PLUS, KeyCode.CONTROL);
        assertThat(onWindow(() -> page.getLocalToSceneTransform().getMxx())).isEqualTo(1.1);
        assertThat(onWindow(() -> node("root").getLocalToSceneTransform().getMxx()))
                .isEqualTo(1.1);
        chord(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertThat(onWindow(() -> page.getLocalToSceneTransform().getMxx())).isEqualTo(1);

        robot.interact(() -> ((Button) node("theme")).fire());
        waitFor(() -> onWindow(() -> colours(page) > 4));
        assertThat(onWindow(() -> page.getScene().getFill()))
                .isEqualTo(onWindow(() -> ScreenColour.of(Theme.DARK.tones().window())));
        assertThat(onWindow(() -> corner(page))).isNotEqualTo(light);
    }

    /** How many there are along the heatmap’s diagonal. */
    private static long colours(Node page) {
        WritableImage map = page.lookup("#import-map").snapshot(null, null);
        int side = (int) Math.min(map.getWidth(), map.getHeight());
        return IntStream.range(0, side)
                .map(at -> map.getPixelReader().getArgb(at, at))
                .distinct()
                .count();
    }

    /** The colour of what is outside of the tensor. */
    private static int corner(Node page) {
        WritableImage map = page.lookup("#import-map").snapshot(null, null);
        return map.getPixelReader().getArgb((int) map.getWidth() - 1, (int) map.getHeight() - 1);
    }

    private static @Nullable Node importing() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .map(root -> root.lookup(".import-page"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String text(String id) {
        return onWindow(() -> ((Label) Objects.requireNonNull(importing()).lookup("#" + id)).getText());
    }

    private static void fire(String id) {
        onWindow(() -> {
            ((javafx.scene.control.Button) Objects.requireNonNull(importing()).lookup("#" + id)).fire();
            return true;
        });
    }

    @Test
    void changesAreNotDroppedUnasked() throws Exception {
        launch(saved("kept.gatescope", small(), 0));
        edit();
        waitForTitles("• kept.gatescope – Gatescope");
        answers.onLoss.addAll(List.of(Choosers.Answer.CANCEL, Choosers.Answer.SAVE));

        chord(KeyCode.W, KeyCode.CONTROL);
        assertThat(titles()).hasSize(1);
        Stage stage = front();
        chord(KeyCode.W, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !onWindow(stage::isShowing));

        assertThat(SessionFile.read(folder.resolve("kept.gatescope"))
                        .session()
                        .network()
                        .layers()
                        .getFirst()
                        .hidden())
                .isEqualTo(3);
    }

    @Test
    void whatAnotherProgramWroteIsNotOverwrittenUnasked() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        launch(file);
        edit();
        saved("mine.gatescope", small().withTitle("from elsewhere"), 0);
        answers.onOvertaken.addAll(List.of(Choosers.Overtaken.CANCEL, Choosers.Overtaken.ELSEWHERE));
        answers.toSave.add(folder.resolve("other.gatescope"));

        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("• mine.gatescope – Gatescope");
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("other.gatescope – Gatescope");

        assertThat(SessionFile.read(file).session().title()).isEqualTo("from elsewhere");
    }

    @Test
    void whatAnotherProgramWroteIsNoticedWhereTheWindowIsUsedAgain() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        launch(file);
        saved("mine.gatescope", Session.zeros("of another", BuiltInCells.cell("gru"), 1, 3, 1, 7), 0);
        robot.interact(() -> windows.all().getFirst().comeBack());
        waitUntilSaid("“mine.gatescope” was changed by another program.");

        robot.interact(() -> ((javafx.scene.control.Button) node("status-offer")).fire());
        waitFor(() -> hidden().equals("7"));
        waitForTitles("mine.gatescope – Gatescope");
        chord(KeyCode.Z, KeyCode.CONTROL);
        waitForTitles("• mine.gatescope – Gatescope");
        assertThat(hidden()).isEqualTo("2");
    }

    @Test
    void aNameTypedWithoutTheEndingGetsIt() throws Exception {
        Path taken = saved("taken.gatescope", small().withTitle("of another"), 0);
        launch();
        edit();
        answers.toSave.add(folder.resolve("taken")); // the chooser has asked about no file
        answers.toSave.add(folder.resolve("bare"));

        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("bare.gatescope – Gatescope");
        assertThat(answers.suggested).isEqualTo("taken.gatescope");
        assertThat(SessionFile.read(taken).session().title()).isEqualTo("of another");
        assertThat(folder.resolve("bare")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedAndNothingIsLost() throws Exception {
        launch();
        edit();
        answers.toSave.add(folder.resolve("no/such/folder.gatescope"));
        answers.toSave.add(folder.resolve("elsewhere.gatescope"));

        chord(KeyCode.S, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> says("“folder.gatescope” was not saved"));
        waitForTitles("• The dog near the cats – Gatescope");

        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("elsewhere.gatescope – Gatescope");
    }

    @Test
    void aFileThatIsReadOnlyIsNotReplacedAndSavingElsewhereIsOffered() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        assumeThat(file.toFile().setWritable(false)).isTrue();
        launch(file);
        edit();
        answers.toSave.add(folder.resolve("other.gatescope"));

        chord(KeyCode.S, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> says("“mine.gatescope” was not saved: the file is read-only."));
        waitForTitles("• mine.gatescope – Gatescope");
        assertThat(SessionFile.read(file).session()).isEqualTo(small());

        robot.interact(() -> ((javafx.scene.control.Button) node("status-offer")).fire());
        waitForTitles("other.gatescope – Gatescope");
    }

    private void choose(String id) {
        robot.interact(() -> item(((MenuButton) node("file")).getItems(), id).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<MenuItem> earlier() {
        return onWindow(() -> {
            MenuButton menu = (MenuButton) node("file");
            menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            return List.copyOf(((Menu) item(menu.getItems(), "file-earlier")).getItems());
        });
    }

    private void waitFor(Callable<Boolean> what) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, what);
    }

    private void waitUntilSaid(String text) throws TimeoutException {
        waitFor(() -> says(text));
    }

    @Test
    void revertingTakesNothingAwayThatUndoDoesNotBringBack() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        edit();
        waitForTitles("• mine.gatescope – Gatescope");

        choose("file-revert.item");
        waitForTitles("mine.gatescope – Gatescope");
        waitUntilSaid("Reverted to what was saved. Undo takes it back.");

        chord(KeyCode.Z, KeyCode.CONTROL);
        waitForTitles("• mine.gatescope – Gatescope");
        assertThat(hidden()).isEqualTo("3");
    }

    private String hidden() {
        return onWindow(() -> ((javafx.scene.control.TextField) node("size-hidden")).getText());
    }

    @Test
    void whatWasSavedOverIsAnEarlierVersionThatCanBeHadAgain() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        launch(file);
        assertThat(earlier()).isEmpty();
        edit();
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope");
        waitFor(() ->
                SessionFile.read(file).session().network().layers().getFirst().hidden() == 3);

        assertThat(earlier()).hasSize(1);
        String time = earlier().getFirst().getText();
        robot.interact(() -> earlier().getFirst().fire());
        waitForTitles("• mine.gatescope – Gatescope");
        waitUntilSaid("Now as it was saved on " + time + ".");
        assertThat(hidden()).isEqualTo("2");

        chord(KeyCode.Z, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope");
        assertThat(hidden()).isEqualTo("3");
    }

    @Test
    void whereVersionsCannotBeKeptAFileIsSavedAllTheSame() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        Files.writeString(folder.resolve("versions"), "in the way");
        launch(file);
        edit();
        chord(KeyCode.S, KeyCode.CONTROL);

        waitUntilSaid("What the file held before could not be kept as an earlier version.");
        waitForTitles("mine.gatescope – Gatescope");
        assertThat(SessionFile.read(file)
                        .session()
                        .network()
                        .layers()
                        .getFirst()
                        .hidden())
                .isEqualTo(3);
    }

    @Test
    void aFileThatAnotherProgramHasOpenIsOpenedAsACopyOrAllTheSame() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        try (HoldingProgram other = HoldingProgram.of(file)) {
            assertThat(other.holds()).isTrue();
            launch(file);
            waitForTitles("mine (copy) – Gatescope");
            assertThat(says("“mine.gatescope” is open in another running Gatescope"))
                    .isTrue();

            robot.interact(() -> ((javafx.scene.control.Button) node("status-offer")).fire());
            waitForTitles("mine.gatescope – Gatescope");
            edit();
            chord(KeyCode.S, KeyCode.CONTROL);
            waitForTitles("mine.gatescope – Gatescope");
            waitUntilSaid("Saved ");
        }
    }

    @Test
    void aFileThatAnotherWindowHasOpenIsNotSavedOver() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        launch(file, file);
        waitForTitles("mine.gatescope – Gatescope");
        chord(KeyCode.N, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope", "Untitled – Gatescope");
        answers.toSave.add(file);
        answers.toSave.add(folder.resolve("other.gatescope"));

        chord(KeyCode.S, KeyCode.CONTROL);
        waitUntilSaid("“mine.gatescope” was not saved: it is open in another window.");
        assertThat(SessionFile.read(file).session()).isEqualTo(small());
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope", "other.gatescope – Gatescope");
        assertThat(folder.resolve(".other.gatescope.lock")).exists();

        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        assertThat(folder.resolve(".other.gatescope.lock")).doesNotExist();
        assertThat(folder.resolve(".mine.gatescope.lock")).doesNotExist();
    }

    @Test
    void aFileWhoseDraftIsRecoveredHasOneWindow() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        Path recovery = Files.createDirectories(folder.resolve("recovery"));
        Path draft = saved(".mine.gatescope.autosave", small().withTitle("changed"), 3);
        Files.writeString(recovery.resolve("1.entry"), "999999999 never\n" + draft + "\n" + file + "\n");

        launch(file);
        waitForTitles("• mine.gatescope – Gatescope");
    }

    /** By keys alone, as lanes, panes and menus have them. */
    private void arrangeAnew() {
        robot.interact(() -> node("lane-z").requestFocus());
        chord(KeyCode.DOWN, KeyCode.ALT);
        robot.type(KeyCode.DOWN); // opens a number of it
        robot.type(KeyCode.CONTEXT_MENU);
        robot.interact(() -> Window.getWindows().stream()
                .flatMap(window -> window instanceof ContextMenu menu ? Stream.of(menu) : Stream.of())
                .findFirst()
                .ifPresent(menu -> {
                    menu.getItems().getFirst().fire(); // on a logarithmic scale
                    menu.hide();
                }));
        robot.interact(() -> node("lane-z").requestFocus());
        chord(KeyCode.F4);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private java.util.Map<String, String> viewOnceSaved(Path file) throws Exception {
        java.nio.file.attribute.FileTime before = Files.getLastModifiedTime(file);
        chord(KeyCode.S, KeyCode.CONTROL);
        waitFor(() -> !Files.getLastModifiedTime(file).equals(before));
        return SessionFile.read(file).view();
    }

    @Test
    void theScreenIsAsItWasLeft() throws Exception {
        Path file = saved("mine.gatescope", small(), 5);
        launch(file);
        arrangeAnew();
        java.util.Map<String, String> left = viewOnceSaved(file);
        assertThat(left.get("lanes")).contains("r n z");
        assertThat(left.get("looks")).contains("z=").contains("log");
        assertThat(left.get("opened")).startsWith("step 0.forward z ");
        assertThat(left.get("filled")).isEqualTo("lane-z");

        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        FxToolkit.cleanupStages();
        FxToolkit.registerPrimaryStage();
        launch(file);
        assertThat(viewOnceSaved(file)).isEqualTo(left);
        assertThat(node("lane-n"))
                .as("a lane beside the one that fills the window")
                .isNull();
        assertThat(node("fill-back")).isNotNull();
    }

    @Test
    void whatAFileSaysOfTheScreenMayBeAnything() throws Exception {
        for (String nonsense : List.of("", " ", "h h h", "-1", "=,=", "lanes lanes why flow cell", "NaN")) {
            Path file = folder.resolve("odd.gatescope");
            java.util.Map<String, String> view = new java.util.HashMap<>();
            for (String key : viewKeys()) {
                view.put(key, nonsense);
            }
            SessionFile.write(new SavedSession(small(), 0, List.of(), List.of(), view), file);
            launch(file);
            waitForTitles("odd.gatescope – Gatescope");
            robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        }
    }

    private static List<String> viewKeys() {
        return List.of(
                "panels",
                "dividers",
                "speed",
                "zoom",
                "network.share",
                "why.share",
                "rolled",
                "folds",
                "part",
                "sequence",
                "units",
                "difference",
                "lanes",
                "looks",
                "opened",
                "filled");
    }

    @Test
    void newAndDuplicatedSessionsHaveWindowsOfTheirOwn() throws Exception {
        launch();
        chord(KeyCode.N, KeyCode.CONTROL);
        waitForTitles("The dog near the cats – Gatescope", "Untitled – Gatescope");
    }

    @Test
    void theHeadingIsNamedAsTheFileIs() throws Exception {
        launch();
        chord(KeyCode.N, KeyCode.CONTROL);
        waitForTitles("The dog near the cats – Gatescope", "Untitled – Gatescope");
        assertThat(heading()).startsWith("Untitled");

        answers.toSave.add(folder.resolve("first.gatescope"));
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("The dog near the cats – Gatescope", "first.gatescope – Gatescope");
        assertThat(heading()).startsWith("first —");

        answers.toSave.add(folder.resolve("second.gatescope"));
        chord(KeyCode.S, KeyCode.CONTROL, KeyCode.SHIFT);
        waitForTitles("The dog near the cats – Gatescope", "second.gatescope – Gatescope");
        assertThat(heading()).startsWith("second —");
    }

    private String heading() {
        return onWindow(() -> ((Label) node("title")).getText());
    }

    @Test
    void aCopyIsNotDroppedUnaskedThoughNothingWasChangedInIt() throws Exception {
        launch(saved("mine.gatescope", small().withTitle("small"), 0));
        MenuButton menu = (MenuButton) node("file");
        robot.interact(() -> {
            menu.getItems().stream()
                    .filter(item -> "file-duplicate".equals(item.getId()))
                    .forEach(MenuItem::fire);
        });
        waitForTitles("mine.gatescope – Gatescope", "• mine (copy) – Gatescope");
        assertThat(heading()).startsWith("mine (copy)");
    }

    @Test
    void whatWasNotSavedWhenAProgramEndedIsOffered() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        Path recovery = Files.createDirectories(folder.resolve("recovery"));
        Path draft = saved(".mine.gatescope.autosave", small().withTitle("changed"), 3);
        Path entry = Files.writeString(recovery.resolve("1.entry"), "999999999 never\n" + draft + "\n" + file + "\n");

        launch();
        waitForTitles("• mine.gatescope – Gatescope");
        assertThat(says("Recovered")).isTrue();
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForTitles("mine.gatescope – Gatescope");

        assertThat(SessionFile.read(file).session().title()).isEqualTo("changed");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.notExists(draft) && Files.notExists(entry));
    }

    @Test
    void aMistakeThatIsToBeFoundStaysHiddenWhenItIsRecovered() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        Path draft = folder.resolve(".mine.gatescope.autosave");
        launch(file);
        chord(KeyCode.DIGIT6, KeyCode.CONTROL);
        press("spot-start");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.exists(draft));
        Mistake hidden = SessionFile.read(draft)
                .session()
                .mistakes()
                .mistakes()
                .iterator()
                .next();
        Path kept = Files.copy(draft, folder.resolve("kept"));
        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));
        Files.move(kept, draft);
        Path recovery = Files.createDirectories(folder.resolve("recovery"));
        Files.writeString(recovery.resolve("1.entry"), "999999999 never\n" + draft + "\n" + file + "\n");

        launch();
        waitForTitles("• mine.gatescope – Gatescope");
        assertThat(onWindow(() -> ((Labeled) node("mistakes")).getText())).is(saying("ui.window:mistakes.hidden"));
        assertThat(saysAnywhere(hidden.title())).isFalse();
        press("spot-give-up");
        assertThat(saysAnywhere(hidden.title())).isTrue();
    }

    /** A button of a room that may have been opened just now. */
    private void press(String button) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onWindow(() -> node(button) != null));
        robot.interact(() -> ((javafx.scene.control.Button) node(button)).fire());
    }

    private boolean saysAnywhere(String text) {
        return onWindow(() -> front().getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && isSeen(label)
                        && label.getText().contains(text)));
    }

    private static boolean isSeen(javafx.scene.Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    @Test
    void changesAreKeptBesideTheFileUntilTheyAreSaved() throws Exception {
        Path file = saved("mine.gatescope", small(), 0);
        Path draft = folder.resolve(".mine.gatescope.autosave");
        launch(file);
        edit();

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.exists(draft));
        assertThat(SessionFile.read(draft)
                        .session()
                        .network()
                        .layers()
                        .getFirst()
                        .hidden())
                .isEqualTo(3);
        assertThat(SessionFile.read(file).session()).isEqualTo(small());

        chord(KeyCode.S, KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.notExists(draft));
    }

    @Test
    void recentFilesAreRemembered() throws Exception {
        Path file = saved("a.gatescope", small(), 0);
        launch(file);
        robot.interact(() -> windows.all().forEach(window -> window.stage().hide()));

        assertThat(settings.load().settings().choice("recent")).contains(file.toString());
    }

    private void export(int place) {
        robot.interact(() -> ((Menu) item(((MenuButton) node("file")).getItems(), "file-export"))
                .getItems()
                .get(place)
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void waitForFile(Path file) throws TimeoutException {
        waitFor(() -> Files.exists(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void weightsGoOutWithTheLinesThatLoadThem() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path weights = folder.resolve("w.safetensors");
        answers.toSave.add(folder.resolve("w")); // the chooser has not added the ending
        export(0);
        waitForFile(weights);
        assertThat(answers.suggested).isEqualTo("mine");
        assertThat(SafetensorsReader.read(weights))
                .extracting(NamedTensor::name)
                .contains("weight_hh_l0");
        waitUntilSaid(Wording.text("ui.file:export.done", weights));
        robot.interact(() -> ((Button) node("status-offer")).fire());
        assertThat(answers.shown).contains("load_file(\"w.safetensors\")", "load_state_dict");
    }

    @Test
    void allNumbersGoOutAsATable() throws Exception {
        Session session = small();
        launch(saved("mine.gatescope", session, 0));
        Path table = folder.resolve("run.csv");
        answers.toSave.add(table);
        export(4);
        waitForFile(table);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(1 + session.batch() * session.steps());
        assertThat(lines.getFirst()).startsWith("sequence,step,input[0]").contains(",grad/0.forward.h[0]");
        assertThat(lines)
                .allMatch(line -> line.split(",", -1).length == lines.getFirst().split(",").length);
        assertThat(lines.get(1)).startsWith("0,0,");
    }

    @Test
    void chosenNumbersGoOutAsATable() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path table = folder.resolve("run.csv");
        answers.toSave.add(folder.resolve("run.csv.npz")); // typed before the ending that the chooser had there
        export(5);
        CheckBox candidate = number("n");
        assertThat(candidate.isSelected()).as("its lane is shown").isTrue();
        assertThat(number("param/0.forward.Wx.n").isSelected()).isFalse();
        robot.interact(() -> ((Button) bubble("numbers-none")).fire());
        assertThat(bubble("numbers-write").isDisabled()).isTrue();

        robot.interact(() -> bubble("numbers-search").requestFocus());
        robot.write("GRAD/H");
        assertThat(candidate.isVisible()).isFalse();
        robot.interact(() -> number("grad/h").requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        waitForFile(table);
        int columns = small().network().width();
        assertThat(Files.readAllLines(table).getFirst().split(","))
                .hasSize(2 + columns)
                .endsWith("grad/0.forward.h[" + (columns - 1) + "]");
        waitUntilSaid(Wording.text("ui.file:export.done", table));
    }

    @Test
    void theWindowGoesOutAsAPicture() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path picture = folder.resolve("window.svg");
        answers.toSave.add(picture);
        export(6);
        robot.interact(() -> ((Button) bubble("picture-write")).fire());
        waitUntilSaid(Wording.text("ui.file:export.done", picture));
        assertThat(Files.readString(picture)).startsWith("<svg ").contains("<title>mine</title>");
    }

    @Test
    void aPaneGoesOutAsOnePictureOfItsOwn() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        export(6);
        double whole = preview().getWidth();
        choosePane("lanes");
        assertThat(preview().getWidth()).isLessThan(whole);
        choose("picture-density", 2);
        Path picture = folder.resolve("lanes.png");
        answers.toSave.add(picture);
        double shown = preview().getWidth();
        robot.interact(() -> ((Button) bubble("picture-write")).fire());
        waitUntilSaid(Wording.text("ui.file:export.done", picture));
        assertThat((double) ImageIO.read(picture.toFile()).getWidth()).isCloseTo(2 * shown, within(2.0));

        export(6);
        choosePane("cell");
        choose("picture-width", FigureWidth.COLUMN);
        robot.interact(() -> ((Button) bubble("picture-copy")).fire());
        Clipboard copied = onWindow(Clipboard::getSystemClipboard);
        assertThat(onWindow(copied::hasImage)).isTrue();
        ByteBuffer svg = (ByteBuffer) onWindow(() -> copied.getContent(DataFormat.lookupMimeType("image/svg+xml")));
        assertThat(StandardCharsets.UTF_8.decode(svg).toString()).contains("width=\"85mm\"");
    }

    @Test
    void worksheetsAndTheirAnswersGoOutAsTwoFiles() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path sheet = folder.resolve("sheet.pdf");
        Path key = folder.resolve("key.pdf");
        answers.toSave.add(folder.resolve("sheet")); // the chooser has not added the ending
        answers.toSave.add(key);
        export(10);
        choose("sheet-copies", 2);
        robot.interact(() -> bubble("sheet-numbers").requestFocus());
        robot.type(KeyCode.DOWN); // by hand, without a function
        robot.interact(() -> bubble("sheet-seed").requestFocus());
        robot.type(KeyCode.END).write("7").type(KeyCode.ENTER);
        waitForFile(sheet);
        waitUntilSaid(Wording.text("ui.file:export.done", sheet));
        robot.interact(() -> bubble("sheet-key").requestFocus());
        robot.type(KeyCode.SPACE);
        waitForFile(key);
        waitUntilSaid(Wording.text("ui.file:export.done", key));
        assertThat(answers.suggested).contains("mine").isNotEqualTo("mine");
        assertThat(Files.readString(sheet, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(Files.readAllBytes(sheet)).isNotEqualTo(Files.readAllBytes(key));
    }

    @Test
    void theSessionGoesOutAsAPageInWhichChosenQuantitiesAreHidden() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path page = folder.resolve("lesson.html");
        answers.toSave.add(folder.resolve("lesson"));
        export(9);
        CheckBox candidate = number("n");
        robot.interact(() -> candidate.setSelected(true));
        robot.interact(() -> ((Button) bubble("numbers-write")).fire());
        waitForFile(page);
        waitUntilSaid(Wording.text("ui.file:export.done", page));
        assertThat(Files.readString(page))
                .contains("<title>mine</title>", "\"hidden\":[\"0.forward|n\"]", "data-name=\"box|0.forward|0\"");
    }

    @Test
    void thePlaybackGoesOutAsAFilm() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path film = folder.resolve("film.gif");
        answers.toSave.add(film);
        export(7);
        choose("film-part", "lanes");
        choose("film-stride", Stretch.Stride.PART);
        String length = ((Label) bubble("film-length")).getText();
        robot.interact(() -> ((Button) bubble("film-write")).fire());
        waitUntilSaid(Wording.text("ui.file:export.done", film));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            assertThat(length).startsWith(reader.getNumImages(true) + " frames");
        }

        Path second = folder.resolve("long.mp4");
        answers.toSave.add(second);
        export(7);
        robot.interact(() -> ((Button) bubble("film-write")).fire());
        robot.interact(() -> ((Button) bubble("film-cancel")).fire());
        assertThat(second).doesNotExist();
        export(7);
        assertThat(bubble("film-write").isDisabled()).as("another can be made").isFalse();
    }

    @Test
    void theProgramOfASessionHasAWindowOfItsOwn() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        export(8);
        Stage window = codeWindow();
        assertThat(window.getTitle()).isEqualTo(Wording.text("ui.file:code.title", "mine"));
        robot.interact(window::requestFocus);
        String before = position();
        chord(KeyCode.F11);
        assertThat(position()).as("the keys of playback work there").isNotEqualTo(before);
        chord(KeyCode.PLUS, KeyCode.CONTROL);
        assertThat(onWindow(() -> bubble("program").getLocalToSceneTransform().getMxx()))
                .isEqualTo(1.1);

        answers.toSave.add(folder.resolve("numpy.py"));
        robot.interact(() -> ((Button) bubble("code-save")).fire());
        assertThat(((Label) bubble("code-said")).getText()).isEqualTo(Wording.text("ui.file:code.hides", "numpy.py"));
        assertThat(folder.resolve("numpy.py")).doesNotExist();
        Path program = folder.resolve("mine.py");
        answers.toSave.add(folder.resolve("mine"));
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForFile(program);
        waitFor(() -> ((Label) bubble("code-said")).getText().equals(Wording.text("ui.file:export.done", program)));
        assertThat(Files.readString(program)).contains("import numpy", "class ");

        choose("code-target", CodeTarget.JAVA);
        Path other = folder.resolve("Other.java");
        answers.toSave.add(other);
        waitFor(() -> !bubble("code-save").isDisabled());
        chord(KeyCode.S, KeyCode.CONTROL);
        waitForFile(other);
        waitFor(() -> ((Label) bubble("code-said")).getText().equals(Wording.text("ui.file:export.done", other)));
        assertThat(Files.readString(other)).as("called as its file").contains("class Other {");

        export(8);
        assertThat(codeWindow()).as("one is enough").isSameAs(window);
        chord(KeyCode.W, KeyCode.CONTROL);
        assertThat(onWindow(window::isShowing)).isFalse();
        assertThat(titles()).hasSize(1);
        export(8);
        Stage second = codeWindow();
        robot.interact(() -> front().hide());
        assertThat(onWindow(second::isShowing)).as("it goes with its session").isFalse();
    }

    private static Stage codeWindow() {
        return (Stage) bubble("program").getScene().getWindow();
    }

    private String position() {
        return onWindow(() -> ((Label) bubble("code-place")).getText());
    }

    @Test
    void aLaneIsCopiedAndHasAPictureOfItsOwn() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        robot.interact(() -> lane().fireEvent(
                        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, false, null)));
        robot.clickOn(Wording.text("ui.control:picture.copy"));
        Clipboard copied = onWindow(Clipboard::getSystemClipboard);
        ByteBuffer svg = (ByteBuffer) onWindow(() -> copied.getContent(DataFormat.lookupMimeType("image/svg+xml")));
        assertThat(StandardCharsets.UTF_8.decode(svg).toString()).startsWith("<svg ");
        Image image = onWindow(copied::getImage);
        Region ruler = (Region) onWindow(() -> robot.lookup(".ruler").query());
        assertThat(image.getHeight())
                .as("below its time axis")
                .isCloseTo(ruler.getHeight() + lane().getHeight() + 2 * 6, within(2.0));

        robot.interact(() -> lane().fireEvent(
                        new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, false, null)));
        robot.clickOn(Wording.text("ui.control:picture"));
        assertThat(preview().getHeight()).isEqualTo(image.getHeight());
    }

    private Region lane() {
        return robot.lookup(node -> "lane-h'".equals(node.getId())).query();
    }

    @SuppressWarnings("unchecked")
    private void choosePane(String key) {
        ChoiceBox<Optional<Fillable>> box = (ChoiceBox<Optional<Fillable>>) bubble("picture-part");
        robot.interact(() -> box.getItems().stream()
                .filter(pane -> pane.map(Fillable::key).equals(Optional.of(key)))
                .findFirst()
                .ifPresent(box::setValue));
    }

    private static Image preview() {
        return ((ImageView) bubble("picture-preview")).getImage();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T item) {
        robot.interact(() -> ((ChoiceBox<T>) bubble(id)).setValue(item));
    }

    @Test
    void nothingIsWrittenOverUnasked() throws Exception {
        launch(saved("mine.gatescope", small(), 0));
        Path there = Files.writeString(folder.resolve("w.safetensors"), "mine");
        answers.toSave.add(folder.resolve("w"));
        export(0);
        assertThat(there).hasContent("mine");
        assertThat(answers.suggested).isEqualTo("w.safetensors");
    }

    private static Node bubble(String id) {
        return onWindow(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll("#" + id).stream())
                .findFirst()
                .orElseThrow());
    }

    private static CheckBox number(String name) {
        return onWindow(() -> ((Parent) bubble("numbers-search").getParent())
                .lookupAll(".check-box").stream()
                        .map(CheckBox.class::cast)
                        .filter(box -> box.getText().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
