package org.gatescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(SettingsFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".config/gatescope"));
        String elsewhere = HOME.resolve("elsewhere").toString();
        assertThat(SettingsFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", elsewhere)))
                .isEqualTo(HOME.resolve("elsewhere/gatescope"));
        assertThat(SettingsFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(HOME.resolve(".config/gatescope"));
        assertThat(SettingsFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "")))
                .isEqualTo(HOME.resolve(".config/gatescope"));
    }

    @Test
    void macAndWindowsHaveTheirOwnPlaces() {
        assertThat(SettingsFolder.of("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Gatescope"));
        String roaming = HOME.resolve("roaming").toString();
        assertThat(SettingsFolder.of("Windows 11", HOME, Map.of("APPDATA", roaming)))
                .isEqualTo(HOME.resolve("roaming/Gatescope"));
        assertThat(SettingsFolder.of("Windows 11", HOME, Map.of()))
                .isEqualTo(HOME.resolve("AppData/Roaming/Gatescope"));
    }
}
