package ma.jisr.sandbox.radio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jisr.sandbox.world.OwnersFile;

/**
 * What the file of the radio says: where a running sandbox listens, and the token by which a phone
 * shows that it may read this file. Only the owner may (0600).
 *
 * @param version of the lines spoken
 * @param port on the loopback
 * @param token of this run
 */
record RadioFile(int version, int port, String token) {
  /** The version of the lines. A phone of another version is refused in words. */
  static final int VERSION = 2;

  private static final String NAME = "radio.json";
  private static final int LONGEST = 1_000;

  static RadioFile read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file) || Files.size(file) > LONGEST) {
        throw new RadioException(
            "No sandbox runs with the data folder "
                + folder
                + ": start one by ./jisr in another terminal.");
      }
      return Lines.read(Files.readString(file), RadioFile.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void write(Path folder) {
    file(folder).write(Lines.write(this));
  }

  /** Removes the file, if it is still the one of this run. */
  void remove(Path folder) {
    file(folder).remove(Lines.write(this));
  }

  private static OwnersFile file(Path folder) {
    return new OwnersFile(folder.resolve(NAME));
  }

  @Override
  public String toString() {
    return "RadioFile[version " + version + ", port " + port + "]";
  }
}
