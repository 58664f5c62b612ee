package ma.jisr.map.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.map.source.PlaceImport;

/** The full lists of communes and villages that lie beside the project on some machines. */
public final class SharedGazetteer {
  private SharedGazetteer() {}

  /** The folder {@code shared/data/places} beside this checkout or further up; empty elsewhere. */
  public static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve("shared/data/places"))
        .filter(p -> Files.exists(p.resolve("gazetteer.csv")))
        .findFirst();
  }

  /** The starter with all communes. */
  public static Gazetteer communes(Path folder) {
    return with(StarterGazetteer.read(), folder.resolve("gazetteer.csv"));
  }

  /** The same with all villages. */
  public static Gazetteer villages(Path folder) {
    return with(communes(folder), folder.resolve("localities.csv"));
  }

  /** A gazetteer with what a file says. */
  public static Gazetteer with(Gazetteer known, Path file) {
    return read(known, file).onto(known);
  }

  /** What a file would change. */
  public static PlaceImport read(Gazetteer known, Path file) {
    try {
      return PlaceImport.of(
          file.getFileName().toString(), Files.newBufferedReader(file), Optional.empty(), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
