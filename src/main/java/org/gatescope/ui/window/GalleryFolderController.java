package org.gatescope.ui.window;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.BackgroundTask;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.window.GalleryFolder.Look;
import org.jspecify.annotations.Nullable;

/** The user's own folder in the gallery: read anew whenever that is opened, one file after the other. */
final class GalleryFolderController {
    private static final Texts TEXTS = Texts.of(GalleryFolderController.class);

    private final GalleryView view;
    private final BackgroundTask listing;
    private final BackgroundTask looking;
    private final Map<OwnFile, GalleryCard> cards = new LinkedHashMap<>();
    private final Map<OwnFile, Look> looks = new HashMap<>();
    private Supplier<Optional<Path>> chooser = Optional::empty;
    private Consumer<Path> open = path -> {};
    private @Nullable Path folder;

    GalleryFolderController(Desk desk, GalleryView view) {
        this.view = view;
        listing = desk.background().task();
        looking = desk.background().task();
        view.setOnChoose(this::choose);
        tell();
    }

    void close() {
        pause();
    }

    /** @param asks for a folder; {@code onOpen} opens a file of it */
    void offer(Supplier<Optional<Path>> asks, Consumer<Path> onOpen) {
        chooser = asks;
        open = onOpen;
        view.offerOwn();
    }

    /** As settings keep it; empty for none. */
    Optional<String> remembered() {
        return Optional.ofNullable(folder).map(Path::toString);
    }

    void restore(String written) {
        try {
            folder = Path.of(written);
        } catch (InvalidPathException e) {
            folder = null; // settings may have been edited by hand
        }
        tell();
    }

    private void choose() {
        chooser.get().ifPresent(chosen -> {
            folder = chosen.toAbsolutePath();
            refresh();
        });
    }

    private void tell() {
        Path shown = folder;
        view.sayOwn(shown == null ? TEXTS.get("own.none") : shown.toString());
    }

    /** What has been looked into before, and has not changed, is known. */
    void refresh() {
        tell();
        Path read = folder;
        if (read != null) {
            listing.start(progress -> GalleryFolder.list(read), this::show, failure -> view.sayOwn(failure.sentence()));
        }
    }

    /** Nobody sees it. */
    void pause() {
        listing.cancel();
        looking.cancel();
    }

    private void show(GalleryFolder.Listing listed) {
        looks.keySet().retainAll(listed.files());
        Map<OwnFile, GalleryCard> before = Map.copyOf(cards);
        cards.clear();
        listed.files().forEach(file -> cards.put(file, before.getOrDefault(file, card(file))));
        view.showOwn(List.copyOf(cards.values()));
        if (!listed.remark().isEmpty()) {
            view.sayOwn(Objects.requireNonNull(folder) + " – " + listed.remark());
        }
        lookOn();
    }

    private GalleryCard card(OwnFile file) {
        String name = GalleryFolder.name(file.path());
        return new GalleryCard(
                "own-" + name, TEXTS.get("own") + " " + name, SessionFile.stem(file.path()), name, () -> {
                    view.leave();
                    open.accept(file.path());
                });
    }

    private void lookOn() {
        cards.keySet().stream()
                .filter(file -> !looks.containsKey(file))
                .findFirst()
                .ifPresent(file -> looking.start(
                        progress -> GalleryFolder.look(file),
                        look -> tell(file, look),
                        failure -> tell(
                                file,
                                new Look(SessionFile.stem(file.path()), failure.sentence(), false, Glimpse.NONE))));
    }

    private void tell(OwnFile file, Look look) {
        looks.put(file, look);
        GalleryCard card = cards.get(file);
        if (card != null) {
            card.tell(look.title(), look.line(), look.isRefused());
            card.show(look.glimpse());
            view.changed();
        }
        lookOn();
    }
}
