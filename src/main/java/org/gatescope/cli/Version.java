package org.gatescope.cli;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ResourceBundle.getBundle("org.gatescope.cli.version").getString("version");
        return new String[] {"Gatescope " + version};
    }
}
