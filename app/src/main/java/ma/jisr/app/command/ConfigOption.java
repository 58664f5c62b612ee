package ma.jisr.app.command;

import java.nio.file.Path;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration file; without it, the sandbox in the working folder. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the configuration; without it, the simulated world in ./data")
  @Nullable Path file;

  Settings settings() {
    return file == null
        ? Settings.ofSandbox(Path.of(""))
        : new SettingsReader(System.getenv()).read(file);
  }
}
