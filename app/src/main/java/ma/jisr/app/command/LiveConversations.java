package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.StandingLines;
import ma.jisr.app.wiring.Stores;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Standing;
import ma.jisr.store.Store;

/** Where live conversations stand, told by the running process, or read when none runs. */
final class LiveConversations {
  /** The embedded store's file; a folder without it is not made into a store. */
  private static final String FILE = "live.db";

  private LiveConversations() {}

  /**
   * @param data the folder asked about
   * @param settings with the key file, and the store when it is not in the folder
   */
  static Standing of(Path data, Settings settings) throws IOException {
    Optional<AdminClient.Answer> answer = AdminClient.ask(data, "conversations");
    if (answer.isPresent()) return told(answer.get());
    if (settings.store().isEmpty() && !Files.exists(data.resolve(FILE)))
      throw new IOException("there is no store in " + data);
    Keys keys = KeyFile.read(settings.keys(), data);
    try (Store store = Stores.open(settings, data)) {
      return Standing.of(store, keys).join();
    }
  }

  private static Standing told(AdminClient.Answer answer) throws IOException {
    if (!answer.ok())
      throw new IOException("the running process: " + String.join("; ", answer.lines()));
    try {
      return StandingLines.read(answer.lines());
    } catch (IllegalArgumentException e) {
      throw new IOException("the running process is of another release: " + e.getMessage(), e);
    }
  }
}
