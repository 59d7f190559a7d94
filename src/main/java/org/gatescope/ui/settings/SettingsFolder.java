package org.gatescope.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder in which the system wants a user's settings to be. */
final class SettingsFolder {
    private SettingsFolder() {}

    /** Of the user who runs this program. */
    static Path ofUser() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Gatescope");
        }
        if (name.contains("windows")) {
            return absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Gatescope");
        }
        return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve("gatescope");
    }

    /** The XDG specification has relative paths ignored. */
    private static Path absolute(@Nullable String given, Path otherwise) {
        return given != null && Path.of(given).isAbsolute() ? Path.of(given) : otherwise;
    }
}
