package ma.jisr.map.position;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;

/** Brings a file of OpenCelliD in. Reading it blocks: not for a loop. */
public final class CellImport {
  /** Morocco (ITU-T E.212). */
  public static final int MOROCCO = 604;

  /** Bytes of an edition's name. */
  private static final int NAME_BYTES = 8;

  private final Cells cells;

  public CellImport(Cells cells) {
    this.cells = cells;
  }

  /**
   * Reads a file and makes its cells the current ones, unless it has none or this is only to be
   * tried; gives what to tell. The same file again changes nothing.
   *
   * @param mcc the country whose cells are wanted
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public CompletableFuture<List<String>> run(Actor actor, Path file, int mcc, boolean dryRun) {
    CellFile.Content content = CellFile.read(file, mcc);
    CellTable table = content.table();
    List<String> lines = new ArrayList<>(content.problems());
    lines.add(
        String.format(
            Locale.ROOT,
            "%d rows: %d cells of %d networks, %d rows of other countries than %d, %d not usable",
            content.rows(),
            table.size(),
            table.nets().size(),
            content.elsewhere(),
            mcc,
            content.bad()));
    if (table.size() == 0) {
      lines.add("nothing to import");
      return CompletableFuture.completedFuture(lines);
    }
    if (dryRun) {
      lines.add("dry run: nothing was changed");
      return CompletableFuture.completedFuture(lines);
    }
    return cells
        .publish(actor, table, name(table))
        .thenApply(
            changed -> {
              lines.add(changed ? "imported, in use on all nodes" : "these are in use already");
              return lines;
            });
  }

  private static String name(CellTable table) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(table.nets().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(table.bytes(0, table.size())), 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
